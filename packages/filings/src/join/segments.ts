import type { Item, Passable } from '../texts/items.ts';
import type { Marker } from '../texts/markers.ts';

/** The least that the join moves from one plan to another: an item, or one of its sentences. */
export interface Segment extends Item {
  /** Index of the item it is of. */
  readonly item: number;
  /** How it begins: as its item does, or as a sentence within it. */
  readonly opening: 'item' | 'sentence' | 'sentence-after-blank' | 'clause';
}

/** Cuts items into sentences: where a conversion has lost the paragraphs, a plan's text may end at any of them. */
export function segmentsOf(items: readonly Item[]): readonly Segment[] {
  return items.flatMap((item, index) => {
    const starts = [{ at: 0, opening: 'item' as const }, ...sentencesOf(item)];
    return starts.map(({ at, opening }, i) => segment(item, index, at, starts[i + 1]?.at ?? item.text.length, opening));
  });
}

function segment(item: Item, index: number, from: number, to: number, opening: Segment['opening']): Segment {
  const offsets = item.offsets.slice(from, to);
  const isFirst = opening === 'item';
  return {
    ...item,
    item: index,
    opening,
    offsets,
    text: item.text.slice(from, to),
    start: isFirst ? item.start : (offsets[0] ?? item.start),
    marker: isFirst ? item.marker : null,
    opensRow: isFirst && item.opensRow,
    opensParagraph: isFirst && item.opensParagraph,
  };
}

/** Where sentences begin within an item, but for the first, and how. A blank before one is a wrapped line, or the seam of two texts. */
function sentencesOf({ text, offsets }: Item): { at: number; opening: Segment['opening'] }[] {
  return [...text.matchAll(/[。；;！!？?](?![」』）)])\s?(?=\S)/gu)].map(({ index, 0: end }) => {
    const at = index + end.length;
    const afterBlank = (offsets[at] as number) - (offsets[index] as number) > 1;
    if (/^[；;]/.test(end)) return { at, opening: 'clause' };
    return { at, opening: afterBlank ? 'sentence-after-blank' : 'sentence' };
  });
}

/** Puts the sentences that stayed together back into items. */
export function itemsFrom(segments: readonly Segment[]): readonly Passable[] {
  const whole: { text: string; offsets: number[]; marker: Marker | null; start: number; item: number }[] = [];
  for (const { text, offsets, marker, start, item } of segments) {
    const last = whole.at(-1);
    if (last?.item !== item) whole.push({ text, offsets: [...offsets], marker, start, item });
    else {
      last.text += text;
      for (const offset of offsets) last.offsets.push(offset);
    }
  }
  return whole;
}
