import { Draft } from '../draft.ts';
import { isDigit } from '../scan/characters.ts';
import type { Numeral } from '../scan/numeral.ts';
import { measureWordAt } from '../vocabulary/measure-words.ts';
import { wordAfter } from '../vocabulary/word-tree.ts';
import type { Parser } from './parser.ts';

const always = /(?:No\.?|NO\.?|№|[#@＃＠])[:：]?[ 　]?$/;
const unlessCounted =
  /(?:(?:編號|案號|文號|字號|統編|帳號|代號|代碼|電話|專線|分機|傳真|手機|郵遞區號|條碼|門牌|地號|建號|車號|證號|識別碼|驗證碼)[:：]?|附件|附表|附圖|附錄|附冊|附註|註|頁|(?<![\u4e00-\u9fff]|[.])[圖表]|[如見詳附下上及與和列參][圖表])[ 　]?$/;
/** What any of the words below may end with: a glance spares most numerals the search. */
const mayPoint = /[號編話線機真號碼牌.№#@＃＠:： 　件表圖錄冊註頁法例則程點準]/;
const lawBefore = /(?:法|條例|辦法|規則|細則|規程|準則|要點|標準|通則)[ 　]?$/;

/** 圖2-3, 附件二, 案號：1130204, (02)2345-6789, 民法184條, 192.168.1.1: numbers that point to something. */
export const reference: Parser = {
  name: 'reference',
  read({ text }, numeral) {
    if (numeral.fault !== null && numeral.style !== 'mixed') return null;
    const before = mayPoint.test(text.charAt(numeral.start - 1))
      ? text.slice(Math.max(0, numeral.start - 7), numeral.start)
      : '';
    const points =
      always.test(before) || (unlessCounted.test(before) && !isCounted(text, numeral)) || isLaw(text, numeral, before);
    if (!points && !startsWithZero(numeral) && !isDotted(text, numeral) && !isHyphenated(text, numeral)) return null;
    return new Draft('reference', 'reference', numeral.start, pastReference(text, numeral.end));
  },
};

/** 附件3份 counts its enclosures. */
function isCounted(text: string, numeral: Numeral): boolean {
  const found = measureWordAt(text, wordAfter(text, numeral.end), numeral.style === 'han');
  return found !== null && found.word.kind === 'count' && !/[所]/.test(found.word.word);
}

function isLaw(text: string, numeral: Numeral, before: string): boolean {
  return text.charAt(wordAfter(text, numeral.end)) === '條' && lawBefore.test(before);
}

/** 02 and 0912 open telephone numbers and codes; 0.5 does not. */
function startsWithZero(numeral: Numeral): boolean {
  return numeral.style === 'western' && numeral.leadingZero;
}

/** 1.2.3 and 192.168.1.1: a second point follows the first. */
function isDotted(text: string, numeral: Numeral): boolean {
  return numeral.scale > 0 && text.charAt(numeral.end) === '.' && isDigit(text, numeral.end + 1);
}

const hyphenated = /\d{1,8}[-–－]\d{1,8}[-–－]\d/y;

/** 3-1-2節, 886-2-2345: three figures joined are no range. */
function isHyphenated(text: string, numeral: Numeral): boolean {
  hyphenated.lastIndex = numeral.start;
  return numeral.simple && hyphenated.test(text);
}

function pastReference(text: string, at: number): number {
  let i = at;
  for (;;) {
    if (isDigit(text, i)) i += 1;
    else if (/[-.–－#()（）]/.test(text.charAt(i)) && isDigit(text, i + 1)) i += 2;
    else return i;
  }
}
