import type { Span } from '@guankao/domain';
import { place, type Row } from './filing-facts.ts';
import type { Text } from '@guankao/passages';
import { locate } from './indicators.ts';

/**
 * A short stretch around a fault of a character or two: enough words to find it on the page, none beyond the punctuation.
 * `room` is how many characters are kept on each side.
 */
export function around(text: Text, start: number, end: number, room = 3): Span {
  const mark = /[，。；：、！？,;()（）「」『』\s]/u;
  let [from, to] = [start, end];
  while (start - from < room && from > 0 && !mark.test(text.text[from - 1] ?? '')) from--;
  while (to - end < room && to < text.text.length && !mark.test(text.text[to] ?? '')) to++;
  // A stretch of fewer than four characters would point everywhere.
  while (to - from < 4 && to < text.text.length) to++;
  while (to - from < 4 && from > 0) from--;
  return place(text, from, to);
}

/** The words of a longer statement that point: its last clause where the whole is too long to be looked at. */
export function pointAt(row: Row, span: Span): Span {
  const found = locate(row, span);
  if (found === null || found.end - found.start <= longestPointer) return span;
  const { text, start, end } = found;
  const clause = text.text.slice(start, end).search(/[^，。；：、]{4,}[，。；：、]?$/u);
  const from = Math.max(start + Math.max(clause, 0), end - longestPointer);
  return place(text, from, end);
}

/** In characters. */
const longestPointer = 40;
