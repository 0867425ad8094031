import type { Item, Passable, Sentence } from '../texts/items.ts';

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
    const starts = [0, ...item.sentences.map(({ at }) => at)];
    return starts.map((from, i): Segment => {
      const to = starts[i + 1] ?? item.text.length;
      const offsets = item.offsets.slice(from, to);
      return {
        ...item, item: index, opening: openingOf(item.sentences[i - 1]), offsets, text: item.text.slice(from, to), sentences: [],
        start: i === 0 ? item.start : (offsets[0] ?? item.start),
        marker: i === 0 ? item.marker : null,
        opensRow: i === 0 && item.opensRow, opensParagraph: i === 0 && item.opensParagraph,
      };
    });
  });
}

function openingOf(sentence: Sentence | undefined): Segment['opening'] {
  if (sentence === undefined) return 'item';
  if (sentence.clause) return 'clause';
  return sentence.afterBlank ? 'sentence-after-blank' : 'sentence';
}

/** Puts the sentences that stayed together back into items. */
export function itemsFrom(segments: readonly Segment[]): readonly Passable[] {
  const whole: (Passable & { item: number })[] = [];
  for (const { text, offsets, marker, start, item } of segments) {
    const last = whole.at(-1);
    if (last?.item === item) whole[whole.length - 1] = { ...last, text: last.text + text, offsets: [...last.offsets, ...offsets] };
    else whole.push({ text, offsets, marker, start, item });
  }
  return whole;
}
