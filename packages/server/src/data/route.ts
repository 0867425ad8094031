import { Readable } from 'node:stream';
import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { FilingEdition, Shown } from '@guankao/store';
import { dataPage, type DataView, type Locale } from '@guankao/web';
import { asOfIn, AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { byteOrderMark, csvLine } from '../csv/csv.ts';
import { sendPage } from '../pages/route-pages.ts';
import { readerOf } from '../pages/reader.ts';
import type { Site } from '../pages/site.ts';
import { notHeld } from '../problems/not-held.ts';
import { dataPackage, licence } from './data-package.ts';
import { KeptSelfTest } from './kept-self-test.ts';
import { asCells, asJson, type Table } from './table.ts';
import { tables } from './tables.ts';

const TableName = Type.Object({
  table: Type.Union(
    tables.map(({ id }) => Type.Literal(id)),
    { description: 'Which table' },
  ),
});
const OfFiling = Type.Object({
  ...AsOfQuestion.properties,
  filing: Type.Optional(
    Type.String({ maxLength: 300, description: 'Id of a filing; all of them where it is left out' }),
  ),
});
type Asked = { Params: Static<typeof TableName>; Querystring: Static<typeof OfFiling> };

/** The page of what can be taken away, and the CSV files in the words of its language. */
export function dataPages(server: FastifyInstance, site: Site, locale: Locale): void {
  const selfTest = KeptSelfTest.of(site);

  server.get('/data', { schema: { hide: true } }, async (_request, reply) => {
    const filings = await site.catalogue.filings();
    const view: DataView = { filings: filings.length, tables, licence, test: selfTest.known() };
    return sendPage(reply, site, (reader) => dataPage(reader, view));
  });

  server.get('/data/datapackage.json', { schema: { hide: true } }, async (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .send(dataPackage(locale, `${readerOf(request, site).origin}${locale === 'en' ? '/en' : ''}/data`)),
  );

  server.get<Asked>(
    '/data/:table.csv',
    { schema: { hide: true, params: TableName, querystring: OfFiling }, attachValidation: true },
    async (request, reply) => {
      if (request.validationError !== undefined) return reply.callNotFound();
      const table = named(request.params.table);
      const shown = shownTo(request, site);
      const filings = await idsOf(shown, request.query.filing);
      const name = nameOf(request, table, 'csv');
      return stream(reply, name, 'text/csv; charset=utf-8', csvOf(table, shown, filings, locale));
    },
  );
}

/** The same for programs, with codes for words. */
export function dataApi(server: FastifyInstance, site: Site): void {
  const selfTest = KeptSelfTest.of(site);

  server.get<Asked>(
    '/api/data/:table',
    {
      schema: {
        summary:
          'A table of facts of all filings, a fact a row; its columns are described at /en/data/datapackage.json',
        tags: ['data'],
        params: TableName,
        querystring: OfFiling,
      },
    },
    async (request, reply) => {
      const table = named(request.params.table);
      const shown = shownTo(request, site);
      const filings = await idsOf(shown, request.query.filing);
      const name = nameOf(request, table, 'json');
      return stream(reply, name, 'application/json; charset=utf-8', jsonOf(table, shown, filings));
    },
  );

  server.get(
    '/api/data/self-test',
    { schema: { summary: 'What the tables were held against, and what came of it', tags: ['data'] } },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send(await selfTest.whole()),
  );
}

function named(id: string): Table {
  const table = tables.find((one) => one.id === id);
  if (table === undefined) throw new RangeError(`no table ${id}`);
  return table;
}

/** A file of a time before says of which. */
function nameOf(request: FastifyRequest, { id }: Table, ending: string): string {
  const asked = asOfIn(request)?.asked;
  return `${id}${asked === undefined ? '' : `-${asked}`}.${ending}`;
}

async function idsOf(catalogue: Shown, asked: string | undefined): Promise<readonly string[]> {
  const ids = (await catalogue.filings()).map(({ id }) => id);
  if (asked === undefined) return ids;
  if (!ids.includes(asked)) throw notHeld('filing', asked);
  return [asked];
}

function stream(reply: FastifyReply, name: string, type: string, pieces: AsyncIterable<string>): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-cache')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(Readable.from(pieces));
}

async function* heldOf(catalogue: Shown, ids: readonly string[]): AsyncGenerator<FilingEdition> {
  for (const id of ids) {
    const held = await catalogue.filing(id);
    // It was taken back while the others were sent: it is no longer given away.
    if (held !== null) yield held;
  }
}

async function* csvOf(table: Table, catalogue: Shown, ids: readonly string[], locale: Locale): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(table.columns.map(({ head }) => head[locale]));
  for await (const held of heldOf(catalogue, ids)) {
    let lines = '';
    for (const fact of table.facts(held)) lines += csvLine(asCells(table, fact, locale));
    if (lines !== '') yield lines;
  }
}

async function* jsonOf(table: Table, catalogue: Shown, ids: readonly string[]): AsyncGenerator<string> {
  let before = '[';
  for await (const held of heldOf(catalogue, ids))
    for (const fact of table.facts(held)) {
      yield `${before}\n${JSON.stringify(asJson(table, fact))}`;
      before = ',';
    }
  yield before === '[' ? '[]\n' : '\n]\n';
}
