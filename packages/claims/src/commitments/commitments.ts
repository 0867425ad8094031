import { spanIn, type Cited, type Commitment } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { clausesOfSentence, datesIn, type Item } from '../text/items.ts';
import { yearOfDate } from '../targets/scope.ts';
import { promiseWords } from '../words/states.ts';

/**
 * Each dated promise for later than the filing's year: 預計114年5月1日開館. Where its clause does not name the work,
 * the sentence so far is given with it. `fiscalYear` is Gregorian; where it is null, every dated promise counts.
 */
export function commitmentsIn(items: readonly Item[], fiscalYear: number | null): readonly Commitment[] {
  return items.flatMap((item) => item.clauses.flatMap((clause) => commitmentIn(item, clause, fiscalYear)));
}

function commitmentIn(item: Item, clause: Clause, fiscalYear: number | null): readonly Commitment[] {
  const promise = promiseWords.exec(clause.text);
  if (promise === null) return [];
  const date = datesIn(item, clause).find((one) => isLater(yearOfDate(one), fiscalYear));
  if (date === undefined) return [];
  const about = promise.index < 2 ? sentenceSoFar(item, clause) : null;
  return [
    { ...cited(item, clause.start, clause.end), due: date.to ?? date.from, ...(about === null ? {} : { about }) },
  ];
}

function isLater(year: number | null, fiscalYear: number | null): boolean {
  return year !== null && (fiscalYear === null || year > fiscalYear);
}

function sentenceSoFar(item: Item, clause: Clause): Cited | null {
  const [first] = clausesOfSentence(item, clause.sentence);
  if (first === undefined || first === clause) return null;
  const end = item.clauses[item.clauses.indexOf(clause) - 1]?.end ?? clause.start;
  return cited(item, first.start, end);
}

function cited(item: Item, start: number, end: number): Cited {
  return { text: item.passage.text.slice(start, end), span: spanIn(item.passage, start, end) };
}
