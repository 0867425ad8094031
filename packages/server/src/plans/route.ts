import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import { readyLists, type Catalogue, type PlanRecord } from '@guankao/store';
import {
  addresses,
  inLocale,
  listPage,
  planPage,
  plansPage,
  type FilingName,
  type Locale,
  type PlanListQuery,
  type PlanListView,
} from '@guankao/web';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { notHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { lineageToJson, lineToJson } from './json.ts';
import { plansCsv } from './csv.ts';
import { presentLine, presentList, presentPlan } from './presenter.ts';
import { EditionQuestion, PlanId, PlanJson, PlanListJson, PlanQuestion, toPlanQuery } from './schema.ts';

/** A ministry's form has about as many; each row costs a reader's page a tenth of a millisecond. */
const rowsPerPage = 50;
const rowsPerCsvRead = 2_000;

export function planPages(server: FastifyInstance, site: Site, locale: Locale): void {
  const { catalogue } = site;
  const names = new FilingNames(site);

  server.get<{ Querystring: PlanQuestion }>(
    '/plans',
    { schema: { hide: true, querystring: PlanQuestion } },
    async (request, reply) => {
      const [found, filings] = await Promise.all([
        catalogue.plans(toPlanQuery(request.query, rowsPerPage)),
        names.all(),
      ]);
      const view = presentList(found, asAsked(request.query), request.query.page ?? 1, rowsPerPage, filings);
      if (view.page > view.pages) return reply.redirect(lastPage(view, locale));
      return sendPage(reply, site, (reader) => plansPage(reader, view));
    },
  );

  server.get<{ Querystring: PlanQuestion }>(
    '/plans.csv',
    { schema: { hide: true, querystring: PlanQuestion } },
    async (request, reply) => {
      const rows = await allRows(catalogue, request.query);
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header(
          'content-disposition',
          `attachment; filename="plans.csv"; filename*=UTF-8''${encodeURIComponent(locale === 'en' ? 'plans.csv' : '計畫清單.csv')}`,
        )
        .send(plansCsv(rows.map(presentLine), locale));
    },
  );

  server.get<{ Params: Static<typeof PlanId>; Querystring: Static<typeof EditionQuestion> }>(
    '/plans/:id',
    { schema: { hide: true, params: PlanId, querystring: EditionQuestion } },
    async (request, reply) => {
      const held = await catalogue.plan(request.params.id, request.query.edition);
      if (held === null) throw notHeld('plan', request.params.id);
      const view = presentPlan(held, await catalogue.lineage(held));
      return sendPage(reply, site, (reader) => planPage(reader, view));
    },
  );
}

const ListName = Type.Object({ list: Type.Union(readyLists.map((list) => Type.Literal(list))) });

export function listPages(server: FastifyInstance, site: Site): void {
  const names = new FilingNames(site);
  server.get<{ Params: Static<typeof ListName> }>(
    '/lists/:list',
    { schema: { hide: true, params: ListName }, attachValidation: true },
    async (request, reply) => {
      if (request.validationError !== undefined) return reply.callNotFound();
      const { list } = request.params;
      const [found, all, filings] = await Promise.all([
        site.catalogue.plans({ list, size: rowsPerPage }),
        site.catalogue.plans({ size: 1 }),
        names.all(),
      ]);
      const view = presentList({ ...found, counts: all.counts }, { list }, 1, rowsPerPage, filings);
      return sendPage(reply, site, (reader) => listPage(reader, view, list));
    },
  );
}

/** An address kept from when there were more rows leads to the last of them. */
function lastPage({ query, pages }: PlanListView, locale: Locale): string {
  return inLocale(addresses.plans(new URLSearchParams({ ...query, page: `${pages}` }).toString()), locale);
}

/** The question as strings, for the links and forms of the page. */
function asAsked(question: PlanQuestion): PlanListQuery {
  return Object.fromEntries(Object.entries(question).map(([name, value]) => [name, `${value}`]));
}

/** How long (milliseconds) the names of filings are kept: they stand beside choices on every list, and change seldom. */
const namesAge = 2_000;

/** The names of all filings held; at most two seconds old. */
class FilingNames {
  readonly #site: Site;
  #asked = Number.NEGATIVE_INFINITY;
  #names: Promise<readonly FilingName[]> = Promise.resolve([]);

  constructor(site: Site) {
    this.#site = site;
  }

  all(): Promise<readonly FilingName[]> {
    const now = this.#site.clock().getTime();
    if (now - this.#asked < namesAge && now >= this.#asked) return this.#names;
    this.#asked = now;
    this.#names = this.#site.catalogue.filings().then((filings) => filings.map(presentFilingName));
    // A database that was down is asked again at once.
    this.#names.catch(() => (this.#asked = Number.NEGATIVE_INFINITY));
    return this.#names;
  }
}

/** Everything that fits, not only the page shown. */
async function allRows(catalogue: Catalogue, question: PlanQuestion): Promise<readonly PlanRecord[]> {
  const rows: PlanRecord[] = [];
  for (let page = 1; ; page += 1) {
    const found = await catalogue.plans(toPlanQuery({ ...question, page }, rowsPerCsvRead));
    rows.push(...found.rows);
    if (rows.length >= found.total || found.rows.length === 0) return rows;
  }
}

const ApiQuestion = Type.Composite([
  PlanQuestion,
  Type.Object({
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 100, description: 'Rows a page' })),
  }),
]);

export function planApi(server: FastifyInstance, site: Site): void {
  const { catalogue } = site;

  server.get<{ Querystring: Static<typeof ApiQuestion> }>(
    '/api/plans',
    {
      schema: {
        summary: 'Plan rows of the current editions',
        tags: ['plans'],
        querystring: ApiQuestion,
        response: { 200: PlanListJson },
      },
    },
    async (request) => {
      const { size = 100, ...question } = request.query;
      const found = await catalogue.plans(toPlanQuery(question, size));
      return {
        total: found.total,
        page: question.page ?? 1,
        size,
        counts: found.counts,
        plans: found.rows.map((row) => lineToJson(presentLine(row))),
      };
    },
  );

  server.get<{ Params: Static<typeof PlanId>; Querystring: Static<typeof EditionQuestion> }>(
    '/api/plans/:id',
    {
      schema: {
        summary: 'One plan row with its texts, indicators, findings and their places',
        tags: ['plans'],
        params: PlanId,
        querystring: EditionQuestion,
        response: { 200: PlanJson },
      },
    },
    async (request) => {
      const held = await catalogue.plan(request.params.id, request.query.edition);
      if (held === null) throw notHeld('plan', request.params.id);
      return {
        plan: lineToJson(presentLine(held)),
        edition: held.edition.number,
        row: held.row,
        findings: held.reading.findings.filter(({ plan }) => plan === held.row.id),
        lineage: lineageToJson(await catalogue.lineage(held)),
      };
    },
  );
}
