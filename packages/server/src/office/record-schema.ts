import { Type, type SchemaOptions, type Static, type TSchema, type TUnsafe } from '@sinclair/typebox';
import { rowFields } from '@guankao/domain';
import { rowMachine, textFieldNames, yearMachine, type RowState, type YearState } from '@guankao/workflow';

/**
 * The records as answers hold them. What a schema lacks is left out of an answer: record-schema.test.ts holds each to
 * its type. One with `$id` stands in /openapi.json once, and answers point to it.
 */

/** One of `values`, to whoever reads the schema. An answer holds whatever the record does: it is not checked on its way out. */
function oneOf<const T extends string>(values: readonly T[], options?: SchemaOptions): TUnsafe<T> {
  return Type.Unsafe<T>({ type: 'string', enum: values, ...options });
}

/** As `type: [X, 'null']`: a union would be tried at each answer, and a value that is not of it would fail the whole. The `$id` stays with the schema without null. */
export function nullable<T extends TSchema>(
  { $id: _id, ...schema }: T,
  options?: SchemaOptions,
): TUnsafe<Static<T> | null> {
  const values: readonly string[] | undefined = schema['enum'];
  return Type.Unsafe<Static<T> | null>({
    ...schema,
    type: [schema['type'], 'null'],
    ...(values === undefined ? {} : { enum: [...values, null] }),
    ...options,
  });
}

const Moment = Type.String({ description: 'ISO 8601, UTC: 2026-01-10T02:00:00.000Z' });
const FiscalYear = Type.Integer({ description: 'Gregorian: ROC 114 is 2025' });
const Twd = Type.Integer({ description: 'New Taiwan dollars' });
const Sha256 = Type.String({ description: 'Hexadecimal' });
const Who = Type.String({ description: 'Name of the person' });

export const FormEditionJson = Type.Object(
  {
    number: Type.Integer({ description: '1: as first submitted' }),
    at: Moment,
    by: Who,
    sha256: Type.String({ description: 'Of the canonical JSON of its rows, hexadecimal' }),
    reason: nullable(Type.String(), { description: 'What changed against the edition before; null for the first' }),
  },
  { $id: 'FormEdition' },
);

export const YearRecordJson = Type.Object(
  {
    id: Type.String({ description: '範例部-114' }),
    ministry: Type.String({ description: 'Id of the agency' }),
    fiscalYear: FiscalYear,
    state: oneOf(Object.keys(yearMachine.labels) as YearState[]),
    version: Type.Integer({ description: 'Rises with every change; send it as `If-Match`' }),
    editions: Type.Array(FormEditionJson, { description: 'Oldest first; the last one is current' }),
  },
  { $id: 'YearRecord' },
);

export const RowTextsJson = Type.Object(
  {
    name: Type.String(),
    type: Type.String({ description: 'As printed: 社會發展' }),
    period: Type.String({ description: 'As printed: 112年1月至115年12月' }),
    plannedWork: Type.String({ description: '本年度預定工作摘要, one item a line' }),
    execution: Type.String({ description: '本年度執行情形說明, one item a line' }),
    goals: Type.String({ description: '績效目標及本年度目標值, one item a line' }),
    explanation: Type.String({ description: '年度績效目標已達成或未達成之說明, one item a line' }),
  },
  { $id: 'RowTexts', description: 'The fields that the officer writes' },
);

export const YearMoneyJson = Type.Object(
  {
    budget: Type.Integer({ description: '法定預算, TWD' }),
    supplementary: Type.Integer({ description: '追加（減）預算, TWD; below zero where it was cut' }),
    carriedIn: Type.Integer({ description: '以前年度保留轉入, TWD' }),
    realised: Type.Integer({ description: '實現數, TWD' }),
    payable: Type.Integer({ description: '應付數, TWD' }),
    carriedOver: Type.Integer({ description: '保留數, TWD' }),
    lapsed: Type.Integer({ description: '賸餘數, TWD' }),
    prepaid: Type.Integer({ description: '預付數, TWD' }),
  },
  { $id: 'YearMoney', description: 'Money of one year, by component' },
);

export const OpeningBalanceJson = Type.Object({
  budgeted: Type.Integer({ description: 'TWD, from the plan’s start to before the first year held here' }),
  executed: Type.Integer({ description: 'TWD, from the plan’s start to before the first year held here' }),
  document: Type.String({ description: 'The document that says so' }),
});

