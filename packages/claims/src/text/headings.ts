import type { Passage } from '@guankao/domain';
import { normalise } from '@guankao/passages';

export interface PlaceInOutline {
  /** The headings above it, outermost first, joined by a blank. */
  readonly heading: string;
  readonly isHeading: boolean;
}

interface Level {
  readonly style: string;
  readonly text: string;
}

/** Nests a cell's items by the look of their numbers: (1) under 1. under 一、, in the order in which the looks appear. */
export function headingsOf(passages: readonly Passage[]): readonly PlaceInOutline[] {
  const stack: Level[] = [];
  return passages.map((passage, index) => {
    const style = styleOf(passage.marker);
    unwind(stack, style);
    const heading = stack
      .map((level) => level.text)
      .join(' ')
      .trim();
    const text = normalise(passage.text).trim();
    const isHeading = headsOthers(
      text,
      style,
      styleOf(passages[index + 1]?.marker ?? null),
      index + 1 < passages.length,
    );
    stack.push({ style, text: isHeading ? text.replace(/：$/, '') : '' });
    return { heading, isHeading };
  });
}

function styleOf(marker: string | null): string {
  return marker === null
    ? 'none'
    : normalise(marker)
        .trim()
        .replace(/\d+/, '1')
        .replace(/[一二三四五六七八九十]+/, '一')
        .replace(/[①-⑳]/, '①');
}

/** Closes what the new item does not stand under. An unnumbered item closes everything numbered. */
function unwind(stack: Level[], style: string): void {
  const same = stack.findIndex((level) => level.style === style);
  if (same >= 0) stack.length = same;
  else if (style === 'none') stack.length = 0;
}

/** A heading ends in a colon, or has no full stop, and numbered items of another look follow it. */
function headsOthers(text: string, style: string, next: string, hasNext: boolean): boolean {
  if (!hasNext || next === 'none' || next === style) return false;
  return text.endsWith('：') || (!/[。；]$/.test(text) && text.length <= 40);
}
