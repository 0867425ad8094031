import { Type, type Static } from '@sinclair/typebox';
import { AsOfJson, AsOfQuestion } from '../as-of/as-of.ts';
import { PlanLineJson } from '../plans/schema.ts';

const Match = Type.Optional(
  Type.Union([Type.Literal('both'), Type.Literal('of'), Type.Literal('with')], {
    description: 'Only plans that are in both, in the first alone, or in the second alone',
  }),
);
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '1-based' }));
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()]);

/** What the page may be asked; without the one or the other filing it offers which there are. */
export const SideQuestion = Type.Object({
  ...AsOfQuestion.properties,
  of: Type.Optional(Type.String({ maxLength: 300, description: 'Id of the first filing' })),
  with: Type.Optional(Type.String({ maxLength: 300, description: 'Id of the second filing' })),
  match: Match,
  page: Page,
});
export type SideQuestion = Static<typeof SideQuestion>;

/** What the files may be asked. */
export const SideFileQuestion = Type.Object({
  ...AsOfQuestion.properties,
  of: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the first filing' }),
  with: Type.String({ minLength: 1, maxLength: 300, description: 'Id of the second filing' }),
  match: Match,
});
export type SideFileQuestion = Static<typeof SideFileQuestion>;

export const SideApiQuestion = Type.Composite([
  SideFileQuestion,
  Type.Object({
    page: Page,
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100, description: 'Plans a page' })),
  }),
]);

const SideRowJson = Type.Object({
  // Without its id: one schema may hold a named one once alone.
  plan: Type.Object(PlanLineJson.properties),
  targets: Type.Array(
    Type.Object({
      label: Type.String(),
      target: Type.String({ description: 'As printed' }),
      actual: nullable(Type.String({ description: 'As printed; null: no result' })),
      met: nullable(Type.Boolean({ description: 'null: the filing does not settle it' })),
    }),
  ),
  commitments: Type.Array(
    Type.Object({
      due: nullable(Type.String()),
      text: Type.String({ description: 'As printed' }),
      state: nullable(Type.String({ description: 'kept, open, overdue or undetermined' })),
    }),
  ),
});

const SumJson = Type.Object({
  planRows: Type.Integer(),
  budgetedToDate: Type.Integer(),
  executedToDate: Type.Integer(),
  rows: Type.Integer({ description: 'Rows that are added up: a parent and its parts once' }),
  without: Type.Integer({ description: 'Rows that lack one of the two figures, and are left out' }),
  earlierYears: Type.Integer({ description: 'Rows added up that have no money of the year yet' }),
});
const SumsJson = Type.Object(
  { both: SumJson, alone: SumJson },
  { description: 'In the filing’s unit. The two filings are never added to each other' },
);

export const SideBySideJson = Type.Object({
  asOf: Type.Optional(AsOfJson),
  of: Type.String(),
  with: Type.String(),
  total: Type.Integer({ description: 'Plans that fit; a plan is a row, or several where it was split or merged' }),
  page: Type.Integer(),
  size: Type.Integer(),
  counts: Type.Object({ both: Type.Integer(), of: Type.Integer(), with: Type.Integer() }),
  sums: Type.Object({ of: SumsJson, with: SumsJson }),
  recordCut: nullable(
    Type.Integer({ description: 'So many rows alone were followed by the record, the others by name; null: all' }),
  ),
  plans: Type.Array(
    Type.Object({
      joined: nullable(
        Type.Union([Type.Literal('recorded'), Type.Literal('name')], {
          description: 'By what the rows are known to be one plan’s; null: the other filing has none that surely is',
        }),
      ),
      ambiguous: Type.Boolean({ description: 'Rows of that name stand in the other filing, and nothing says which' }),
      of: Type.Array(SideRowJson),
      with: Type.Array(SideRowJson),
    }),
  ),
});
