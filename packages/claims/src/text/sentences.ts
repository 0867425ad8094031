import type { Clause } from './clauses.ts';
import { exceptionsIn, isExcepted } from './exceptions.ts';
import { once, type Item } from './items.ts';
import { wordsIn } from './masked.ts';
import { joined, wordsOf, type Words } from './words.ts';

/** Clauses that tell of one thing: a sentence, and within it what 除…外 leaves out apart from the rest. */
export interface Sentence {
  readonly item: Item;
  readonly clauses: readonly Clause[];
  /** With those of the headings over the item. */
  readonly words: Words;
}

export const sentencesOf = once(cut);

const byClause = once(
  (item): ReadonlyMap<Clause, Sentence> =>
    new Map(sentencesOf(item).flatMap((sentence) => sentence.clauses.map((clause) => [clause, sentence] as const))),
);

export function sentenceAt(item: Item, clause: Clause): Sentence {
  const sentence = byClause(item).get(clause);
  if (sentence === undefined) throw new RangeError('a clause of another item');
  return sentence;
}

function cut(item: Item): readonly Sentence[] {
  const exceptions = exceptionsIn(item);
  const parts = Map.groupBy(item.clauses, (clause) =>
    isExcepted(exceptions, clause) ? -1 - clause.sentence : clause.sentence,
  );
  const heading = wordsOf(item.heading);
  return Array.from(parts.values(), (clauses) => {
    const own = wordsIn(item, clauses[0]?.start ?? 0, clauses.at(-1)?.end ?? 0);
    return { item, clauses, words: heading.size === 0 ? own : joined([heading, own]) };
  });
}
