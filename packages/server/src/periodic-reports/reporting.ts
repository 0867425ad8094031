import type { Office } from '@guankao/store';
import { workdaysOf } from '../office-calendar/calendar.ts';
import {
  dayInTaipei,
  lastDayOfMonth,
  may,
  periodicReportPolicy,
  reportingOf,
  workPlanPolicy,
  type AgencyReporting,
  type Context,
  type PeriodicReport,
  type RowRecord,
  type WorkPlan,
  type YearRecord,
} from '@guankao/workflow';

/** Who has reported of a month. */
export interface YearReporting {
  readonly month: number;
  /** Months that are over, at least one to be shown. */
  readonly months: readonly number[];
  /** False before January is over: then nothing can be late. */
  readonly begun: boolean;
  readonly agencies: readonly AgencyReporting[];
}

/** `asked`: the month that was asked for; where it is not over, the last that is. `rows`: those that this person may see. */
export async function reportingOfYear(
  office: Office,
  year: YearRecord,
  rows: readonly RowRecord[],
  asked: number | null,
  { actor, tree, now }: Context,
): Promise<YearReporting> {
  const today = dayInTaipei(now);
  const over = Array.from({ length: 12 }, (_, at) => at + 1).filter(
    (month) => lastDayOfMonth(year.fiscalYear, month) < today,
  );
  const months = over.length === 0 ? [1] : over;
  const month = months.find((one) => one === asked) ?? months.at(-1) ?? 1;
  const plans = ((await office.records('work-plan', year.id)) as readonly WorkPlan[]).filter((plan) =>
    may(workPlanPolicy, 'read', actor, plan, tree),
  );
  const reports = ((await office.records('periodic-report', year.id)) as readonly PeriodicReport[]).filter((report) =>
    may(periodicReportPolicy, 'read', actor, report, tree),
  );
  const agencies =
    over.length === 0 ? [] : reportingOf({ year, rows, plans, reports }, month, today, tree, await workdaysOf(office));
  return { month, months, begun: over.length > 0, agencies };
}
