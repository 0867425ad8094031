import { Type } from '@sinclair/typebox';
import { controlLevels } from '@guankao/regulations';
import { Day, FiscalYear, Moment, nullable, oneOf, Twd, Who, type Of } from '../../schema.ts';
import { reportMachine, type ReportState } from './machine.ts';

const Percent = (description: string) => Type.Number({ minimum: 0, maximum: 100, description });
const Text = (description: string) => Type.String({ maxLength: 4_000, description });

const contentFields = {
  items: Type.Array(
    Type.Object({
      item: Type.String({ maxLength: 20, description: 'Id of the work item: w1' }),
      done: nullable(Percent('累計實際進度, percent of the item; at most two digits after the point'), {
        description: 'null: not filled in yet',
      }),
    }),
    { maxItems: 100 },
  ),
  checkPoints: Type.Array(
    Type.Object({
      checkPoint: Type.String({ maxLength: 20, description: 'Id of the milestone: c1' }),
      reached: nullable(Day, { description: 'The day on which it was reached; null: not yet' }),
      evidence: Type.String({ maxLength: 500, description: '佐證: owed for what was reached' }),
    }),
    { maxItems: 200 },
  ),
  spent: nullable(Twd, { description: '累計實際支用 of the row in this year, TWD, to the end of the period' }),
  cause: nullable(Type.String({ maxLength: 40 }), { description: '落後原因: a code; owed where it is behind' }),
  explanation: Text('落後情形說明; owed where it is behind'),
  measures: Text('因應對策; owed where it is behind'),
  forecast: nullable(Percent('年終預估: progress of the whole plan at the year’s end, percent'), {
    description: 'null: not estimated',
  }),
};

const ReportContentJson = Type.Object(contentFields, { $id: 'ReportContent' });
export type ReportContent = Of<typeof ReportContentJson>;
export const ReportContentInput = Type.Object(contentFields);

/** What one period of a row’s annual work plan came to. */
export const PeriodicReportJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-01-填報-bureau-06' }),
    row: Type.String({ description: 'Id of the row' }),
    workPlan: Type.String({ description: 'Id of the work plan' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    agency: Type.String({ description: 'Id of the executing agency' }),
    fiscalYear: FiscalYear,
    position: Type.Integer({ description: 'Of the row in the form' }),
    from: Type.Integer({ description: 'First month of the period, 1 to 12' }),
    month: Type.Integer({ description: 'Last month of the period' }),
    level: oneOf(controlLevels, { description: 'By which its period and day are set' }),
    due: Type.String({ description: 'The last day on which it is in time: 2025-07-20' }),
    state: oneOf(Object.keys(reportMachine.labels) as ReportState[]),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    content: ReportContentJson,
    firstSubmitted: nullable(Day, { description: 'Day in Taipei of the first 陳核; null: never' }),
    daysLate: Type.Integer({ description: 'Of the first 陳核, after `due`; 0: in time or not yet' }),
    planned: nullable(Type.Number(), { description: 'Planned progress when it was submitted last, percent' }),
    done: nullable(Type.Number(), { description: 'Actual progress when it was submitted last, percent' }),
    remarks: Type.Array(Type.Object({ text: Type.String(), by: Who, at: Moment })),
    reviewed: nullable(Type.Object({ by: Who, at: Moment }), { description: '主管審核; null: not, or not any more' }),
    writers: Type.Array(Type.String({ description: 'Id of an account' })),
  },
  { $id: 'PeriodicReport' },
);
export type PeriodicReport = Of<typeof PeriodicReportJson>;

export function reportId(row: string, agency: string, month: number): string {
  return `${row}-填報-${agency}-${String(month).padStart(2, '0')}`;
}
