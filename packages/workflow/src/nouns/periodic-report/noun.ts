import { Type } from '@sinclair/typebox';
import { heading, terms } from '@guankao/terms';
import { defineCommand, defineNoun, type AnyRecord, type Call } from '../../noun.ts';
import { moveNamed } from '../../machine.ts';
import type { RowRecord } from '../row/row.ts';
import { workPlanId, type WorkPlan } from '../work-plan/work-plan.ts';
import type { YearRecord } from '../year/year.ts';
import { moveReport, openReport, saveReport, type Surroundings } from './commands/write.ts';
import { applyToReport, type PeriodicReportEvent } from './events.ts';
import { reportMachine, reportMoves } from './machine.ts';
import { periodicReportPolicy } from './policy.ts';
import { PeriodicReportJson, ReportContentInput, reportId, type PeriodicReport } from './report.ts';

const OpenInput = Type.Object({
  row: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the row' }),
  month: Type.Integer({ minimum: 1, maximum: 12, description: 'The last month of the period' }),
});
const MoveInput = Type.Object({
  reason: Type.Optional(Type.String({ maxLength: 2_000, description: 'Owed by a return and by a correction' })),
});

const around = [
  { noun: 'row', id: (report: PeriodicReport) => report.row },
  { noun: 'work-plan', id: (report: PeriodicReport) => report.workPlan },
  { noun: 'year', id: (report: PeriodicReport) => report.year },
] as const;

function surroundings({ beside: [row, plan, year] }: { readonly beside: readonly AnyRecord[] }): Surroundings {
  return { row: row as unknown as RowRecord, plan: plan as unknown as WorkPlan, year: year as unknown as YearRecord };
}

const moves = reportMoves.map((name) => {
  const move = moveNamed(reportMachine, name);
  return defineCommand<PeriodicReport, typeof MoveInput>({
    name,
    label: move.label,
    may: name,
    as: () => move.who,
    input: MoveInput,
    beside: around,
    reason: ({ reason = '' }) => (reason.trim() === '' ? null : reason.trim()),
    decide: (report, { reason = '' }, call) =>
      moveReport(report, name, reason, surroundings(call), shownIn(call), call),
  });
});

function shownIn({ shown }: Call): number {
  return shown ?? 0;
}

/** Months from a report to the one before it: of a plan that is reported on by month, or by quarter. */
const monthsBefore = [1, 3] as const;

function newestIn(reports: readonly AnyRecord[]): PeriodicReport | null {
  return (reports as unknown as readonly PeriodicReport[]).toSorted((a, b) => b.month - a.month)[0] ?? null;
}

const rowIn = (beside: readonly AnyRecord[]) => beside[0] as unknown as RowRecord;

export const periodicReport = defineNoun<PeriodicReport, PeriodicReportEvent>({
  name: 'periodic-report',
  plural: 'periodic-reports',
  label: heading(terms.periodicReport),
  record: PeriodicReportJson,
  fields: {},
  values: () => ({}),
  machine: reportMachine,
  policy: periodicReportPolicy,
  kinds: ['periodic-report-opened', 'periodic-report-saved', 'periodic-report-moved'],
  apply: applyToReport,
  placeOf: ({ year, agency, position, month, state }) => ({
    parent: year,
    agency,
    position: month * 100_000 + position,
    state,
  }),
  commands: [
    defineCommand<null, typeof OpenInput>({
      name: 'open',
      label: { 'zh-Hant': '開始填報', en: 'begin' },
      may: 'write',
      as: () => 'officer',
      input: OpenInput,
      beside: [
        { noun: 'row', id: (_none, { row }) => row },
        { noun: 'work-plan', id: (_none, _input, before) => workPlanId(rowIn(before).id, rowIn(before).agency) },
        { noun: 'year', id: (_none, _input, before) => rowIn(before).year },
        ...monthsBefore.map((months) => ({
          noun: 'periodic-report',
          id: (_none: null, { month }: { readonly month: number }, before: readonly AnyRecord[]) =>
            reportId(rowIn(before).id, rowIn(before).agency, month - months),
          optional: true as const,
        })),
      ],
      creates: (_input, beside) => ({ agency: rowIn(beside).agency, state: 'filling', writers: [] }),
      decide: (_none, { month }, call) => openReport(month, surroundings(call), newestIn(call.beside.slice(3)), call),
    }),
    defineCommand<PeriodicReport, typeof ReportContentInput>({
      name: 'save',
      label: { 'zh-Hant': '儲存', en: 'save' },
      may: 'write',
      as: () => 'officer',
      input: ReportContentInput,
      beside: around,
      decide: (report, content, call) => saveReport(report, content, surroundings(call), shownIn(call), call),
    }),
    ...moves,
  ],
});
