import { controlLevels, yearDeadlines, type ControlLevel, type YearDeadline } from '@guankao/regulations';
import type { AgencyTree } from '../../actors.ts';
import type { Workdays, MovedDay } from '../../workdays.ts';
import type { CollectionRecord } from '../collection/collection.ts';
import { periodsOf, type ReportPeriod } from '../periodic-report/schedule.ts';
import type { YearRecord } from '../year/year.ts';

/** One deadline of a year, where it is written and where it lands. */
export type Deadline = { readonly moved: MovedDay } & (
  | { readonly kind: 'year'; readonly of: YearDeadline }
  | { readonly kind: 'report'; readonly levels: readonly ControlLevel[]; readonly period: ReportPeriod }
  | { readonly kind: 'collection'; readonly collection: CollectionRecord }
);

/** All deadlines of a ministry's form of a year, by the day on which they land. */
export function deadlinesOf(
  year: Pick<YearRecord, 'ministry' | 'fiscalYear'>,
  collections: readonly CollectionRecord[],
  tree: AgencyTree,
  workdays: Workdays,
): readonly Deadline[] {
  const stands = (day: string): MovedDay => ({ day, from: day, why: null, byCalendar: null });
  const listed = yearDeadlines(year.fiscalYear, tree.nameOf(year.ministry)).map((of): Deadline => ({
    kind: 'year',
    of,
    moved: of.moves ? workdays.moved(of.day) : stands(of.day),
  }));
  const periods = controlLevels.flatMap((level) =>
    periodsOf(year, level, tree, null, workdays).map((period) => ({ level, period })),
  );
  const reports = [
    ...Map.groupBy(periods, ({ period }) => `${period.from}-${period.month}-${period.due}`).values(),
  ].flatMap(([first, ...others]): Deadline[] => {
    if (first === undefined) return [];
    const levels = [first, ...others].map(({ level }) => level);
    return [{ kind: 'report', levels, period: first.period, moved: first.period.moved }];
  });
  // The day of a collection is the compiler's own word: nothing moves it.
  const sent = collections.map((collection): Deadline => ({
    kind: 'collection',
    collection,
    moved: stands(collection.due),
  }));
  return [...listed, ...reports, ...sent].toSorted((a, b) =>
    a.moved.day < b.moved.day ? -1 : a.moved.day > b.moved.day ? 1 : 0,
  );
}