export const ShareMoneyJson = Type.Object(
  {
    approvedTotal: nullable(Twd, {
      description: 'TWD: 計畫核定總經費 of the whole plan, all years and agencies. Never add it up over rows.',
    }),
    ownTotal: nullable(Twd, { description: 'TWD: this agency’s part of it' }),
    opening: nullable(OpeningBalanceJson, { description: 'Where history is missing; null where every year is held' }),
    years: Type.Array(Type.Object({ fiscalYear: FiscalYear, money: YearMoneyJson }), {
      description: 'Rising. In each, budget + supplementary + carriedIn = realised + payable + carriedOver + lapsed.',
    }),
  },
  { $id: 'ShareMoney' },
);

export const PlanVersionJson = Type.Object(
  {
    number: Type.Integer({ description: '1: as first approved' }),
    documentNumber: Type.String({ description: '文號' }),
    date: Type.String({ description: 'Of the document, Gregorian: 2024-08-09' }),
    total: Type.Integer({ description: '計畫核定總經費, TWD' }),
    period: Type.String({ description: 'As printed: 112年1月至115年12月' }),
    reason: nullable(Type.String(), { description: 'Why it was revised; null for the first' }),
    by: Who,
    at: Moment,
  },
  { $id: 'PlanVersion' },
);

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

/** Stated, computed and reviewed stand side by side. */
export const JudgedIndicatorJson = Type.Object(
  {
    ...IndicatorRecordJson.properties,
    computed: nullable(oneOf(['met', 'missed']), {
      description: 'Result against the newest target, unrounded; null where it cannot be told',
    }),
  },
  { $id: 'JudgedIndicator' },
);

export const RemarkJson = Type.Object(
  {
    field: nullable(oneOf([...textFieldNames, 'money', 'indicators']), { description: 'null: about the row' }),
    text: Type.String(),
    by: Who,
    role: Type.String({ description: 'In which it was said' }),
    at: Moment,
  },
  { $id: 'Remark' },
);

export const SpanJson = Type.Object(
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

export const CommitmentJson = Type.Object(
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

const MessageJson = Type.Object({ 'zh-Hant': Type.String(), en: Type.String() });

const figure = (description: string) =>
  Type.Unsafe<number | string | null>({ type: ['null', 'number', 'string'], description });

export const FindingJson = Type.Object(
  {
    rule: Type.String({ description: 'Its page is at /rules/{rule}' }),
    category: oneOf(['arithmetic', 'target', 'contradiction', 'period', 'money', 'text', 'layout', 'plausibility']),
    severity: oneOf(['error', 'warning', 'question'], {
      description: 'error: it refutes itself; warning: a reason is owed; question: a person should look',
    }),
    plan: nullable(Type.String(), { description: 'Id of the row; null: about the whole document' }),
    field: nullable(oneOf(rowFields), {
      description:
        'The field of that row in which its first evidence stands; null: about the whole document, or in none',
    }),
    message: MessageJson,
    evidence: Type.Array(CitedJson, { description: 'The words themselves, at least one passage' }),
    stated: figure('What the filing says'),
    computed: figure('What comes out'),
    expression: nullable(Type.String(), { description: '69423/193020' }),
    authority: nullable(Type.String(), { description: 'The rule of law or of arithmetic that it rests on' }),
    doubt: Type.Optional(
      oneOf(['transcription'], { description: 'May come from the conversion: check the printed page' }),
    ),
  },
  { $id: 'Finding' },
);

export const LastYearJson = Type.Object({
  fiscalYear: FiscalYear,
  texts: RowTextsJson,
  budgetedToDate: nullable(Twd, { description: 'TWD, from the plan’s start to that year’s end' }),
  executedToDate: nullable(Twd, {
    description: 'TWD, from the plan’s start to that year’s end, without amounts carried over',
  }),
  commitments: Type.Array(CommitmentJson, { description: 'Promises that this year is to answer' }),
});

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
    remarks: Type.Array(RemarkJson, { description: 'Oldest first' }),
    writers: Type.Array(Type.String({ description: 'Id of an account' }), {
      description: 'Who wrote in it since it was last returned: none of them may approve it',
    }),
  },
  { $id: 'RowRecord' },
);

export const CheckJson = Type.Object(
  {
    id: oneOf(
      ['accounts', 'identity', 'last-year-budgeted', 'last-year-executed', 'executed-over-budgeted', 'unit-slip'],
      { description: 'What is held against what' },
    ),
    agrees: Type.Boolean(),
    here: nullable(Twd, { description: 'TWD, the row’s figure' }),
    there: nullable(Twd, { description: 'TWD, the figure that it is held against' }),
  },
  { $id: 'Check' },
);
