import type { Numeral } from '../scan/numeral.ts';

/** 三, 兩, 十: one character, as names and idioms hold. */
export function isOneHanDigit(numeral: Numeral): boolean {
  return numeral.style === 'han' && numeral.end - numeral.start === 1;
}

// 每一場, 同一案件, 最近一次: which one, or any, but no number.
const beforeOne = new Set('每任某另同單統唯惟這那該其之上下前後第專歸劃不合逐進協整擇此哪頭隔萬首新再');
// 雙十節, 數十件, 好幾百人: the number goes on to the left, or is none.
const beforeTen = new Set('雙數幾若');
const vagueAfter = new Set('數若幾');

/** 一 after 每 or 同, 四周環境, 一日千里: the numeral and its word are part of something else. */
export function isPartOfWord(text: string, numeral: Numeral, word: string, end: number): boolean {
  if (numeral.style !== 'han') return false;
  const before = text.charAt(numeral.start - 1);
  // 二十有四: the last figure of a number told the old way.
  if (before === '有' && /[十百千廿卅]/.test(text.charAt(numeral.start - 2))) return true;
  if (numeral.coefficient === 1n && numeral.end - numeral.start === 1) {
    if (beforeOne.has(before) || text.endsWith('最近', numeral.start)) return true;
    if (word === '式' && /[0-9一二三四五六七八九兩]/.test(text.charAt(end))) return true;
    if (word === '日' && /[遊千]/.test(text.charAt(end))) return true;
  }
  if (beforeTen.has(before) && numeral.coefficient === 10n) return true;
  return word === '周' && !/[內後前間，。、；）)]|^$/.test(text.charAt(end));
}

/** 數十, 數百萬: how many tens is not said. */
export function isVague(text: string, numeral: Numeral): boolean {
  if (numeral.style !== 'han' || !vagueAfter.has(text.charAt(numeral.start - 1))) return false;
  const head = text.charAt(numeral.start);
  if (!/[十百千萬億]/.test(head)) return false;
  // 人數十人, 總數十二件: a count that happens to stand after 數.
  return (
    !/[人件總戶次筆家分個場]/.test(text.charAt(numeral.start - 2)) &&
    /^[十百千萬億]+$/.test(text.slice(numeral.start, numeral.end).replace(/[餘多]/, ''))
  );
}

const mayOmitOne = /(?:逾|近|約|破|達|上看|超過|突破|高於|大於|少於|低於|未滿|不足|小於)[ 　]?$/;
const sumIsCompared = /^[元圓](?:以上|以下|以內|之譜)(?!四捨五入|無條件|尾數|零數|進位|捨)/;

/** 百家 counts a hundred only after 逾 and the like, or as 百餘; in 千元 and 百貨 it is a unit or a name. */
export function omitsItsDigit(text: string, numeral: Numeral): boolean {
  if (!numeral.implied || numeral.excess) return false;
  return !mayOmitOne.test(text.slice(Math.max(0, numeral.start - 3), numeral.start)) && !isSumOfOne(text, numeral);
}

/** 百萬元以上, 每億元投資: one of them. 單位：百萬元 and 以千元為單位 count nothing. */
function isSumOfOne(text: string, { start, end }: Numeral): boolean {
  const after = text.slice(end, end + 8);
  return sumIsCompared.test(after) || (text.charAt(start - 1) === '每' && /^[元圓]/.test(after));
}
