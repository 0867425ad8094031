import { extract } from './extract.ts';
import type { ExtractOptions } from './options.ts';
import type { Quantity } from './quantity.ts';

/**
 * The quantities of each line, read by itself. Text that was pasted breaks its lines anywhere: a number that a line end
 * cuts (12萬 / 4,310份, 27,5 / 40千元) states nothing on either line, for each half alone would be another number.
 */
export function extractLines(lines: readonly string[], options: ExtractOptions = {}): readonly (readonly Quantity[])[] {
  return lines.map((line, i) => {
    const head = isCut(lines[i - 1], line) ? lengthOfHead(line) : 0;
    const tail = isCut(line, lines[i + 1]) ? startOfTail(line) : line.length;
    return extract(line, options).filter(({ start, end }) => start >= head && end <= tail);
  });
}

const numeral = '0-9０-９,，.．零〇○一二三四五六七八九兩十百千萬億兆壹貳參肆伍陸柒捌玖拾佰仟';
const openTail = new RegExp(`[${numeral} 　]*[${numeral}][ 　]*$`);
const openHead = new RegExp(`^[ 　]*[${numeral}][${numeral} 　]*`);
/** Digits that need a unit, or a power of ten that a smaller part may follow. */
const waits = /(?:[0-9０-９][,，.．]?|[十百千萬億兆拾佰仟])[ 　]*$/;
const goesOn = /^[ 　]*(?:[,，.．]?[0-9０-９]|[一二三四五六七八九兩十百千萬億兆])/;
/** 1. and (2) open an item, and so the line before had ended. */
const item = /^[ 　]*[(（]?\d{1,2}[.．、)）](?!\d)/;
/** 02-2345-6789, ISO27001, 第3: the digits at the end are a name. */
const name = /(?:[A-Za-z_#:/-]|第)[0-9０-９.-]*[ 　]*$/;

function isCut(line: string | undefined, next: string | undefined): boolean {
  if (line === undefined || next === undefined) return false;
  if (!waits.test(line) || !goesOn.test(next) || item.test(next) || name.test(line)) return false;
  // After 萬 and 千 a smaller part must follow, and not a word that a numeral begins.
  return /[0-9０-９][,，.．]?[ 　]*$/.test(line) || /^[ 　]*[0-9０-９一二三四五六七八九兩]/.test(next);
}

function startOfTail(line: string): number {
  return line.length - (openTail.exec(line)?.[0].length ?? 0);
}

/** The rest of the number with its unit: the quantity that touches it goes too. */
function lengthOfHead(line: string): number {
  return openHead.exec(line)?.[0].length ?? 0;
}
