import { extractAll } from '@guankao/quantities';
import { markerAt } from './markers.ts';
import type { PrintedParagraph } from './printed.ts';

/** As much of a paragraph's end, and of the next one's beginning, as a number with its unit takes. */
const reach = 24;
const endsInNumber = /[\d０-９][,，.．]?$|[\d０-９一二三四五六七八九兩][十百千萬億兆]+$|[年月至~～-]$/;
const beginsWithNumber = /^[,，.．]?[\d０-９一二三四五六七八九兩]/;
/** An item's number alone on its line. */
const onlyMarker = /^[(（]?[\d０-９]{1,2}[.．、)）]$/;

/** A number that a line's end cut within its cell, 服務2萬 / 1,350人次, is one number: the paragraphs on both sides are one. */
export function withNumbersJoined(paragraphs: readonly PrintedParagraph[]): readonly PrintedParagraph[] {
  if (paragraphs.length < 2) return paragraphs;
  const joined: PrintedParagraph[] = [];
  for (const paragraph of paragraphs) {
    const before = joined.at(-1);
    if (before !== undefined && !paragraph.rowStart && isCut(before.text, paragraph.text))
      joined[joined.length - 1] = {
        text: before.text + paragraph.text,
        offsets: [...before.offsets, ...paragraph.offsets],
        rowStart: before.rowStart,
      };
    else joined.push(paragraph);
  }
  return joined;
}

function isCut(before: string, after: string): boolean {
  if (!endsInNumber.test(before) || onlyMarker.test(before) || markerAt(after, 0) !== null) return false;
  const [tail, head] = [before.slice(-reach), after.slice(0, reach)];
  // Digits beside digits: only grouping, a point or a power of ten shows that they are one number.
  if (/[\d０-９]$/.test(tail) && /^[\d０-９]/.test(head)) return completesGroup(tail, head);
  if (!beginsWithNumber.test(head) && !/[\d０-９萬億千百十]$/.test(tail)) return false;
  const { quantities, unread } = extractAll(tail + head);
  return [...quantities, ...unread].some(({ start, end }) => start < tail.length && end > tail.length);
}

/** 21,3 and 50: the digits after the last comma are three together. */
function completesGroup(tail: string, head: string): boolean {
  const open = /(?:^|[^\d,])\d{1,3}(?:,\d{3})*,(\d{1,2})$/.exec(tail)?.[1];
  const more = /^(\d{1,2})(?:,\d{3})*(?![\d])/.exec(head)?.[1];
  return open !== undefined && more !== undefined && open.length + more.length === 3;
}
