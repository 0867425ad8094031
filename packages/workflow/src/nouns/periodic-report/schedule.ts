import { reportingRule, type ControlLevel, type ReportingRule } from '@guankao/regulations';
import type { AgencyTree } from '../../actors.ts';
import { dayInTaipei } from '../../days.ts';
import { weekendsOnly, type MovedDay, type Workdays } from '../../workdays.ts';
import type { WorkPlan } from '../work-plan/work-plan.ts';
import { lastDayOfMonth } from '../year/commands/lock-month.ts';
import type { YearRecord } from '../year/year.ts';

/** One period of a year that a plan of a level is reported on. */
export interface ReportPeriod {
  /** Its first and last month, 1 to 12. */
  readonly from: number;
  readonly month: number;
  /** Its last day, ISO: reports are open from the day after. */
  readonly lastDay: string;
  /** The last day on which a report is in time, ISO: where the rule's day is one of rest, the next workday. */
  readonly due: string;
  readonly moved: MovedDay;
  readonly rule: ReportingRule;
}

/**
 * The periods of a year, in their order: twelve, or four. The rule is the one in force on a period's last day. What ended
 * before the plan was first approved could not be reported on: it is due with the period in which it was approved.
 */
export function periodsOf(
  { ministry, fiscalYear }: Pick<YearRecord, 'ministry' | 'fiscalYear'>,
  level: ControlLevel,
  tree: AgencyTree,
  approvedOn: string | null = null,
  workdays: Workdays = weekendsOnly,
): readonly ReportPeriod[] {
  const periods: ReportPeriod[] = [];
  let from = 1;
  for (let month = 1; month <= 12; month += 1) {
    const lastDay = lastDayOfMonth(fiscalYear, month);
    const rule = reportingRule(level, tree.nameOf(ministry), lastDay);
    if (rule.every === 'quarter' && month % 3 !== 0) continue;
    const since = approvedOn !== null && approvedOn > lastDay ? approvedOn : lastDay;
    const moved = workdays.moved(dueAfter(since, rule));
    periods.push({ from, month, lastDay, due: moved.day, moved, rule });
    from = month + 1;
  }
  return periods;
}

/** The rule's day of the month after the period in which `day` lies. */
function dueAfter(day: string, { every, day: of }: ReportingRule): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  const last = every === 'quarter' ? Math.ceil(month / 3) * 3 : month;
  return new Date(Date.UTC(year, last, of)).toISOString().slice(0, 10);
}

/** Day in Taipei on which a plan was first approved; null: it was not. */
export function firstApproval({ approvals: [first] }: Pick<WorkPlan, 'approvals'>): string | null {
  return first === undefined ? null : dayInTaipei(new Date(first.at));
}

/** Days from `due` to `day`, both ISO: 0 where it was in time. */
export function daysLate(due: string, day: string): number {
  return Math.max(0, Math.round((Date.parse(`${day}T00:00:00Z`) - Date.parse(`${due}T00:00:00Z`)) / 86_400_000));
}
