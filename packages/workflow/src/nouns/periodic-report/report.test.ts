import { Refusal } from '@guankao/domain';
import { lagCauses, reportingRule } from '@guankao/regulations';
import { describe, expect, test } from 'vitest';
import { AgencyTree, type Actor } from '../../actors.ts';
import { noMoney } from '../row/money.ts';
import type { RowRecord } from '../row/row.ts';
import { workPlanId, type WorkContent, type WorkPlan } from '../work-plan/work-plan.ts';
import type { YearRecord } from '../year/year.ts';
import {
  moveReport,
  newlyReported,
  nothingReported,
  openReport,
  saveReport,
  type Surroundings,
} from './commands/write.ts';
import { applyToReport, type PeriodicReportEvent } from './events.ts';
import { agenciesReported, reportingOf } from './overdue.ts';
import { progressOf } from './progress.ts';
import type { PeriodicReport, ReportContent } from './report.ts';
import { daysLate, periodsOf } from './schedule.ts';

const named = (ministry: string) =>
  new AgencyTree([
    { id: 'ministry', name: ministry, parent: null },
    { id: 'bureau', name: '範例署', parent: 'ministry' },
    { id: 'office', name: '虛擬局', parent: 'ministry' },
  ]);
const tree = named('範例部');
const officer: Actor = { id: 'officer', name: '承辦', grants: [{ role: 'officer', agency: 'bureau' }] };
const at = (day: string) => new Date(`${day}T04:00:00Z`);
const year = { id: '範例部-114', ministry: 'ministry', fiscalYear: 2025, version: 1 } as unknown as YearRecord;

const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, month) => values[month] ?? values.at(-1) ?? 0);
const content: WorkContent = {
  level: 'ministry',
  items: [
    { id: 'w1', name: '設計', weight: 40, planned: byMonth(0, 50, 100) },
    { id: 'w2', name: '施工', weight: 60, planned: byMonth(0, 0, 10) },
  ],
  checkPoints: [{ id: 'c1', name: '決標', due: '2025-02-28', evidence: '決標公告' }],
  spending: byMonth(0, 100),
};

function standing(number: number, agency = 'bureau', approved: WorkContent | null = content): Surroundings {
  const row = {
    id: `範例部-114-0${number}`,
    agency,
    state: 'drafting',
    fiscalYear: 2025,
    position: number,
    texts: { name: `計畫${number}` },
    money: { ...noMoney, ownTotal: 1_000 },
  } as unknown as RowRecord;
  const approvals =
    approved === null
      ? []
      : [{ adjustment: 0, reason: null, content: approved, by: '主管', at: '2025-01-05T02:00:00.000Z' }];
  const id = workPlanId(row.id, agency);
  const plan = {
    id,
    row: row.id,
    year: year.id,
    agency,
    fiscalYear: 2025,
    position: number,
    approvals,
  } as unknown as WorkPlan;
  return { row, plan, year };
}

const told: ReportContent = {
  items: [
    { item: 'w1', done: 50 },
    { item: 'w2', done: 0 },
  ],
  checkPoints: [{ checkPoint: 'c1', reached: '2025-02-20', evidence: '決標公告 114-02-20' }],
  spent: 100,
  cause: null,
  explanation: '',
  measures: '',
  forecast: 100,
};

function fold(report: PeriodicReport | null, events: readonly PeriodicReportEvent[]): PeriodicReport {
  const folded = events.reduce<PeriodicReport | null>(applyToReport, report);
  if (folded === null) throw new Error('nothing happened');
  return folded;
}

