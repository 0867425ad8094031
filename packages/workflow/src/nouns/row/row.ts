import { Type } from '@sinclair/typebox';
import type { TypedForm, TypedRow } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { line, lines, objectOf, period } from '../../fields.ts';
import { Day, FiscalYear, Moment, nullable, oneOf, Sha256, Twd, Who, type Of } from '../../schema.ts';
import { rowMachine, type RowState } from './machine.ts';
import { DisclosureJson } from './disclosure.ts';
import { budgetedToDate, executedToDate, ShareMoneyJson } from './money.ts';
import { PlanVersionJson, versionInForce } from './plan-version.ts';

/** The texts of a row: the officer's. */
export const rowTextFields = {
  name: line({ label: terms.name, by: 'officer' }),
  type: line({ label: terms.type, by: 'officer' }),
  period: period({ label: terms.period, by: 'officer' }),
  plannedWork: lines({ label: terms.plannedWork, by: 'officer' }),
  execution: lines({ label: terms.execution, by: 'officer' }),
  goals: lines({ label: terms.goals, by: 'officer' }),
  explanation: lines({ label: terms.explanation, by: 'officer' }),
} as const;

export type TextField = keyof typeof rowTextFields;
export const textFieldNames = Object.keys(rowTextFields) as readonly TextField[];

/** The fields that the officer writes. Texts hold one item a line. */
const RowTextsJson = objectOf(rowTextFields, {
  $id: 'RowTexts',
  description: 'The fields that the officer writes',
});
export type RowTexts = Of<typeof RowTextsJson>;

/** An indicator with its targets by year and what became of them. A changed target keeps the first promise in sight. */
export const IndicatorRecordJson = Type.Object(
  {
    id: Type.String({ description: 'Within the row: i1' }),
    label: Type.String(),
    comparator: oneOf(['>=', '<=', '=', 'milestone'], { description: '`milestone` where no number is asked' }),
    unit: nullable(Type.String(), { description: 'Of target and result: 公里' }),
    scope: oneOf(['year', 'plan'], {
      description: 'What the target is of; the whole plan’s is carried from year to year',
    }),
    targets: Type.Array(
      Type.Object({
        value: nullable(Type.Number(), { description: 'In `unit`; null for a milestone' }),
        text: Type.String({ description: 'In words' }),
        at: Moment,
        by: Who,
        reason: nullable(Type.String(), { description: 'Why it was revised; null for the first' }),
        document: nullable(Type.String(), {
          description:
            'By which document it was revised: 院臺範字第1140001234號函; of a first one, the form that it was drawn from; null where none was named',
        }),
      }),
      { description: 'Oldest first: the first is the promise, the last one is judged by' },
    ),
    actual: nullable(
      Type.Object({ value: nullable(Type.Number(), { description: 'In `unit`' }), text: Type.String() }),
      { description: 'The result; null until it is recorded' },
    ),
    evidence: Type.Array(
      Type.Object({
        sha256: Sha256,
        name: Type.String({ description: 'Of the file; its bytes are at /api/evidence/{sha256}' }),
      }),
    ),
    stated: nullable(oneOf(['met', 'missed']), { description: 'What the agency says' }),
    reviewed: nullable(
      Type.Object({ verdict: oneOf(['met', 'missed', 'unsettled']), reason: Type.String(), by: Who, at: Moment }),
      { description: 'What the auditor says' },
    ),
  },
  { $id: 'IndicatorRecord' },
);
export type IndicatorRecord = Of<typeof IndicatorRecordJson>;

const RemarkJson = Type.Object(
  {
    field: nullable(oneOf([...textFieldNames, 'money', 'indicators']), { description: 'null: about the row' }),
    text: Type.String(),
    by: Who,
    role: Type.String({ description: 'In which it was said' }),
    at: Moment,
  },
  { $id: 'Remark' },
);
export type Remark = Of<typeof RemarkJson>;

