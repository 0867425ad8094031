import { clausesOfSentence, type Item } from '../text/items.ts';
import { tellsWhatHappened } from '../words/roles.ts';

/** A sentence of the goals that tells what happened instead of asking for something. */
export function isNarrative(item: Item, sentence: number): boolean {
  const words = clausesOfSentence(item, sentence).map((clause) => clause.text);
  return tellsWhatHappened.test(words.join('，'));
}
