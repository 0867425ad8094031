import { Type, type Static } from '@sinclair/typebox';
import { AsOfJson, AsOfQuestion } from '../as-of/as-of.ts';
import type { FindingQuery } from '@guankao/store';

const severities = ['error', 'warning', 'question'] as const;
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** What may be asked of the findings, on their page, as CSV, and by programs. */
export const FindingQuestion = Type.Object({
  ...AsOfQuestion.properties,
  q: Type.Optional(
    Type.String({
      maxLength: 200,
      description: 'Every word must stand in the plan’s name, in what is said, or in the words it points to',
    }),
  ),
  rule: Type.Optional(Type.String({ maxLength: 100, description: 'Id of a rule' })),
  severity: Type.Optional(
    Type.Union(
      severities.map((severity) => Type.Literal(severity)),
      { description: 'How grave' },
    ),
  ),
  ministry: Type.Optional(Type.String({ maxLength: 300, description: 'As the filing prints it' })),
  year: Type.Optional(Type.Integer({ minimum: 1912, maximum: 9999, description: 'Of the filing, Gregorian' })),
  filing: Type.Optional(Type.String({ maxLength: 300, description: 'Id of a filing' })),
  doubts: Type.Optional(
    Type.Literal('1', {
      description: 'Doubts about the transcription and nothing else; they are no faults of the filings',
    }),
  ),
});
export type FindingQuestion = Static<typeof FindingQuestion>;

const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '1-based' }));
export const FindingPageQuestion = Type.Composite([FindingQuestion, Type.Object({ page: Page })]);
export const FindingApiQuestion = Type.Composite([
  FindingPageQuestion,
  Type.Object({
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 100, description: 'Findings a page' })),
  }),
]);

/** As the catalogue takes it. */
export function toFindingQuery(
  { asof: _asof, doubts, ...rest }: FindingQuestion & { page?: number },
  size: number,
): FindingQuery {
  return { ...rest, ...(doubts === '1' && { doubts: true }), size };
}

const Counts = Type.Record(Type.String(), Type.Integer());

export const FindingListJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
  others: Type.Integer({
    description: 'What the same question finds of the other sort: doubts about the transcription, or all but these',
  }),
  counts: Type.Object(
    { rule: Counts, severity: Counts, ministry: Counts, year: Counts },
    { description: 'How many findings each choice would leave, the other conditions kept' },
  ),
  findings: Type.Array(
    Type.Object({
      id: Type.String({ description: 'As in the table findings of /data; numbered anew in each edition' }),
      filing: Type.String(),
      edition: Type.Integer(),
      ministry: nullable(Type.String()),
      fiscalYear: nullable(Type.Integer({ description: 'Gregorian' })),
      row: nullable(Type.String({ description: 'Id of the plan row; null: about the whole filing' })),
      plan: nullable(Type.String({ description: 'Its name' })),
      rule: Type.String(),
      severity: Type.Union(severities.map((severity) => Type.Literal(severity))),
      transcriptionDoubt: Type.Boolean({ description: 'The conversion may have caused it: no fault of the filing' }),
      message: Type.Object({ 'zh-Hant': Type.String(), en: Type.String() }),
      evidence: Type.Array(
        Type.Object({
          text: Type.String({ description: 'As the filing has it' }),
          line: Type.Integer({ description: 'Of the source text, 1-based' }),
          page: nullable(Type.Integer()),
          source: Type.String({ description: 'Address of the place, marked' }),
        }),
      ),
      stated: nullable(Type.Union([Type.String(), Type.Number()])),
      computed: nullable(Type.Union([Type.String(), Type.Number()])),
      expression: nullable(Type.String()),
      page: Type.String({ description: 'Address of the plan’s page, or the filing’s' }),
    }),
  ),
});