const SpanJson = Type.Object(
  {
    start: Type.Integer({ description: 'In UTF-16 code units of the document’s text' }),
    end: Type.Integer({ description: 'Exclusive' }),
    page: Type.Optional(
      nullable(Type.Integer(), { description: '1-based; absent or null where the format has no pages' }),
    ),
    box: Type.Optional(
      Type.Unsafe<[x0: number, y0: number, x1: number, y1: number]>(
        Type.Array(Type.Number(), {
          minItems: 4,
          maxItems: 4,
          description: 'x0, y0, x1, y1 from the page’s top left, in points',
        }),
      ),
    ),
    address: Type.Optional(Type.String({ description: 'Sheet and cell: Sheet1!B7' })),
  },
  { $id: 'Span', description: 'Where a passage stands in a document' },
);

export const CitedJson = Type.Object({ text: Type.String(), span: SpanJson }, { $id: 'Cited' });

const CommitmentJson = Type.Object(
  {
    text: Type.String(),
    span: SpanJson,
    due: nullable(Type.String(), { description: 'ISO 8601 at the printed precision: 2025-06' }),
    about: Type.Optional(CitedJson),
  },
  {
    $id: 'Commitment',
    description:
      'A dated promise for later. `about` is the sentence before it, where the promise itself does not name the work.',
  },
);

/** What stood in last year's form, beside which this year's is written. */
const LastYearJson = Type.Object({
  fiscalYear: FiscalYear,
  texts: RowTextsJson,
  budgetedToDate: nullable(Twd, { description: 'TWD, from the plan’s start to that year’s end' }),
  executedToDate: nullable(Twd, {
    description: 'TWD, from the plan’s start to that year’s end, without amounts carried over',
  }),
  commitments: Type.Array(CommitmentJson, { description: 'Promises that this year is to answer' }),
});
export type LastYear = Of<typeof LastYearJson>;

/** A row that ended, and what was typed in it: offered to those that follow. */
const PredecessorJson = Type.Object(
  {
    id: Type.String({ description: 'Of the row' }),
    share: Type.String({ description: 'Of the share of a plan that it was a year of' }),
    name: Type.String(),
    texts: nullable(RowTextsJson, { description: 'As they stood; null in the years after' }),
    authors: Type.Optional(
      Type.Record(Type.String(), Type.Array(Type.String({ description: 'Id of an account' })), {
        description: 'By field: who wrote them; absent in the years after, and of rows of before this was kept',
      }),
    ),
  },
  { $id: 'PredecessorRow' },
);

/** Where a text that was not typed comes from. */
const drawnBy = {
  by: Who,
  at: Moment,
  overruled: nullable(Type.Object({ reason: Type.String(), by: Who, at: Moment }), {
    description: 'Words of one’s own in its place, with the reason; null: as its source says',
  }),
};
const DrawnTextsJson = Type.Object(
  {
    plannedWork: Type.Optional(
      Type.Object({
        workPlan: Type.String({ description: 'Id of the annual work plan' }),
        adjustment: Type.Integer({ description: 'Of the approval that it was drawn from: 0 is the first' }),
        ...drawnBy,
      }),
    ),
    execution: Type.Optional(
      Type.Object({
        report: Type.String({ description: 'Id of the periodic report' }),
        month: Type.Integer({ description: 'Last month of its period' }),
        version: Type.Integer({ description: 'Of the report, as it was drawn' }),
        ...drawnBy,
      }),
    ),
  },
  { $id: 'DrawnTexts' },
);
export type DrawnTexts = Of<typeof DrawnTextsJson>;

/** Texts that can be drawn. */
export type DrawnField = keyof DrawnTexts;

/** It stands as its source says it: it is changed there, or overruled with a reason. */
export function isDrawn({ drawn }: Pick<RowRecord, 'drawn'>, field: DrawnField): boolean {
  const held = drawn?.[field];
  return held !== undefined && held.overruled === null;
}

/** 以前年度保留轉入 as an approved carry-over of the year before gives it. */
const CarriedInJson = Type.Object(
  {
    carryOver: Type.String({ description: 'Id of the carry-over' }),
    amount: Type.Integer({ description: 'TWD that was approved' }),
    document: Type.String({ description: '核定文號' }),
    date: Day,
    by: Who,
    at: Moment,
    overruled: nullable(Type.Object({ reason: Type.String(), by: Who, at: Moment }), {
      description: 'Another amount may be recorded, with the reason; null: the recorded amount is the approved one',
    }),
  },
  { $id: 'CarriedIn' },
);
export type CarriedIn = Of<typeof CarriedInJson>;

