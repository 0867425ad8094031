import { parse } from 'yaml';
import noticeDays from './reporting/notices.yaml';

/** In days of the calendar. */
export interface NoticeRule {
  /** Told once each time that so many days are left, falling. */
  readonly remindBefore: readonly number[];
  /** Told once each time that it is late by so many days, rising. */
  readonly remindWhenLate: readonly number[];
  /** Late by so many days, it goes up to the unit's supervisor, then to the ministry's compiler. */
  readonly toSupervisorAfter: number;
  readonly toCompilerAfter: number;
  /** For which an approval is news. */
  readonly answersFor: number;
  /** False where no source settles the days: they are the assumption of this program. */
  readonly settled: boolean;
}

const rules = parse(noticeDays) as {
  readonly settled: boolean;
  readonly from: Readonly<Record<string, Omit<NoticeRule, 'settled'>>>;
};

/** The days that hold on an ISO date; the earliest hold before it, too. */
export function noticeRule(date: string): NoticeRule {
  const dates = Object.keys(rules.from).toSorted();
  const begun = rules.from[dates.findLast((from) => from <= date) ?? dates[0] ?? ''];
  if (begun === undefined) throw new Error('notices.yaml has no rule');
  return { ...begun, settled: rules.settled };
}