const context = (day: string, of = tree) => ({ actor: officer, tree: of, now: at(day) });
const saved = (given: Partial<ReportContent> = {}, around = standing(1)) => {
  const opened = fold(null, openReport(2, around, null, context('2025-03-01')));
  return fold(opened, saveReport(opened, { ...told, ...given }, around, 1, context('2025-03-01')));
};
const refused = (work: () => unknown): readonly [string, string | null] => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return [error.id, error.field];
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('when it is due', () => {
  test('by level: twelve months, or four quarters', () => {
    const months = periodsOf(year, 'ministry', tree);
    expect(months.map(({ month }) => month)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect([months[1]?.lastDay, months[1]?.due, months[11]?.due]).toEqual(['2025-02-28', '2025-03-20', '2026-01-20']);
    const quarters = periodsOf(year, 'agency', tree);
    expect(quarters.map(({ from, month }) => [from, month])).toEqual([
      [1, 3],
      [4, 6],
      [7, 9],
      [10, 12],
    ]);
  });

  test('what ended before the plan was approved is due with the period of the approval', () => {
    const due = (level: 'ministry' | 'agency', approved: string) =>
      periodsOf(year, level, tree, approved).map((period) => period.due);
    expect(due('ministry', '2025-03-25').slice(0, 4)).toEqual(['2025-04-21', '2025-04-21', '2025-04-21', '2025-05-20']);
    expect(due('agency', '2025-05-02').slice(0, 3)).toEqual(['2025-07-21', '2025-07-21', '2025-10-20']);
    expect(new Set(due('ministry', '2026-11-29'))).toEqual(new Set(['2026-12-21']));
    expect(due('ministry', '2025-01-31')[0]).toBe('2025-02-20');
  });

  test('by jurisdiction: a city has its own day; what the sources leave open says so', () => {
    expect(reportingRule('ministry', '嘉義市政府', '2025-02-28')).toMatchObject({
      day: 5,
      lateIsRefused: true,
      settled: true,
    });
    expect(reportingRule('ministry', '範例部', '2025-02-28')).toMatchObject({
      day: 20,
      lateIsRefused: false,
      settled: false,
    });
    expect(reportingRule('agency', '花蓮縣政府', '2025-02-28').every).toBe('month');
    expect(reportingRule('agency', '範例部', '1999-01-01').every).toBe('quarter');
    expect(new Set(lagCauses('2025-02-28').map(({ code }) => code)).size).toBe(lagCauses('2025-02-28').length);
  });

  test.each([
    ['2025-03-20', '2025-03-20', 0],
    ['2025-03-20', '2025-03-21', 1],
    ['2025-02-20', '2025-03-01', 9],
    ['2025-03-20', '2025-01-01', 0],
  ])('due %s, told %s: %s days late', (due, day, days) => expect(daysLate(due, day)).toBe(days));
});

describe('what is reported', () => {
  test('what was reached by the report before stands in the next; nothing else of it does', () => {
    const before = saved({ checkPoints: [{ checkPoint: 'c1', reached: '2025-02-20', evidence: '決標公告' }] });
    const next = fold(null, openReport(3, standing(1), before, context('2025-04-01')));
    expect(next.content).toEqual({
      ...nothingReported(content),
      checkPoints: [{ checkPoint: 'c1', reached: '2025-02-20', evidence: '決標公告' }],
    });
    expect(newlyReported({ ...content, checkPoints: [] }, before.content).checkPoints).toEqual([]);
  });

  test('opens the day after its period, on an approved plan, of a month that is not locked', () => {
    const open = (month: number, day: string, around = standing(1)) =>
      refused(() => openReport(month, around, null, context(day)));
    expect(open(2, '2025-02-28')).toEqual(['report-not-open', 'month']);
    expect(open(2, '2025-03-01', standing(1, 'bureau', null))[0]).toBe('work-plan-not-approved');
    expect(open(2, '2025-03-01', standing(1, 'bureau', { ...content, level: 'agency' }))).toEqual([
      'no-such-period',
      'month',
    ]);
    const locked = { ...standing(1), year: { ...year, lockedMonths: [2] } };
    expect(open(2, '2025-03-01', locked)).toEqual(['month-locked', 'month']);
    expect(refused(() => saveReport(saved(), { ...told, spent: 1 }, locked, 2, context('2025-03-02')))[0]).toBe(
      'month-locked',
    );
    expect(refused(() => moveReport(saved(), 'submit', '', locked, 2, context('2025-03-02')))[0]).toBe('month-locked');
  });

  test.each<readonly [string, Partial<ReportContent>, string, string | null]>([
    [
      'three digits after the point',
      {
        items: [
          { item: 'w1', done: 1.234 },
          { item: 'w2', done: 0 },
        ],
      },
      'not-a-percent',
      'item-1-done',
    ],
    [
      'an item of another plan',
      {
        items: [
          { item: 'w1', done: 1 },
          { item: 'w9', done: 0 },
        ],
      },
      'report-of-another-plan',
      null,
    ],
    [
      'an item twice',
      {
        items: [
          { item: 'w1', done: 1 },
          { item: 'w1', done: 0 },
        ],
      },
      'report-of-another-plan',
      null,
    ],
    [
      'reached after the period',
      { checkPoints: [{ checkPoint: 'c1', reached: '2025-03-01', evidence: '' }] },
      'reached-later',
      'point-1-reached',
    ],
    ['more spent than the row has', { spent: 1_001 }, 'spent-over', 'spent'],
    ['spent below zero', { spent: -1 }, 'not-an-amount', 'spent'],
    ['a cause that is none', { cause: '運氣不好' }, 'no-such-cause', 'cause'],
  ])('%s is refused at its cell', (_what, given, id, field) => {
    expect(refused(() => saved(given))).toEqual([id, field]);
  });

  test('behind is less done than planned, or a milestone missed; it owes cause, explanation and measures', () => {
    const month = (given: Partial<ReportContent>) => progressOf(content, { ...told, ...given }, 2025, 2);
    expect(month({})).toEqual({ planned: 2_000, done: 2_000, missed: [], behind: false });
    expect(month({ checkPoints: [{ checkPoint: 'c1', reached: null, evidence: '' }] })).toMatchObject({
      missed: ['c1'],
      behind: true,
    });
    expect(progressOf(content, told, 2025, 1).behind).toBe(false);
    const slow = {
      items: [
        { item: 'w1', done: 49.99 },
        { item: 'w2', done: 0 },
      ],
    };
    const submit = (given: Partial<ReportContent>) =>
      refused(() => moveReport(saved(given), 'submit', '', standing(1), 2, context('2025-03-02')));
    expect(submit(slow)).toEqual(['behind-owes-reason', 'cause']);
    expect(submit({ ...slow, cause: 'land' })).toEqual(['behind-owes-reason', 'explanation']);
    expect(submit({ ...slow, cause: 'land', explanation: '用地協議中' })).toEqual(['behind-owes-reason', 'measures']);
    expect(submit({ spent: null })).toEqual(['report-incomplete', 'spent']);
    expect(
      submit({
        items: [
          { item: 'w1', done: null },
          { item: 'w2', done: 0 },
        ],
      }),
    ).toEqual(['report-incomplete', 'item-1-done']);
    expect(submit({ checkPoints: [{ checkPoint: 'c1', reached: '2025-02-20', evidence: '' }] })).toEqual([
      'report-incomplete',
      'point-1-evidence',
    ]);
  });

  test('lateness is that of the first 陳核, and stays', () => {
    const move = (report: PeriodicReport, name: 'submit' | 'return', day: string, why = '') =>
      fold(report, moveReport(report, name, why, standing(1), report.version, context(day)));
    const late = move(saved(), 'submit', '2025-03-23');
    expect([late.firstSubmitted, late.daysLate, late.planned, late.done]).toEqual(['2025-03-23', 3, 20, 20]);
    const again = move(move(late, 'return', '2025-03-24', '請附佐證'), 'submit', '2025-04-30');
    expect([again.firstSubmitted, again.daysLate]).toEqual(['2025-03-23', 3]);
  });

  test('where the rule takes no late report, it is refused and what was filled in is kept', () => {
    const city = named('嘉義市政府');
    const opened = fold(null, openReport(2, standing(1), null, context('2025-03-01', city)));
    const written = fold(opened, saveReport(opened, told, standing(1), 1, context('2025-03-06', city)));
    expect(written.due).toBe('2025-03-05');
    expect(refused(() => moveReport(written, 'submit', '', standing(1), 2, context('2025-03-06', city)))[0]).toBe(
      'report-too-late',
    );
  });
});

describe('who is late', () => {
  const around = [standing(1), standing(2), standing(3, 'office'), standing(4, 'office', null)];
  const plans = around.map(({ plan }) => plan);
  const rows = around.map(({ row }) => row);
  const first = saved();
  const came = fold(first, moveReport(first, 'submit', '', standing(1), 2, context('2025-03-21')));

  test('is told by agency; N agencies of which M have reported', () => {
    const found = reportingOf({ year, rows, plans, reports: [came] }, 2, '2025-03-25', tree);
    expect(found.map(({ rows: _rows, ...counts }) => counts)).toEqual([
      { agency: 'bureau', due: 2, reported: 1, overdue: 1, cameLate: 1, withoutPlan: 0 },
      { agency: 'office', due: 1, reported: 0, overdue: 1, cameLate: 0, withoutPlan: 1 },
    ]);
    expect(agenciesReported(found)).toEqual({ of: 2, done: 0 });
    expect(found[0]?.rows.map((row) => row.daysLate)).toEqual([1, 5]);
  });

  test('on the day itself nothing is overdue; a retired row owes nothing', () => {
    const found = reportingOf({ year, rows, plans, reports: [] }, 2, '2025-03-20', tree);
    expect(found.map(({ overdue }) => overdue)).toEqual([0, 0]);
    const retired = rows.map((row) => ({ ...row, state: 'retired' as const }));
    expect(reportingOf({ year, rows: retired, plans, reports: [] }, 2, '2025-03-25', tree)).toEqual([]);
  });
});
