// oxlint-disable oxc/no-async-endpoint-handlers -- meant for Express; Fastify awaits its handlers and takes their errors
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { MoneyMapping, Reconciliation } from '@guankao/workflow';
import { signedIn } from '../sign-in/authenticate.ts';
import { importMoney, largestMoneyFile, previewMoney } from './money-import.ts';
import type { OfficeSite } from './office-site.ts';
import { YearId } from './schema.ts';

const MappingJson = Type.Object({
  name: Type.String(),
  components: Type.Record(Type.String(), Type.String()),
  factor: Type.Union([Type.Literal(1), Type.Literal(1000)]),
});
const ImportBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  /** The accounting system's CSV, XLSX or ODS. */
  base64: Type.String({ maxLength: Math.ceil(largestMoneyFile / 3) * 4 }),
  mapping: Type.Optional(MappingJson),
  /** Without it nothing is recorded: the answer says what would be. */
  record: Type.Optional(Type.Boolean()),
});

/** Money from the accounting system: reconciled first, recorded when 主計 says so, by a mapping that is saved for next time. */
export function moneyApi(server: FastifyInstance, site: OfficeSite): void {
  const { office, clock } = site;
  server.post<{ Params: Static<typeof YearId>; Body: Static<typeof ImportBody> }>(
    '/api/years/:id/money',
    { bodyLimit: largestMoneyFile * 2, schema: { summary: 'Import money; the answer is the reconciliation', tags: ['year'], params: YearId, body: ImportBody, response: { 200: Type.Any() } } },
    async (request) => {
      const { fileName, base64, mapping, record } = request.body;
      const file = { name: fileName, bytes: new Uint8Array(Buffer.from(base64, 'base64')) };
      const asked = (mapping as MoneyMapping | undefined) ?? null;
      const preview = record === true ? await importMoney(office, request.params.id, file, asked, signedIn(request), clock()) : await previewMoney(office, request.params.id, file, asked, signedIn(request));
      return { mapping: preview.mapping, headings: preview.headings, recorded: record === true, ...presented(preview.reconciliation) };
    },
  );
}

function presented({ rows, unmatched }: Reconciliation) {
  return {
    rows: rows.map(({ row, line, checks }) => ({ row: row.id, name: row.texts.name, line: line?.name ?? null, money: line?.money ?? null, checks })),
    unmatched: unmatched.map(({ name, money }) => ({ name, money })),
  };
}
