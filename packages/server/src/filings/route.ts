import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { readyLists, type EditionRecord, type FilingRecord, type Shown } from '@guankao/store';
import { filingPage, filingsPage, type Facet, type FilingLine, type FilingTotals } from '@guankao/web';
import { asOfJson, AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { EditionAsOf } from '../plans/schema.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { presentFiling, presentFilingLine } from './presenter.ts';
import { FilingEditionJson, FilingId, FilingListJson } from './schema.ts';
import { totalsOf } from './totals.ts';

/** What a reading adds up to can never change, so it is counted once. */
export class Totals {
  readonly #known = new Map<string, FilingTotals>();

  async of(filing: FilingRecord, shown: Shown): Promise<FilingTotals> {
    const known = this.#known.get(filing.reading);
    if (known !== undefined) return known;
    const { rows } = await shown.plans({ filing: filing.id, size: 2_000 });
    const totals = totalsOf(rows.map(({ row }) => row));
    this.#known.set(filing.reading, totals);
    return totals;
  }
}

export async function filingLines(shown: Shown, totals: Totals): Promise<readonly FilingLine[]> {
  const records = await shown.filings();
  return Promise.all(records.map(async (record) => presentFilingLine(record, await totals.of(record, shown))));
}

/** Ready lists with their counts, those that are empty too: that nothing is on one says something. */
export function listFacets(counts: Readonly<Record<string, number>>): readonly Facet[] {
  return readyLists.map((value) => ({ value, count: counts[value] ?? 0 }));
}

export function filingPages(server: FastifyInstance, site: Site): void {
  const { catalogue } = site;
  const totals = new Totals();

  server.get('/filings', { schema: { hide: true, querystring: AsOfQuestion } }, async (request, reply) => {
    const lines = await filingLines(shownTo(request, site), totals);
    return sendPage(reply, site, (reader) => filingsPage(reader, lines));
  });

  server.get<{ Params: Static<typeof FilingId>; Querystring: Static<typeof EditionAsOf> }>(
    '/filings/:id',
    { schema: { hide: true, params: FilingId, querystring: EditionAsOf } },
    async (request, reply) => {
      const { id } = request.params;
      const shown = shownTo(request, site);
      const [held, rows] = await Promise.all([
        shown.filing(id, request.query.edition),
        shown.plans({ filing: id, size: 1 }),
      ]);
      if (held === null) throw await goneOrNotHeld(shown, id);
      const kept = await catalogue.renderedFormats(held.filing.id, held.edition.number);
      const view = presentFiling(held, listFacets(rows.counts.list), kept);
      return sendPage(reply, site, (reader) => filingPage(reader, view));
    },
  );
}

export function filingApi(server: FastifyInstance, site: Site): void {
  server.get(
    '/api/filings',
    {
      schema: {
        summary: 'Filings held',
        tags: ['filings'],
        querystring: AsOfQuestion,
        response: { 200: FilingListJson },
      },
    },
    async (request) => ({
      ...asOfJson(request),
      filings: (await shownTo(request, site).filings()).map(filingJson),
    }),
  );

  server.get<{ Params: Static<typeof FilingId>; Querystring: Static<typeof EditionAsOf> }>(
    '/api/filings/:id',
    {
      schema: {
        summary: 'One filing with its whole reading',
        tags: ['filings'],
        params: FilingId,
        querystring: EditionAsOf,
        response: { 200: FilingEditionJson },
      },
    },
    async (request) => {
      const held = await shownTo(request, site).filing(request.params.id, request.query.edition);
      if (held === null) throw await goneOrNotHeld(shownTo(request, site), request.params.id);
      return { ...asOfJson(request), ...held, filing: filingJson(held.filing), edition: editionJson(held.edition) };
    },
  );
}

function filingJson(filing: FilingRecord) {
  return { ...filing, editions: filing.editions.map(editionJson) };
}

function editionJson({ importedBy: { role, agency }, ...edition }: EditionRecord) {
  return { ...edition, importedBy: agency === null ? role : `${agency} ${role}` };
}
