import { Refusal } from '@guankao/domain';
import { demandVersion, type Context } from '../../../context.ts';
import { dayInTaipei } from '../../../days.ts';
import { cleanText } from '../../../fields.ts';
import { moved } from '../../../machine.ts';
import { sameJson } from '../../../same.ts';
import { reasonOwed } from '../../row/commands/move.ts';
import type { RowRecord } from '../../row/row.ts';
import { demandStillTheirs } from '../../work-plan/commands/write.ts';
import { contentInForce, type WorkContent, type WorkPlan } from '../../work-plan/work-plan.ts';
import type { YearRecord } from '../../year/year.ts';
import type { PeriodicReportEvent } from '../events.ts';
import { reportMachine, type ReportMove } from '../machine.ts';
import { progressOf } from '../progress.ts';
import { reportId, type PeriodicReport, type ReportContent } from '../report.ts';
import { daysLate, firstApproval, periodsOf } from '../schedule.ts';
import { demandSoundReport, demandWholeReport } from './sound.ts';

/** What a report is decided from, beside itself. */
export interface Surroundings {
  readonly row: RowRecord;
  readonly plan: WorkPlan;
  readonly year: YearRecord;
}

/** A report of a period that has ended, on the plan that was approved: what was reached by `before` stands in it. */
export function openReport(
  month: number,
  { row, plan, year }: Surroundings,
  before: Pick<PeriodicReport, 'content'> | null,
  { tree, now, workdays }: Context,
): readonly PeriodicReportEvent[] {
  demandStillTheirs(plan, row);
  const content = approved(plan);
  const periods = periodsOf(year, content.level, tree, firstApproval(plan), workdays);
  const period = periods.find((one) => one.month === month);
  if (period === undefined)
    throw noSuchPeriod(
      month,
      periods.map((one) => one.month),
    );
  if (dayInTaipei(now) <= period.lastDay) throw notOpenYet(period.month, period.lastDay);
  demandNotLocked(year, month);
  const report: PeriodicReport = {
    id: reportId(row.id, plan.agency, month),
    row: row.id,
    workPlan: plan.id,
    year: plan.year,
    agency: plan.agency,
    fiscalYear: plan.fiscalYear,
    position: plan.position,
    from: period.from,
    month,
    level: content.level,
    due: period.due,
    state: 'filling',
    version: 1,
    content: newlyReported(content, before?.content ?? null),
    firstSubmitted: null,
    daysLate: 0,
    planned: null,
    done: null,
    remarks: [],
    reviewed: null,
    writers: [],
  };
  return [{ kind: 'periodic-report-opened', subject: report.id, payload: { report } }];
}

/** A milestone is reached once: its day and evidence are not asked for again with every report. */
export function newlyReported(content: WorkContent, before: ReportContent | null): ReportContent {
  const nothing = nothingReported(content);
  const reached = new Map(before?.checkPoints.map((point) => [point.checkPoint, point]));
  return { ...nothing, checkPoints: nothing.checkPoints.map((point) => reached.get(point.checkPoint) ?? point) };
}

/** Every item and milestone of a plan, none of them told of yet. */
export function nothingReported({ items, checkPoints }: WorkContent): ReportContent {
  return {
    items: items.map(({ id }) => ({ item: id, done: null })),
    checkPoints: checkPoints.map(({ id }) => ({ checkPoint: id, reached: null, evidence: '' })),
    spent: null,
    cause: null,
    explanation: '',
    measures: '',
    forecast: null,
  };
}

/** Saves the whole content. The same again is no event. */
export function saveReport(
  report: PeriodicReport,
  given: ReportContent,
  { row, plan, year }: Surroundings,
  shown: number,
  { actor }: Context,
): readonly PeriodicReportEvent[] {
  demandStillTheirs(plan, row);
  demandNotLocked(year, report.month);
  const after = cleaned(given);
  if (sameJson(after, report.content)) return [];
  demandVersion(report.version, shown);
  demandSoundReport(after, approved(plan), row, report);
  const payload = { before: report.content, after, writer: actor.id };
  return [{ kind: 'periodic-report-saved', subject: report.id, payload }];
}

