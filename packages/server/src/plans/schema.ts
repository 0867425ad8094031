import { Type, type Static, type TLiteral, type TUnion } from '@sinclair/typebox';
import { textColumns } from '@guankao/domain';
import { AsOfJson, AsOfQuestion } from '../as-of/as-of.ts';
import { readyLists, successions, type PlanQuery, type PlanSort, type ReadyList } from '@guankao/store';

function oneOf<T extends string>(values: readonly T[], description: string): TUnion<TLiteral<T>[]> {
  return Type.Union(
    values.map((value) => Type.Literal(value)),
    { description },
  );
}

const sorts: readonly PlanSort[] = ['filing', 'name', 'approved', 'budgeted', 'executed', 'rate', 'findings'];

/** What may be asked of the list of plans, on its page, as CSV, and by programs. */
export const PlanQuestion = Type.Object({
  ...AsOfQuestion.properties,
  q: Type.Optional(Type.String({ maxLength: 200, description: 'Every word must stand in the name or the texts' })),
  filing: Type.Optional(Type.String({ maxLength: 300, description: 'Id of a filing' })),
  type: Type.Optional(Type.String({ maxLength: 40, description: '社會發展, 科技發展 or 公共建設' })),
  verdict: Type.Optional(oneOf(['achieved', 'partly', 'not_achieved', 'undetermined'], 'What the evidence amounts to')),
  finding: Type.Optional(Type.String({ maxLength: 100, description: 'Id of a rule' })),
  severity: Type.Optional(oneOf(['error', 'warning', 'question'], 'At least one finding of it')),
  list: Type.Optional(oneOf<ReadyList>(readyLists, 'A ready list')),
  sort: Type.Optional(oneOf(sorts, 'The order of rows')),
  down: Type.Optional(oneOf(['1'], 'Turns the order round')),
  page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '1-based' })),
});
export type PlanQuestion = Static<typeof PlanQuestion>;

export const PlanId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
export const EditionQuestion = Type.Object({
  edition: Type.Optional(Type.Integer({ minimum: 1, description: 'The current one where it is left out' })),
});
/** The same where a time before can be asked for, too. */
export const EditionAsOf = Type.Object({ ...AsOfQuestion.properties, ...EditionQuestion.properties });

/** The question as the catalogue takes it. */
export function toPlanQuery({ down, page, ...rest }: PlanQuestion, size: number): PlanQuery {
  const query = { ...rest, page: page ?? 1, size };
  return (down === '1' ? { ...query, descending: true } : query) as PlanQuery;
}

const Counts = Type.Record(Type.String(), Type.Integer());
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

export const PlanLineJson = Type.Object(
  {
    id: Type.String({ description: 'Provisional: filing and row' }),
    filing: Type.String(),
    agency: nullable(Type.String()),
    fiscalYear: nullable(Type.Integer({ description: 'Gregorian' })),
    moneyUnit: nullable(Type.String({ description: 'Unit of the printed money columns: TWD or thousand TWD' })),
    name: Type.String(),
    marker: nullable(Type.String()),
    parent: nullable(Type.String({ description: 'Id of the parent’s row' })),
    type: nullable(Type.String()),
    period: nullable(
      Type.Object({ text: Type.String(), start: nullable(Type.String()), end: nullable(Type.String()) }),
    ),
    approvedTotal: nullable(Type.Integer({ description: 'The whole plan, all years. Never add it up over rows.' })),
    budgetedToDate: nullable(Type.Integer({ description: 'This share, from the plan’s start to the year’s end' })),
    executedToDate: nullable(
      Type.Integer({
        description: 'This share, from the plan’s start to the year’s end, without amounts carried over',
      }),
    ),
    yearMoneyMissing: Type.Boolean({
      description: 'Nothing is recorded of the filing’s own year: the two sums to date are those of earlier years',
    }),
    withheld: Type.Record(Type.String(), Type.String(), {
      description: 'Fields that are not shown, with what is printed in their place',
    }),
    executionRate: nullable(
      Type.Object({
        formula: Type.Literal('R1'),
        percent: Type.String({ description: 'Two decimals, half up' }),
        expression: Type.String(),
      }),
    ),
    statedVerdict: Type.String({
      description: 'Only what the filing says in so many words: achieved, not_achieved, none',
    }),
    verdict: Type.String({ description: 'What the evidence amounts to: achieved, partly, not_achieved, undetermined' }),
    findings: Type.Object({ error: Type.Integer(), warning: Type.Integer(), question: Type.Integer() }),
    page: Type.String({ description: 'Address of the page' }),
    snippets: Type.Optional(
      Type.Array(
        Type.Object({
          column: oneOf(['name', 'code', ...textColumns], 'Where the passage stands in the row'),
          text: Type.String({ description: 'A stretch of the passage, as the filing has it' }),
          before: Type.Boolean({ description: 'Something of the passage stands before it' }),
          after: Type.Boolean({ description: 'Something of the passage stands after it' }),
          marks: Type.Array(Type.Object({ start: Type.Integer(), end: Type.Integer() }), {
            description: 'Where in text the words stand: UTF-16 code units, in order, not overlapping',
          }),
        }),
        {
          description:
            'Where q and snippets are asked for, of the first 100 rows of the page: where its words stand, three places at most. Texts come before the name',
        },
      ),
    ),
  },
  { $id: 'PlanLine' },
);
export type PlanLineJson = Static<typeof PlanLineJson>;

export const PlanListJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  total: Type.Integer(),
  page: Type.Integer(),
  size: Type.Integer(),
  counts: Type.Object({
    type: Counts,
    verdict: Counts,
    severity: Counts,
    finding: Counts,
    list: Counts,
    filing: Counts,
  }),
  plans: Type.Array(PlanLineJson),
});

const LineageLinkJson = Type.Object({
  id: Type.String({ description: 'Of the plan row' }),
  edition: nullable(Type.Integer({ description: 'null: the newest that has the row' })),
  name: Type.String({ description: 'As that edition prints it' }),
  agency: nullable(Type.String({ description: 'Of the filing' })),
  fiscalYear: Type.Integer({ description: 'Gregorian' }),
  how: Type.Array(oneOf(successions, 'continued: the same plan in the next year'), {
    description: 'How the later of the two comes from the earlier',
  }),
  since: Type.String({ description: 'When the edition came that first shows the later of the two; ISO 8601' }),
  page: Type.String({ description: 'Address of the page' }),
});
const LineageJson = Type.Object(
  {
    predecessors: Type.Array(LineageLinkJson),
    successors: Type.Array(LineageLinkJson),
    discontinued: nullable(
      Type.String({
        description: 'When the edition came that first lacks the row, where nothing follows it; ISO 8601',
      }),
    ),
  },
  { description: 'What the row was before and what became of it: between rows of published editions only' },
);
export type LineageJson = Static<typeof LineageJson>;

export const PlanJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  plan: PlanLineJson,
  edition: Type.Integer(),
  row: Type.Any({
    description: 'The row as the reading of guankao/reading@1 has it, spans into the source text included',
  }),
  findings: Type.Array(Type.Any({ description: 'As in guankao/reading@1' })),
  lineage: LineageJson,
});
