import type { Span } from '@guankao/domain';
import type { PlaceRun } from './contract.ts';

/** The places of a passage's characters, as runs of neighbours. */
export function placeRuns(offsets: readonly number[]): readonly PlaceRun[] {
  return offsets.flatMap((at, from) => (from > 0 && at === (offsets[from - 1] ?? 0) + 1 ? [] : [[from, at] as const]));
}

/**
 * The characters of an item's text that stand within `span` of the document, from the first to the last of them;
 * `length` is that of the text. null where none stands there: the span covers only what was left out, such as the item's number.
 */
export function charactersAt(
  places: readonly PlaceRun[],
  length: number,
  span: Span,
): { readonly start: number; readonly end: number } | null {
  const parts = places.flatMap(([from, at], run) => {
    const size = (places[run + 1]?.[0] ?? length) - from;
    const [first, last] = [Math.max(0, span.start - at), Math.min(size, span.end - at)];
    return first < last ? [{ start: from + first, end: from + last }] : [];
  });
  if (parts.length === 0) return null;
  return { start: Math.min(...parts.map(({ start }) => start)), end: Math.max(...parts.map(({ end }) => end)) };
}
