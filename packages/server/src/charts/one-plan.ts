import type { OfPlan } from '@guankao/web';

/** Ministry and name, blanks and hyphens aside, in whatever width they are typed. */
const sameAs = ({ ministry, name }: OfPlan): string =>
  `${ministry ?? ''}\n${name.normalize('NFKC').replace(/[\s\p{Pd}]/gu, '')}`;

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The rows of each plan, oldest first. Rows are one plan's where ministry and name are the same and the name stands once
 * at a time (a year, an edition); all others are each alone. `timeOf` sorts; null: nothing is known of when.
 */
export function rowsOfPlans<Row extends OfPlan>(
  rows: readonly Row[],
  timeOf: (row: Row) => string | null,
): readonly (readonly Row[])[] {
  return [...Map.groupBy(rows, sameAs).values()].flatMap((named) => {
    const times = Map.groupBy(named, timeOf);
    const isOne =
      named[0]?.ministry !== null && !times.has(null) && [...times.values()].every(({ length }) => length === 1);
    if (!isOne) return named.map((row) => [row]);
    return [named.toSorted((a, b) => order(timeOf(a) ?? '', timeOf(b) ?? ''))];
  });
}
