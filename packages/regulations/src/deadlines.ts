import { parse } from 'yaml';
import type { Message } from '@guankao/domain';
import yearDeadlineList from './deadlines/deadlines.yaml';
import moving from './deadlines/moving.yaml';
import type { ControlLevel } from './reporting.ts';

/** What becomes of a deadline whose last day is no workday, and where that is written. */
export const deadlineMoving = parse(moving) as {
  readonly article: string;
  readonly source: string;
  readonly settled: boolean;
  readonly note: string;
};

/** A deadline of a form's year. */
export interface YearDeadline extends Message {
  readonly id: string;
  /** null: of plans of every level. */
  readonly levels: readonly ControlLevel[] | null;
  /** ISO, as it is written: not moved yet. */
  readonly day: string;
  /** A day of rest moves it. */
  readonly moves: boolean;
  readonly article: string;
  readonly source: string;
  readonly settled: boolean;
  readonly note: string;
}

interface Listed extends Omit<YearDeadline, 'day' | 'levels'> {
  readonly of: 'central' | 'local' | 'all' | readonly string[];
  readonly levels?: readonly ControlLevel[];
  readonly year: number;
  readonly month: number;
  readonly day: number | 'last';
}

const { deadlines } = parse(yearDeadlineList) as { readonly deadlines: readonly Listed[] };

/** Those of a ministry or local government by its printed name, of a Gregorian fiscal year, as they are listed. */
export function yearDeadlines(fiscalYear: number, ministry: string): readonly YearDeadline[] {
  const isLocal = ministry.endsWith('政府');
  return deadlines
    .filter(({ of }) =>
      typeof of === 'string'
        ? of === 'all' || (of === 'local') === isLocal
        : of.some((beginning) => ministry.startsWith(beginning)),
    )
    .map(({ of: _of, year, month, day, levels = null, ...said }) => {
      const on = day === 'last' ? [month, 0] : [month - 1, day];
      const date = new Date(Date.UTC(fiscalYear + year, on[0] ?? 0, on[1]));
      return { ...said, levels, day: date.toISOString().slice(0, 10) };
    });
}
