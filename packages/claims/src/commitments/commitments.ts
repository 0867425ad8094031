import { spanIn, type Commitment } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { datesIn, type Item } from '../text/items.ts';
import { yearOfDate } from '../targets/scope.ts';
import { promiseWords } from '../words/states.ts';

/**
 * Each dated promise for later than the filing's year: 預計114年3月1日上線. A clause that only carries the date
 * is given with the one before it, so that what is promised can be read. `fiscalYear` is Gregorian; where it is null, every dated promise counts.
 */
export function commitmentsIn(items: readonly Item[], fiscalYear: number | null): readonly Commitment[] {
  return items.flatMap((item) => item.clauses.flatMap((clause) => commitmentIn(item, clause, fiscalYear)));
}

function commitmentIn(item: Item, clause: Clause, fiscalYear: number | null): readonly Commitment[] {
  if (!promiseWords.test(clause.text)) return [];
  const date = datesIn(item, clause).find((one) => isLater(yearOfDate(one), fiscalYear));
  if (date === undefined) return [];
  const start = wordsAround(item, clause, date.end);
  const span = spanIn(item.passage, start, clause.end);
  return [{ text: item.passage.text.slice(start, clause.end), span, due: date.to ?? date.from }];
}

function isLater(year: number | null, fiscalYear: number | null): boolean {
  return year !== null && (fiscalYear === null || year > fiscalYear);
}

/** Where less than four characters say what is promised (預定114年完成), the clause before it names the work. */
function wordsAround(item: Item, clause: Clause, dateEnd: number): number {
  const index = item.clauses.indexOf(clause);
  const before = item.clauses[index - 1];
  if (before === undefined || before.sentence !== clause.sentence || clause.end - dateEnd > 4) return clause.start;
  return before.start;
}
