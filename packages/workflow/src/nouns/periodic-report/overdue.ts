import type { AgencyTree } from '../../actors.ts';
import { weekendsOnly, type Workdays } from '../../workdays.ts';
import { isStanding, type RowRecord } from '../row/row.ts';
import { contentInForce, workPlanId, type WorkPlan } from '../work-plan/work-plan.ts';
import type { YearRecord } from '../year/year.ts';
import { reportId, type PeriodicReport } from './report.ts';
import { daysLate, firstApproval, periodsOf, type ReportPeriod } from './schedule.ts';

/** How one row stands for one month. */
interface RowReporting {
  readonly row: RowRecord;
  /** null: no work plan of it was approved, so that nothing is due. */
  readonly period: ReportPeriod | null;
  readonly report: PeriodicReport | null;
  /** The first 陳核 came, in time or not. */
  readonly isReported: boolean;
  /** Of what was reported late, and, until it is, of what is not there. */
  readonly daysLate: number;
}

/** An agency for one month: M of its N due reports came. */
export interface AgencyReporting {
  /** Id. */
  readonly agency: string;
  readonly rows: readonly RowReporting[];
  readonly due: number;
  readonly reported: number;
  /** 逾期未報: the day is past, and nothing came. */
  readonly overdue: number;
  readonly cameLate: number;
  readonly withoutPlan: number;
}

interface YearOfReports {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
  readonly plans: readonly WorkPlan[];
  readonly reports: readonly PeriodicReport[];
}

/**
 * Who has reported of a month, by agency in the form's order; `today` is a day in Taipei. Rows whose period does not end
 * with the month are left out; those without an approved work plan are told, and owe nothing.
 */
export function reportingOf(
  { year, rows, plans, reports }: YearOfReports,
  month: number,
  today: string,
  tree: AgencyTree,
  workdays: Workdays = weekendsOnly,
): readonly AgencyReporting[] {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const reportOf = new Map(reports.map((report) => [report.id, report]));
  const standing = rows.filter(isStanding).flatMap((row): RowReporting[] => {
    const plan = planOf.get(workPlanId(row.id, row.agency));
    const content = plan === undefined ? null : contentInForce(plan);
    if (plan === undefined || content === null)
      return [{ row, period: null, report: null, isReported: false, daysLate: 0 }];
    const period = periodsOf(year, content.level, tree, firstApproval(plan), workdays).find(
      (one) => one.month === month,
    );
    if (period === undefined) return [];
    const report = reportOf.get(reportId(row.id, row.agency, month)) ?? null;
    const first = report?.firstSubmitted ?? null;
    return [{ row, period, report, isReported: first !== null, daysLate: daysLate(period.due, first ?? today) }];
  });
  return [...Map.groupBy(standing, ({ row }) => row.agency)].map(([agency, own]) => ({
    agency,
    rows: own,
    due: own.filter(({ period }) => period !== null).length,
    reported: own.filter(({ isReported }) => isReported).length,
    overdue: own.filter((one) => one.period !== null && !one.isReported && one.daysLate > 0).length,
    cameLate: own.filter((one) => one.isReported && one.daysLate > 0).length,
    withoutPlan: own.filter(({ period }) => period === null).length,
  }));
}

/** 「N 機關中 M 機關已報」: agencies of which anything is due, and those of which all of it came. */
export function agenciesReported(agencies: readonly AgencyReporting[]): { readonly of: number; readonly done: number } {
  const owing = agencies.filter(({ due }) => due > 0);
  return { of: owing.length, done: owing.filter(({ due, reported }) => reported === due).length };
}
