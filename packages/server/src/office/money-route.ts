// oxlint-disable oxc/no-async-endpoint-handlers -- meant for Express; Fastify awaits its handlers and takes their errors
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { Refusal } from '@guankao/domain';
import { openDocument } from '@guankao/documents';
import { currentEntry, demand, guessMapping, headingsOf, readMoneyTable, reconcile, recordMoney, rowPolicy, may, yearPolicy, type MoneyMapping, type Reconciliation } from '@guankao/workflow';
import { signedIn } from '../sign-in/authenticate.ts';
import type { OfficeSite } from './office-site.ts';
import { YearId } from './schema.ts';

export const largestMoneyFile = 5 * 1024 * 1024;

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
      const actor = signedIn(request);
      const tree = await office.tree();
      const form = await office.year(request.params.id);
      if (form === null) throw new Refusal('no-such-year', 404, { 'zh-Hant': `找不到「${request.params.id}」。`, en: `there is no ${request.params.id}.` });
      demand(yearPolicy, 'import-money', actor, form.year, tree);
      const document = await openDocument({ name: request.body.fileName, bytes: new Uint8Array(Buffer.from(request.body.base64, 'base64')) });
      const agency = actor.grants.find(({ role }) => role === 'accountant')?.agency ?? form.year.ministry;
      const saved = (await office.moneyMapping(agency)) as MoneyMapping | null;
      const mapping = (request.body.mapping as MoneyMapping | undefined) ?? fitting(saved, headingsOf(document)) ?? guessMapping(headingsOf(document));
      const rows = form.rows.filter((row) => may(rowPolicy, 'write-money', actor, row, tree));
      const reconciliation = reconcile(rows, readMoneyTable(document, mapping));
      if (request.body.record === true) {
        const context = { actor, tree, now: clock() };
        for (const { row, line } of reconciliation.rows) {
          if (line === null) continue;
          const entry = { ...currentEntry(row), money: line.money };
          await office.decideRow(row.id, { actor: actor.name, role: 'accountant', at: context.now }, (current) => recordMoney(current, entry, request.body.fileName, row.version, context));
        }
        await office.keepMoneyMapping(agency, mapping, clock());
      }
      return { mapping, headings: headingsOf(document), recorded: request.body.record === true, ...presented(reconciliation) };
    },
  );
}

/** Last time's mapping, where this file still has its columns. */
function fitting(saved: MoneyMapping | null, headings: readonly string[]): MoneyMapping | null {
  if (saved === null) return null;
  return [saved.name, ...Object.values(saved.components)].every((heading) => headings.includes(heading)) ? saved : null;
}

function presented({ rows, unmatched }: Reconciliation) {
  return {
    rows: rows.map(({ row, line, checks }) => ({ row: row.id, name: row.texts.name, line: line?.name ?? null, money: line?.money ?? null, checks })),
    unmatched: unmatched.map(({ name, money }) => ({ name, money })),
  };
}