/** Moves a report on or back. A submission is held to the plan in force and says how late it is. */
export function moveReport(
  report: PeriodicReport,
  name: ReportMove,
  reason: string,
  { row, plan, year }: Surroundings,
  shown: number,
  { actor, tree, now, workdays }: Context,
): readonly PeriodicReportEvent[] {
  const move = moved(reportMachine, report.state, name);
  demandVersion(report.version, shown);
  demandStillTheirs(plan, row);
  demandNotLocked(year, report.month);
  const why = cleanText(reason.trim(), reasonLabel, 'reason');
  if (move.reason && why === '') throw reasonOwed(move.label);
  const base = { move: name, from: report.state, to: move.to, by: actor.id, name: actor.name, at: now.toISOString() };
  const submitted = name === 'submit' ? submission(report, { row, plan, year }, { tree, now, workdays }) : null;
  const payload = { ...base, why: why === '' ? null : why, submitted };
  return [{ kind: 'periodic-report-moved', subject: report.id, payload }];
}

function submission(
  report: PeriodicReport,
  { row, plan, year }: Surroundings,
  { tree, now, workdays }: Pick<Context, 'tree' | 'now' | 'workdays'>,
) {
  const content = approved(plan);
  demandSoundReport(report.content, content, row, report);
  const progress = progressOf(content, report.content, report.fiscalYear, report.month);
  demandWholeReport(report.content, content, progress);
  const day = dayInTaipei(now);
  const periods = periodsOf(year, report.level, tree, firstApproval(plan), workdays);
  const period = periods.find(({ month }) => month === report.month);
  // A calendar that was imported since it was begun may have moved the day.
  const due = period?.due ?? report.due;
  const late = daysLate(due, day);
  if (late > 0 && report.firstSubmitted === null && period?.rule.lateIsRefused === true)
    throw tooLate(due, period.rule.article);
  return { day, due, daysLate: late, planned: progress.planned / 100, done: progress.done / 100 };
}

function cleaned(given: ReportContent): ReportContent {
  return {
    ...given,
    checkPoints: given.checkPoints.map((point, at) => ({
      ...point,
      evidence: cleanText(point.evidence.trim(), { 'zh-Hant': '佐證', en: 'evidence' }, `point-${at + 1}-evidence`),
    })),
    explanation: cleanText(given.explanation.trim(), { 'zh-Hant': '落後情形說明', en: 'explanation' }, 'explanation'),
    measures: cleanText(given.measures.trim(), { 'zh-Hant': '因應對策', en: 'measures' }, 'measures'),
  };
}

const reasonLabel = { 'zh-Hant': '理由', en: 'reason' } as const;

function approved(plan: WorkPlan): WorkContent {
  const content = contentInForce(plan);
  if (content !== null) return content;
  throw new Refusal('work-plan-not-approved', 409, {
    'zh-Hant': '這一列的年度作業計畫還沒有核定，不能填報。請先完成年度作業計畫的陳核與核定。',
    en: 'the annual work plan of this row is not approved yet: nothing can be reported on it. Have it submitted and approved first.',
  });
}

function demandNotLocked(year: YearRecord, month: number): void {
  if (!(year.lockedMonths ?? []).includes(month)) return;
  throw new Refusal('month-locked', 409, {
    'zh-Hant': `${month} 月的填報已鎖定，不能再填或更改。確有錯誤時，請彙整人員寫明理由重開該月。`,
    en: `reports of month ${month} are locked and cannot be written or changed. Where one is wrong, ask the compiler to open the month again, with the reason.`,
  }).about('month');
}

function notOpenYet(month: number, lastDay: string): Refusal {
  return new Refusal('report-not-open', 409, {
    'zh-Hant': `${month} 月的填報要到 ${lastDay} 過後才開放。請在該期結束後再填。`,
    en: `reports of month ${month} open after ${lastDay}. Report when the period is over.`,
  }).about('month');
}

function noSuchPeriod(month: number, months: readonly number[]): Refusal {
  return new Refusal('no-such-period', 422, {
    'zh-Hant': `這份年度作業計畫沒有以 ${month} 月結束的填報期。依管制級別，填報的月份是：${months.join('、')}。`,
    en: `no period of this work plan ends with month ${month}. By its level of control, reports are of the months ${months.join(', ')}.`,
  }).about('month');
}

function tooLate(due: string, article: string): Refusal {
  return new Refusal('report-too-late', 409, {
    'zh-Hant': `填報期限 ${due} 已過，依${article}逾期不受理。填好的內容都還在；請洽管考單位。`,
    en: `the report was due on ${due}; by ${article} late ones are not taken. What was filled in is kept; ask the evaluation unit.`,
  }).about('month');
}
