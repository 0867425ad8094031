import { classAt, OTHER } from '../scan/characters.ts';
import { readNumeral } from '../scan/numeral.ts';
import { currencyAfter, currencyBefore } from '../vocabulary/currencies.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import { pastConnector } from './moment.ts';

const calendar = /[年月日季%％﹪‰成折]|個?百分點/y;
const separatedDate = /\d{2,4}([./-])\d{1,2}\1\d{1,2}(?!\d)/y;
/** A word in front that names a currency takes no more. */
const longestCurrency = 8;

/** Whether what begins at `at` is a value: a figure with its thousands set apart, a date, or a number, or two, with a unit. */
export function beginsValue(text: string, at: number): boolean {
  for (let past = at; past <= at + longestCurrency; past++) {
    if (classAt(text, past) === OTHER) continue;
    if (past > at && currencyBefore(text, past)?.start !== at) return false;
    return past > at || isValue(text, past, true);
  }
  return false;
}

function isValue(text: string, at: number, mayBeRange: boolean): boolean {
  separatedDate.lastIndex = at;
  if (separatedDate.test(text)) return true;
  const numeral = readNumeral(text, at);
  if (numeral === null) return false;
  if (numeral.grouped || numeral.multiplier >= 4) return true;
  const unit = wordAfter(text, numeral.end);
  calendar.lastIndex = unit;
  if (calendar.test(text) || currencyAfter(text, unit) !== null) return true;
  const word = measureWordAt(text, unit, false);
  if (word !== null && word.word.kind !== 'label' && text.charAt(word.end) !== ':') return true;
  const next = mayBeRange ? pastConnector(text, numeral.end) : -1;
  return next >= 0 && isValue(text, next, false);
}
