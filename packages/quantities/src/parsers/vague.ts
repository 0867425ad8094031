import { Draft, unread } from '../draft.ts';
import type { Parser } from './parser.ts';
import { isVague, omitsItsDigit } from './plausible.ts';

/** 數十件, 三五天; and 千元, 百貨, where no number is said at all. */
export const vague: Parser = {
  name: 'vague',
  read({ text }, numeral) {
    if (
      isVague(text, numeral) ||
      saysTwoDigits(text, numeral.start, numeral.end) ||
      /[幾]/.test(text.charAt(numeral.end))
    )
      return unread('vague', numeral.start, numeral.end, 'approximate');
    if (omitsItsDigit(text, numeral)) return unread('vague', numeral.start, numeral.end, 'no-digit');
    return isPlaceholder(text, numeral.start, numeral.end)
      ? new Draft('vague', 'name', numeral.start, numeral.end)
      : null;
  },
};

/** 三五天: three to five. 二〇 and 一一三 say their digits. */
function saysTwoDigits(text: string, start: number, end: number): boolean {
  return end - start === 2 && /^[一二兩三四五六七八九]{2}$/.test(text.slice(start, end));
}

/** ○○年○○月 on a form. */
function isPlaceholder(text: string, start: number, end: number): boolean {
  return (
    /^[○〇零]/.test(text.charAt(start)) &&
    (end - start > 1 || text.charAt(start) !== '零' || /[組件星售碳時廢]/.test(text.charAt(end))) &&
    /^[○〇零]+$/.test(text.slice(start, Math.min(end, start + 20)))
  );
}
