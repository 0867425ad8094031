import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '@guankao/domain';
import {
  accountLevels,
  may,
  moneyComponents,
  nullable,
  rowPolicy,
  typedForm,
  YearMoneyJson,
  yearPolicy,
  type MoneyMapping,
  type Reconciliation,
} from '@guankao/workflow';
import { largestFiling } from '../settle/route.ts';
import { signedIn } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';
import { importMoney, largestMoneyFile, demandReconciled, previewMoney } from './money-import.ts';
import type { OfficeSite } from './office-site.ts';
import { CheckJson } from './record-schema.ts';
import { YearId } from './schema.ts';

export const MappingJson = Type.Object({
  name: Type.String({ description: 'Heading of the column that names the plan' }),
  agency: Type.Optional(
    nullable(Type.String(), { description: 'Heading of the column that names the executing agency' }),
  ),
  account: Type.Optional(
    Type.Partial(Type.Object(Object.fromEntries(accountLevels.map((level) => [level, Type.String()]))), {
      description: 'Of a file by budget account: heading of the column of each level; `name` is empty then',
      additionalProperties: false,
    }),
  ),
  components: Type.Record(Type.String(), Type.String(), {
    description: `Component (${moneyComponents.join(', ')}) → heading of its column`,
  }),
  factor: Type.Union([Type.Literal(1), Type.Literal(1000)], { description: "TWD in one of the file's figures" }),
});
const ImportBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  /** The accounting system's CSV, XLSX or ODS. */
  base64: Type.String({ maxLength: Math.ceil(largestMoneyFile / 3) * 4 }),
  mapping: Type.Optional(MappingJson),
  /** Without it nothing is recorded: the answer says what would be. */
  record: Type.Optional(Type.Boolean()),
  rows: Type.Optional(
    Type.Array(Type.String({ maxLength: 300 }), {
      minItems: 1,
      maxItems: 10_000,
      description: 'Ids of the rows to record; left out: the whole file',
    }),
  ),
});

const ReconciliationJson = Type.Object({
  mapping: MappingJson,
  headings: Type.Array(Type.String(), { description: "Of the file's columns" }),
  recorded: Type.Boolean(),
  rows: Type.Array(
    Type.Object({
      row: Type.String({ description: 'Its id' }),
      name: Type.String({ description: 'Of the plan' }),
      line: nullable(Type.String(), { description: 'Its name in the accounts; null where they have no such line' }),
      money: nullable(YearMoneyJson, { description: 'As the accounts have it' }),
      checks: Type.Array(CheckJson),
    }),
  ),
  unmatched: Type.Array(Type.Object({ name: Type.String(), money: YearMoneyJson }), {
    description: 'Lines of the accounts that no row answers to',
  }),
  ambiguous: Type.Array(Type.Object({ name: Type.String(), agency: nullable(Type.String()) }), {
    description: 'Lines that fit more than one row, or are not the only one for theirs: not recorded',
  }),
});

const BudgetBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  /** A budget book, or another filing of the form. It is not kept. */
  base64: Type.String({ maxLength: Math.ceil(largestFiling / 3) * 4 }),
});
const SourcedJson = Type.Object({ twd: Type.Integer(), text: Type.String({ description: 'As printed there' }) });
const BudgetComparisonJson = Type.Object({
  matched: Type.Array(
    Type.Object({
      row: Type.String({ description: 'Its id' }),
      name: Type.String({ description: 'Of the plan' }),
      there: Type.String({ description: 'What the other source says, as printed' }),
      confidence: Type.Number({ description: '0 to 1: how sure it is that both speak of the same share' }),
      differences: Type.Array(
        Type.Object({
          field: Type.String({ description: 'approvedTotal or budgetedToDate' }),
          kind: Type.String({
            description: 'amount: the same thing told differently; scope: totals of different things',
          }),
          here: SourcedJson,
          there: SourcedJson,
        }),
      ),
    }),
  ),
  unmatched: Type.Array(Type.String(), { description: 'Ids of rows that it does not mention, as far as names tell' }),
});

