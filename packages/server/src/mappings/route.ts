import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  AccountMappingJson,
  AccountNameJson,
  AddPartsInput,
  Day,
  drawingOf,
  moneyComponents,
  nullable,
  YearMoneyJson,
  type MoneyMapping,
  type NewPart,
} from '@guankao/workflow';
import { keyOf, shownVersion } from '../commands/asked.ts';
import { largestMoneyFile } from '../office/money-import.ts';
import { MappingJson } from '../office/money-route.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { VersionHeader, YearId } from '../office/schema.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { addParts, carryOver, draw, importAccounts, mappingOf, previewAccounts, type Carry } from './work.ts';

const tags = ['mapping'];
const Id = Type.Object({ id: Type.String({ minLength: 1, maxLength: 300 }) });
type ById = { Params: Static<typeof Id> };
const RecordAnswer = Type.Object({ record: AccountMappingJson });

const AccountsBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  base64: Type.String({ maxLength: Math.ceil(largestMoneyFile / 3) * 4, description: 'CSV, XLSX or ODS' }),
  mapping: Type.Optional(MappingJson),
  asOf: Type.Optional(Day),
  record: Type.Optional(Type.Boolean({ description: 'Without it nothing is recorded' })),
});
const AccountsAnswer = Type.Object({
  mapping: MappingJson,
  headings: Type.Array(Type.String()),
  recorded: Type.Boolean(),
  agencies: Type.Array(
    Type.Object({
      agency: Type.String({ description: 'Its id' }),
      mapping: Type.String({ description: 'Id of its account mapping' }),
      accounts: Type.Array(
        Type.Object({ name: AccountNameJson, money: YearMoneyJson, place: Type.String({ description: 'Sheet1!A7' }) }),
      ),
    }),
  ),
});

const Source = Type.Object({
  account: Type.String({ description: 'Id of the account' }),
  part: Type.Integer(),
  amount: Type.Integer({ description: 'TWD' }),
});
const DrawingJson = Type.Object({
  total: YearMoneyJson,
  assigned: YearMoneyJson,
  unassigned: YearMoneyJson,
  accounts: Type.Array(
    Type.Object({
      account: Type.String({ description: 'Id of the account' }),
      parts: Type.Array(Type.Object({ part: Type.Integer(), row: Type.String(), money: YearMoneyJson })),
      unassigned: YearMoneyJson,
    }),
  ),
  plans: Type.Array(
    Type.Object({
      row: Type.String({ description: 'Its id' }),
      money: YearMoneyJson,
      cells: Type.Array(
        Type.Object({
          component: Type.String(),
          amount: Type.Integer({ description: 'TWD' }),
          sources: Type.Array(Source),
          overruled: nullable(Type.String(), { description: 'Why it is not what the accounts give' }),
        }),
      ),
    }),
  ),
});

/** Account mappings over HTTP: accounts in, parts, last year's carried over, money drawn. The rest comes from the noun. */
export function mappingApi(server: FastifyInstance, site: OfficeSite): void {
  const carryFor =
    (request: FastifyRequest): Carry =>
    (steps) =>
      site.office.perform(steps, { ...askedBy(request), at: site.clock(), key: keyOf(request) });

  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof AccountsBody> }>(
    '/api/years/:id/accounts',
    {
      bodyLimit: largestMoneyFile * 2,
      schema: {
        summary: 'Import a file of budget accounts',
        tags,
        params: YearId,
        body: AccountsBody,
        response: { 200: AccountsAnswer },
      },
    },
    async (request) => {
      const { fileName: name, base64, mapping, asOf = null, record = false } = request.body;
      const file = { name, bytes: Buffer.from(base64, 'base64') };
      const asked = { columns: (mapping as MoneyMapping | undefined) ?? null, asOf };
      const { id } = request.params;
      const preview = record
        ? (await importAccounts(site, request, carryFor(request), id, file, asked)).preview
        : await previewAccounts(site, request, id, file, asked);
      return {
        mapping: preview.mapping,
        headings: preview.headings,
        recorded: record,
        agencies: preview.agencies.map(({ agency, lines }) => ({
          agency,
          mapping: `${id}-科目-${agency}`,
          accounts: lines.map(({ name, money, place }) => ({ name, money, place })),
        })),
      };
    },
  );

  server.get<ById>(
    '/api/mappings/:id/drawing',
    {
      schema: {
        summary: 'What each plan gets of each account, and what no plan takes',
        tags,
        params: Id,
        response: { 200: DrawingJson },
      },
    },
    async (request) => {
      const { mapping } = await mappingOf(site, signedIn(request), request.params.id);
      const { accounts, plans, ...sums } = drawingOf(mapping);
      return {
        ...sums,
        accounts: accounts.map(({ account, parts, unassigned }) => ({
          account: account.id,
          parts: parts.map(({ part, money }) => ({ part: part.number, row: part.row, money })),
          unassigned,
        })),
        plans: plans.map(({ row, money, cells }) => ({
          row,
          money,
          cells: moneyComponents.map((component) => ({
            component,
            amount: cells[component].amount,
            sources: cells[component].sources.map(({ account, part, amount }) => ({
              account: account.id,
              part: part.number,
              amount,
            })),
            overruled: cells[component].overrule?.reason ?? null,
          })),
        })),
      };
    },
  );

  const schemaOf = (summary: string) => ({
    summary,
    tags,
    params: Id,
    headers: VersionHeader,
    response: { 200: RecordAnswer },
  });

  server.post<ById & { Body: Static<typeof AddPartsInput> }>(
    '/api/mappings/:id/add-parts',
    { schema: { ...schemaOf('Assign parts of accounts to plans'), body: AddPartsInput } },
    async (request, reply) => {
      const parts = request.body.parts as readonly NewPart[];
      const shown = shownVersion(request);
      const record = await addParts(site, signedIn(request), carryFor(request), request.params.id, parts, shown);
      return reply.header('etag', `"${record.version}"`).send({ record });
    },
  );

  server.post<ById>(
    '/api/mappings/:id/carry',
    { schema: { ...schemaOf('Carry last year’s parts over'), body: Type.Object({}) } },
    async (request, reply) => {
      const { id } = request.params;
      const done = await carryOver(site, signedIn(request), carryFor(request), id, shownVersion(request));
      return reply.header('etag', `"${done.mapping.version}"`).send({ record: done.mapping });
    },
  );

  server.post<ById>(
    '/api/mappings/:id/draw',
    { schema: { ...schemaOf('Draw the money of the rows'), body: Type.Object({}) } },
    async (request, reply) => {
      const { id } = request.params;
      const { mapping } = await draw(site, signedIn(request), carryFor(request), id, shownVersion(request));
      return reply.header('etag', `"${mapping.version}"`).send({ record: mapping });
    },
  );
}
