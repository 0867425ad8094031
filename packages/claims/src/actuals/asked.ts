import type { Figure } from '../text/items.ts';
import { wordsAround } from '../text/masked.ts';
import { joined, wordsOf, type Words } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';

/** A target with a number, its words made ready for comparison. */
export interface Asked {
  readonly target: Target;
  readonly figure: Figure;
  /** The words of its phrase. */
  readonly own: Words;
  /** The words of its item and the headings over it. */
  readonly wide: Words;
  /** Its place among the targets of its unit in the item, from 0. */
  readonly rank: number;
  /** 達成度103.5% beside the target: which result it was computed from. */
  readonly attainment: number | null;
}

export function askedOf(target: Target, figure: Figure, siblings: readonly Target[], attainment: number | null): Asked {
  const { item } = target.phrase;
  const own =
    target.member === null ? contentOf(target.phrase) : joined([contentOf(target.phrase), wordsOf(target.member)]);
  const rank = siblings.filter(
    (other) => other.phrase.item === item && other.figure?.unit === figure.unit && other.figure.start < figure.start,
  ).length;
  return { target, figure, own, wide: wordsAround(item), rank, attainment };
}
