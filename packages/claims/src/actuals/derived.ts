import type { Phrase } from '../targets/phrases.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { clauseAt, type Item } from '../text/items.ts';
import { sentenceAt } from '../text/sentences.ts';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import type { Weights } from '../text/words.ts';
import { statements } from '../weights.ts';

/** An answer that no single figure gives: a sum, a distance, a share of two counts, one figure for each place. */
export interface Derived {
  readonly met: boolean;
  /** In the target's unit; null where only the direction is told. */
  readonly result: number | null;
  readonly phrase: Phrase;
  readonly reason: string;
}

/** What a row tells, for one target that no figure answers. */
export interface Untold {
  readonly target: Target;
  readonly items: readonly Item[];
  readonly weights: Weights;
  /** No other target of the row asks in its unit. */
  readonly alone: boolean;
}

/** The sentence at `at` speaks of the target: by its words, its number, or because nothing else is asked in that unit. */
export function speaksOf({ target: { phrase }, weights, alone }: Untold, item: Item, at: number): boolean {
  if (item === phrase.item) return false;
  if (otherStage(stagesIn(phrase.item, phrase.start, phrase.end), stagesAround(item))) return false;
  const { words } = sentenceAt(item, clauseAt(item, at));
  if (weights.cover(contentOf(phrase), words) >= statements.aboutByFigures) return true;
  const { marker } = phrase.item.passage;
  if (marker !== null && item.passage.marker !== null) return marker === item.passage.marker;
  return alone && item.column === 'explanation';
}