/** Money from the accounting system: reconciled first, recorded when 主計 says so, by a mapping that is saved for next time. */
export function moneyApi(server: FastifyInstance, site: OfficeSite): void {
  const { office, pool, clock } = site;
  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof ImportBody> }>(
    '/api/years/:id/money',
    {
      bodyLimit: largestMoneyFile * 2,
      schema: {
        summary: 'Import money; the answer is the reconciliation',
        tags: ['year'],
        params: YearId,
        body: ImportBody,
        response: { 200: ReconciliationJson },
      },
    },
    async (request) => {
      const { fileName, base64, mapping, record, rows = null } = request.body;
      const file = { name: fileName, bytes: Buffer.from(base64, 'base64') };
      const asked = (mapping as MoneyMapping | undefined) ?? null;
      const preview =
        record === true
          ? await importMoney(pool, request, office, request.params.id, file, asked, signedIn(request), clock(), rows)
          : await previewMoney(pool, request, office, request.params.id, file, asked, signedIn(request));
      return {
        mapping: preview.mapping,
        headings: preview.headings,
        recorded: record === true,
        ...presentReconciliation(demandReconciled(preview)),
      };
    },
  );
}

/** A year's form, as far as one may see it, against what a budget book says of the same plans. */
export function budgetApi(server: FastifyInstance, { office, pool, clock }: OfficeSite): void {
  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof BudgetBody> }>(
    '/api/years/:id/budget-comparison',
    {
      bodyLimit: largestFiling * 2,
      schema: {
        summary: 'Hold the form as it stands against a budget book',
        tags: ['year'],
        params: YearId,
        body: BudgetBody,
        response: { 200: BudgetComparisonJson },
      },
    },
    async (request) => {
      const context = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      const form = await office.year(request.params.id);
      if (form === null || !may(yearPolicy, 'read', context.actor, form.year, context.tree))
        throw noSuchYear(request.params.id);
      const { fileName: name, base64 } = request.body;
      const readable = form.rows.filter((row) => may(rowPolicy, 'read', context.actor, row, context.tree));
      const ministry =
        (await office.agencies()).find(({ id }) => id === form.year.ministry)?.name ?? form.year.ministry;
      const here = { form: typedForm(ministry, form.year.fiscalYear, readable) };
      const there = { file: { name, bytes: Buffer.from(base64, 'base64') } };
      const comparison = await pool.run('compare', { here, there }, asking(request, name));
      const sourced = ({ twd, text }: { readonly twd: bigint; readonly text: string }) => ({ twd: Number(twd), text });
      return {
        matched: comparison.matched.map(({ row, other, confidence, differences }) => ({
          row: row.id,
          name: row.name,
          there: other.text,
          confidence,
          differences: differences.map(({ field, kind, here, there }) => ({
            field,
            kind,
            here: sourced(here),
            there: sourced(there),
          })),
        })),
        unmatched: comparison.unmatched.map(({ id }) => id),
      };
    },
  );
}

function noSuchYear(id: string): Refusal {
  return new Refusal('no-such-year', 404, {
    'zh-Hant': `找不到「${id}」這個年度的表，或您無權查看。`,
    en: `there is no year ${id}, or you may not see it.`,
  });
}

/** The reconciliation as it is answered: rows by id and name. */
function presentReconciliation({ rows, unmatched, ambiguous }: Reconciliation) {
  return {
    rows: rows.map(({ row, line, checks }) => ({
      row: row.id,
      name: row.texts.name,
      line: line?.name ?? null,
      money: line?.money ?? null,
      checks,
    })),
    unmatched: unmatched.map(({ name, money }) => ({ name, money })),
    ambiguous: ambiguous.map(({ name, agency }) => ({ name, agency })),
  };
}
