import { exactly, weighted } from '../work-plan/progress.ts';
import type { WorkContent } from '../work-plan/work-plan.ts';
import { lastDayOfMonth } from '../year/commands/lock-month.ts';
import type { ReportContent } from './report.ts';

/** A period held against what was planned; progress in hundredths of a percent. */
export interface Progress {
  readonly planned: number;
  readonly done: number;
  /** Ids of milestones that were due by the period's end and are not told as reached. */
  readonly missed: readonly string[];
  /** 落後: less done than planned, or a milestone missed. */
  readonly behind: boolean;
}

export function progressOf(
  plan: WorkContent,
  { items, checkPoints }: Pick<ReportContent, 'items' | 'checkPoints'>,
  fiscalYear: number,
  month: number,
): Progress {
  const doneOf = new Map(items.map(({ item, done }) => [item, done ?? 0]));
  const reached = new Set(checkPoints.flatMap((one) => (one.reached === null ? [] : [one.checkPoint])));
  const planned = plan.items.map((item) => ({ weight: item.weight, percent: item.planned[month - 1] ?? 0 }));
  const done = plan.items.map(({ id, weight }) => ({ weight, percent: doneOf.get(id) ?? 0 }));
  const last = lastDayOfMonth(fiscalYear, month);
  const missed = plan.checkPoints.filter(({ id, due }) => due <= last && !reached.has(id)).map(({ id }) => id);
  // Held against each other as they are, and rounded to be shown only.
  const behind = exactly(done) < exactly(planned) || missed.length > 0;
  return { planned: weighted(planned), done: weighted(done), missed, behind };
}
