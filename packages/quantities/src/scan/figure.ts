import { classAt, DIGIT, isBlank, isDigit, isLineEnd, pastBlanks, valueAt } from './characters.ts';

/** A figure in Western digits, half or full width: `1,234.5`. */
export interface Figure {
  readonly end: number;
  readonly coefficient: bigint;
  readonly scale: number;
  /** Digits before the point, as printed. */
  readonly wholeDigits: number;
  readonly grouped: boolean;
  readonly leadingZero: boolean;
  /** The second half, where a line end cuts the figure and both halves could also stand alone. */
  readonly tail: bigint | null;
  readonly fault: 'grouping' | 'too-long' | null;
}

/** Longer figures than any budget: account numbers, hashes, noise. */
const mostDigits = 30;
const safeDigits = 15;
const wellGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const standsAlone = /^\d{1,3}(?:,\d{3})*$/;

/** Reads the figure that starts with the digit at `at`. */
export function readFigure(text: string, at: number): Figure {
  const whole = pastDigits(text, at);
  const spaced = spacedGroups(text, at, whole);
  if (spaced !== null) return spaced;
  const end = pastFraction(text, pastGroups(text, at, whole));
  const beyond = text.charCodeAt(end);
  if (beyond === 0x0a || beyond === 0x0d || beyond === 0x2c) {
    const resumed = resumedAfterCut(text, at, end);
    if (resumed !== null) return resumed;
  }
  if (end === whole && whole - at <= safeDigits) return plainFigure(text, at, whole);
  return figureOf(end - at > 2 * mostDigits ? '9'.repeat(2 * mostDigits) : narrow(text, at, end), end, null);
}

function plainFigure(text: string, at: number, end: number): Figure {
  let value = 0;
  for (let i = at; i < end; i++) value = value * 10 + valueAt(text, i);
  return {
    end,
    coefficient: BigInt(value),
    scale: 0,
    wholeDigits: end - at,
    grouped: false,
    leadingZero: end - at > 1 && valueAt(text, at) === 0,
    tail: null,
    fault: null,
  };
}

function figureOf(printed: string, end: number, tail: bigint | null): Figure {
  const point = printed.indexOf('.');
  const scale = point < 0 ? 0 : printed.length - point - 1;
  const grouped = printed.includes(',');
  const digits = printed.replaceAll(/[,.]/g, '');
  const fault = digits.length > mostDigits ? 'too-long' : grouped && !wellGrouped.test(printed) ? 'grouping' : null;
  const coefficient = fault !== null ? 0n : digits.length <= safeDigits ? BigInt(Number(digits)) : BigInt(digits);
  const leadingZero = digits.length - scale > 1 && printed.startsWith('0');
  return { end, coefficient, scale, wholeDigits: digits.length - scale, grouped, leadingZero, tail, fault };
}

function pastDigits(text: string, at: number): number {
  let i = at;
  while (classAt(text, i) === DIGIT) i++;
  return i;
}

function pastGroups(text: string, at: number, whole: number): number {
  let i = whole;
  while (isDigit(text, i + 1) && separates(text, at, i)) i = pastDigits(text, i + 1);
  return i;
}

/** A full-width comma also ends clauses: it separates thousands only after full-width digits. */
function separates(text: string, at: number, comma: number): boolean {
  const code = text.charCodeAt(comma);
  return code === 0x2c || (code === 0xff0c && text.charCodeAt(at) >= 0xff10);
}

function pastFraction(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return (code === 0x2e || code === 0xff0e) && isDigit(text, at + 1) ? pastDigits(text, at + 1) : at;
}

function narrow(text: string, from: number, to: number): string {
  const slice = text.slice(from, to);
  return slice.replaceAll(/[０-９，．]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

/** 1, 234, 567 may be one figure or three: past all of it. */
function pastSpacedGroups(text: string, at: number): number {
  let i = at;
  while (text.charCodeAt(i) === 0x2c && isBlank(text, i + 1) && isDigit(text, i + 2)) i = pastDigits(text, i + 2);
  return i;
}

/**
 * 1 , 234 and 12 ,345 ,678: blanks before the commas of thousands, on one line. Three digits between commas make a figure;
 * anything else (1 , 2期) is a list, and no figure begins here. Both readings are kept: 100 , 200 may be two.
 */
function spacedGroups(text: string, start: number, whole: number): Figure | null {
  if (!isBlank(text, whole) || whole - start > 3) return null;
  let end = whole;
  for (;;) {
    const comma = pastBlank(text, end);
    const next = pastBlank(text, comma + 1);
    if (!separates(text, start, comma) || !isDigit(text, next)) break;
    const past = pastDigits(text, next);
    if (past - next !== 3) return null;
    end = past;
  }
  if (end === whole) return null;
  const to = pastFraction(text, end);
  const printed = narrow(text, start, to).replaceAll(/[^\d,.]/g, '');
  return figureOf(printed, to, BigInt(printed.slice(printed.lastIndexOf(',') + 1).replace(/\..*/, '')));
}

function pastBlank(text: string, at: number): number {
  return isBlank(text, at) && text.charCodeAt(at) !== 0x09 ? at + 1 : at;
}

/** The longest piece of a figure that one line may hold; longer ones are no figures that were wrapped. */
const longestPiece = 24;

/**
 * A figure cut by a line end, or by a blank after its separator: `5,6` + `21`, `1,1` + `87,320`, `3, 420`.
 * It is taken up only where both halves together make a well grouped figure.
 */
function resumedAfterCut(text: string, start: number, at: number): Figure | null {
  const comma = text.charCodeAt(at) === 0x2c ? 1 : 0;
  const gap = at + comma;
  if (at - start > longestPiece || !(isBlank(text, gap) || isLineEnd(text, gap))) return null;
  const from = pastBlanks(text, gap);
  const second = text.charCodeAt(from) === 0x2c && comma === 0 ? from + 1 : from;
  if (!isDigit(text, second)) return null;
  const to = pastFraction(text, pastGroups(text, second, pastDigits(text, second)));
  if (to - from > longestPiece) return null;
  const [head, tail] = [narrow(text, start, at), narrow(text, from, to)];
  const printed = comma === 1 ? `${head},${tail}` : head + tail;
  if (!printed.includes(',') || !wellGrouped.test(printed)) return null;
  const beyond = pastSpacedGroups(text, to);
  if (beyond > to) return figureOf('1,', beyond, null);
  const onOneLine = comma === 1 && !isLineEnd(text, gap) && !isLineEnd(text, from - 1);
  const doubtful = onOneLine || (comma === 0 && second === from && standsAlone.test(head) && standsAlone.test(tail));
  return figureOf(printed, to, doubtful ? BigInt(tail.replaceAll(',', '')) : null);
}
