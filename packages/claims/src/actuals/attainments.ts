import { clauseAt, clausesOfSentence, type Item } from '../text/items.ts';
import { wordsIn } from '../text/masked.ts';
import type { Weights } from '../text/words.ts';
import { contentOf, phraseOf, type Phrase } from '../targets/phrases.ts';
import { roleOf } from '../targets/roles.ts';
import type { Target } from '../targets/target.ts';

/** A rate of attainment that stands for the result it was computed from: 達成率104%. */
export interface Attainment {
  readonly met: boolean;
  readonly phrase: Phrase;
}

/** The rate that answers a target for which no result is printed: by the words of its clause, or alone under the target's own number. */
export function attainmentOf(target: Target, items: readonly Item[], weights: Weights): Attainment | null {
  for (const item of items) {
    const figure = item.figures.find(
      (one) => roleOf(item, one) === 'attainment' && speaksOf(target, item, one.start, weights),
    );
    if (figure !== undefined && figure.value !== null)
      return { met: figure.value >= 100, phrase: phraseOf(item, figure) };
  }
  return null;
}

function speaksOf({ phrase }: Target, item: Item, at: number, weights: Weights): boolean {
  if (item === phrase.item) return false;
  const { sentence } = clauseAt(item, at);
  const said = clausesOfSentence(item, sentence).map((clause) => wordsIn(item, clause.start, clause.end));
  if (said.some((words) => weights.cover(contentOf(phrase), words) >= 0.5)) return true;
  const { marker } = phrase.item.passage;
  return marker !== null && marker === item.passage.marker && item.figures.length === 1;
}
