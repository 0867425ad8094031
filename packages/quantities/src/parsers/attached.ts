import { Draft } from '../draft.ts';
import { isDigit, isLatin } from '../scan/characters.ts';
import { currencyBefore } from '../vocabulary/currencies.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import type { Numeral } from '../scan/numeral.ts';
import { beginsValue } from './begins-value.ts';
import type { Parser } from './parser.ts';

const joiner = /[-_.·:/]/;
const countedAfterLetters = new Set([
  '套',
  '台',
  '臺',
  '場',
  '場次',
  '次',
  '件',
  '人',
  '人次',
  '組',
  '式',
  '案',
  '項',
  '座',
  '處',
  '份',
  '筆',
]);

/** ISO27001:2022, A15, F-16, 5G, example.test/2024: letters and digits in one. */
export const attached: Parser = {
  name: 'attached',
  read({ text }, numeral) {
    if (numeral.style !== 'western' && numeral.style !== 'mixed') return null;
    const joined =
      joinsLetters(text, numeral.start) &&
      currencyBefore(text, numeral.start) === null &&
      !countsAfterAcronym(text, numeral);
    if (!joined && !runsIntoLetters(text, numeral)) return null;
    return new Draft('attached', 'name', numeral.start, pastName(text, numeral.start));
  },
};

function joinsLetters(text: string, at: number): boolean {
  if (isLatin(text, at - 1)) return true;
  if (valueBegins(text, at)) return false;
  return joiner.test(text.charAt(at - 1)) && (isLatin(text, at - 2) || text.charAt(at - 2) === '/');
}

/** 購置APP3套: a word of letters, and then a count. */
function countsAfterAcronym(text: string, numeral: Numeral): boolean {
  if (!isLatin(text, numeral.start - 1) || !isLatin(text, numeral.start - 2)) return false;
  const found = measureWordAt(text, numeral.end, false);
  return found !== null && countedAfterLetters.has(found.word.word);
}

function runsIntoLetters(text: string, numeral: Numeral): boolean {
  return (
    numeral.style === 'western' &&
    isLatin(text, numeral.end) &&
    measureWordAt(text, numeral.end, false)?.word.kind !== 'count' &&
    !/^(?:Q[1-4]|NTD|USD|EUR|JPY|TWD|RMB|CNY|HKD|GBP|SGD|AUD|CAD|KRW|CHF)/.test(
      text.slice(numeral.end, numeral.end + 3),
    )
  );
}

function pastName(text: string, at: number): number {
  let i = at;
  while (
    isDigit(text, i) ||
    isLatin(text, i) ||
    (joiner.test(text.charAt(i)) && (isDigit(text, i + 1) || isLatin(text, i + 1)) && !valueBegins(text, i + 1))
  )
    i++;
  return i;
}

/** Their numbers have the year of an edition after the colon. */
const edition = /(?:19|20)\d{2}(?![\d,])/y;
const standard = /(?:ISO|IEC|CNS|JIS|EN|BS|DIN|ANSI|IEEE|ASTM|NIST|UL|GB|TIA)[A-Z]?[ -]?[\d./-]*$/i;

/** AB12:3,000千元: after a colon a unit, or thousands set apart, show that a value begins. ISO27001:2022 and 10.0.0.8:8080 go on. */
function valueBegins(text: string, at: number): boolean {
  if (text.charAt(at - 1) !== ':' || !/[A-Za-z0-9]/.test(text.charAt(at - 2))) return false;
  edition.lastIndex = at;
  const isEdition = edition.test(text) && standard.test(text.slice(Math.max(0, at - 16), at - 1));
  return !isEdition && beginsValue(text, at);
}
