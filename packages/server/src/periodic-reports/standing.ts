import type { Office } from '@guankao/store';
import { workdaysOf } from '../office-calendar/calendar.ts';
import type { PeriodLine, ReportsOfRow } from '@guankao/web';
import {
  contentInForce,
  dayInTaipei,
  daysLate,
  firstApproval,
  may,
  periodicReportPolicy,
  periodsOf,
  reportId,
  type Context,
  type PeriodicReport,
  type RowRecord,
  type WorkPlan,
  type YearRecord,
} from '@guankao/workflow';

/** Each period of a row's approved work plan with its report; null where no plan of it was approved. */
export async function reportsOfRow(
  office: Office,
  row: RowRecord,
  plan: WorkPlan | null,
  current: Context,
): Promise<ReportsOfRow | null> {
  const content = plan === null ? null : contentInForce(plan);
  const year = (await office.record('year', row.year)) as YearRecord | null;
  if (plan === null || content === null || year === null) return null;
  const { actor, tree, now } = current;
  const [today, workdays] = [dayInTaipei(now), await workdaysOf(office)];
  const lines = await Promise.all(
    periodsOf(year, content.level, tree, firstApproval(plan), workdays).map(async (period): Promise<PeriodLine> => {
      const report = await reportOfPeriod(office, row, period.month, current);
      return {
        period,
        report,
        isOpen: today > period.lastDay,
        isLocked: (year.lockedMonths ?? []).includes(period.month),
        daysLate: daysLate(period.due, report?.firstSubmitted ?? today),
      };
    }),
  );
  const none = { agency: row.agency, state: 'filling', writers: [] } as const;
  return { lines, mayReport: may(periodicReportPolicy, 'write', actor, none, tree) };
}

async function reportOfPeriod(
  office: Office,
  row: RowRecord,
  month: number,
  { actor, tree }: Context,
): Promise<PeriodicReport | null> {
  const report = (await office.record('periodic-report', reportId(row.id, row.agency, month))) as PeriodicReport | null;
  return report !== null && may(periodicReportPolicy, 'read', actor, report, tree) ? report : null;
}