/** A share of a plan in a year: one row of the form. */
export const RowRecordJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114-01' }),
    year: Type.String({ description: 'Id of the year’s form' }),
    fiscalYear: FiscalYear,
    share: Type.String({ description: 'Id of the share of a plan that it is a year of: the same in every year' }),
    agency: Type.String({ description: 'Id of the executing agency' }),
    position: Type.Integer({ description: 'Its place in the form, 1-based' }),
    marker: nullable(Type.String(), { description: '(1) under a parent' }),
    parent: nullable(Type.String(), { description: 'Id of the parent’s row' }),
    state: oneOf(Object.keys(rowMachine.labels) as RowState[]),
    version: Type.Integer({ description: 'Rises by one with every change; send it as `If-Match`' }),
    texts: RowTextsJson,
    money: ShareMoneyJson,
    versions: Type.Array(PlanVersionJson, { description: 'Of the plan, oldest first' }),
    indicators: Type.Array(IndicatorRecordJson),
    lastYear: nullable(LastYearJson, { description: 'What stood in last year’s form; null where there was none' }),
    predecessors: Type.Array(PredecessorJson, {
      description: 'Rows that it was split or merged from, this year or before',
    }),
    successors: Type.Array(Type.String({ description: 'Id of a row' }), {
      description: 'In which a retired row goes on',
    }),
    disclosure: DisclosureJson,
    drawn: Type.Optional(DrawnTextsJson),
    carried: Type.Optional(CarriedInJson),
    remarks: Type.Array(RemarkJson, { description: 'Oldest first' }),
    authors: Type.Record(Type.String(), Type.Array(Type.String({ description: 'Id of an account' })), {
      description: 'By field, and `indicators`, `money`, `versions`, `submission`: who wrote what stands there',
    }),
    writers: Type.Array(Type.String({ description: 'Id of an account' }), {
      description: 'All of them, and whoever submitted it: none may approve it',
    }),
  },
  { $id: 'RowRecord' },
);
export type RowRecord = Of<typeof RowRecordJson>;

/** Whether it is a row of the form: one that was split, merged or retired is kept beside it. */
export function isStanding({ state }: Pick<RowRecord, 'state'>): boolean {
  return state !== 'retired';
}

/** What a row still lacks: texts that are empty, and money of its own year. It is said wherever the row is shown. */
export interface Gaps {
  readonly texts: readonly TextField[];
  /** The amounts that are printed are those of an earlier year. */
  readonly money: boolean;
}

export function gapsOf({ texts, money, fiscalYear }: Pick<RowRecord, 'texts' | 'money' | 'fiscalYear'>): Gaps {
  return {
    texts: textFieldNames.filter((field) => texts[field].trim() === ''),
    money: !money.years.some((year) => year.fiscalYear === fiscalYear),
  };
}

/** The row with the total and the period of the version in force at its year's end, where versions are held. */
export function asApproved(row: RowRecord): RowRecord {
  const inForce = versionInForce(row.versions, row.fiscalYear);
  if (inForce === null) return row;
  return {
    ...row,
    texts: { ...row.texts, period: inForce.period },
    money: { ...row.money, approvedTotal: inForce.total },
  };
}

/** A ministry's year as a typed form, its rows in their order; `edition` where it goes out as one. */
export function typedForm(
  agency: string,
  fiscalYear: number,
  rows: readonly RowRecord[],
  edition: number | null = null,
): TypedForm {
  return {
    agency: printable(agency),
    fiscalYear,
    printedUnit: 'thousand TWD',
    edition,
    rows: rows
      .filter(isStanding)
      .toSorted((a, b) => a.position - b.position)
      .map(typedRow),
  };
}

function typedRow(row: RowRecord): TypedRow {
  const { id, marker, parent, texts, money, fiscalYear } = row;
  const typed = Object.fromEntries(textFieldNames.map((field) => [field, printable(texts[field])])) as RowTexts;
  return {
    ...typed,
    id,
    marker,
    parent,
    approvedTotal: money.approvedTotal,
    budgetedToDate: budgetedToDate(money, fiscalYear),
    executedToDate: executedToDate(money, fiscalYear),
    ...(gapsOf(row).money ? { yearMoneyMissing: true } : {}),
  };
}

/** What is saved is printable (`cleanText`); texts that were carried over from a filed form may hold what no form can print. */
function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\t\n])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '');
}
