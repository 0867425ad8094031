import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { readyLists, type Catalogue, type EditionRecord, type FilingRecord } from '@guankao/store';
import { filingPage, filingsPage, type Facet, type FilingLine, type FilingTotals } from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { EditionQuestion } from '../plans/schema.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { presentFiling, presentFilingLine } from './presenter.ts';
import { FilingEditionJson, FilingId, FilingListJson } from './schema.ts';
import { totalsOf } from './totals.ts';

/** What a file adds up to can never change, so it is counted once. */
export class Totals {
  readonly #known = new Map<string, FilingTotals>();
  readonly #catalogue: Catalogue;

  constructor(catalogue: Catalogue) {
    this.#catalogue = catalogue;
  }

  async of(filing: FilingRecord): Promise<FilingTotals> {
    const shown = filing.editions.at(-1);
    // An edition that is published anew, with something withheld, is another file.
    const key = shown === undefined ? filing.id : `${shown.event} ${shown.sha256}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const { rows } = await this.#catalogue.plans({ filing: filing.id, size: 2_000 });
    const totals = totalsOf(rows.map(({ row }) => row));
    this.#known.set(key, totals);
    return totals;
  }
}

export async function filingLines(catalogue: Catalogue, totals: Totals): Promise<readonly FilingLine[]> {
  const records = await catalogue.filings();
  return Promise.all(records.map(async (record) => presentFilingLine(record, await totals.of(record))));
}

/** Ready lists with their counts, those that are empty too: that nothing is on one says something. */
export function listFacets(counts: Readonly<Record<string, number>>): readonly Facet[] {
  return readyLists.map((value) => ({ value, count: counts[value] ?? 0 }));
}

export function filingPages(server: FastifyInstance, site: Site): void {
  const { catalogue } = site;
  const totals = new Totals(catalogue);

  server.get('/filings', { schema: { hide: true } }, async (_request, reply) => {
    const lines = await filingLines(catalogue, totals);
    return sendPage(reply, site, (reader) => filingsPage(reader, lines));
  });

  server.get<{ Params: Static<typeof FilingId>; Querystring: Static<typeof EditionQuestion> }>(
    '/filings/:id',
    { schema: { hide: true, params: FilingId, querystring: EditionQuestion } },
    async (request, reply) => {
      const { id } = request.params;
      const [held, rows] = await Promise.all([
        catalogue.filing(id, request.query.edition),
        catalogue.plans({ filing: id, size: 1 }),
      ]);
      if (held === null) throw await goneOrNotHeld(catalogue, id);
      const kept = await catalogue.renderedFormats(held.filing.id, held.edition.number);
      const view = presentFiling(held, listFacets(rows.counts.list), kept);
      return sendPage(reply, site, (reader) => filingPage(reader, view));
    },
  );
}

export function filingApi(server: FastifyInstance, site: Site): void {
  server.get(
    '/api/filings',
    { schema: { summary: 'Filings held', tags: ['filings'], response: { 200: FilingListJson } } },
    async () => ({ filings: (await site.catalogue.filings()).map(filingJson) }),
  );

  server.get<{ Params: Static<typeof FilingId>; Querystring: Static<typeof EditionQuestion> }>(
    '/api/filings/:id',
    {
      schema: {
        summary: 'One filing with its whole reading',
        tags: ['filings'],
        params: FilingId,
        querystring: EditionQuestion,
        response: { 200: FilingEditionJson },
      },
    },
    async (request) => {
      const held = await site.catalogue.filing(request.params.id, request.query.edition);
      if (held === null) throw await goneOrNotHeld(site.catalogue, request.params.id);
      return { ...held, filing: filingJson(held.filing), edition: editionJson(held.edition) };
    },
  );
}

function filingJson(filing: FilingRecord) {
  return { ...filing, editions: filing.editions.map(editionJson) };
}

function editionJson({ importedBy: { role, agency }, ...edition }: EditionRecord) {
  return { ...edition, importedBy: agency === null ? role : `${agency} ${role}` };
}
