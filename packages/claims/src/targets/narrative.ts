import type { Item } from '../text/items.ts';
import { tellsWhatHappened } from '../words/roles.ts';

/** A sentence of the goals that tells what happened instead of asking for something. */
export function isNarrative(item: Item, sentence: number): boolean {
  const clauses = item.clauses.filter((clause) => clause.sentence === sentence);
  return tellsWhatHappened.test(clauses.map((clause) => clause.text).join('，'));
}
