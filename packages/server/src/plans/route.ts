import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readyLists, type FilingRecord, type PlanRecord, type Shown } from '@guankao/store';
import {
  addresses,
  inLocale,
  withAsOf,
  listPage,
  planPage,
  plansPage,
  type FilingName,
  type Locale,
  type PlanListQuery,
  type PlanListView,
} from '@guankao/web';
import { asOfIn, asOfJson, AsOfQuestion, shownTo } from '../as-of/as-of.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { planNotHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { lineageToJson, lineToJson } from './json.ts';
import { plansCsv } from './csv.ts';
import { presentLine, presentList, presentPlan } from './presenter.ts';
import { EditionAsOf, PlanId, PlanJson, PlanListJson, PlanQuestion, toPlanQuery } from './schema.ts';

/** A ministry's form has about as many; each row costs a reader's page a tenth of a millisecond. */
const rowsPerPage = 50;
const rowsPerCsvRead = 2_000;

export function planPages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get<{ Querystring: PlanQuestion }>(
    '/plans',
    { schema: { hide: true, querystring: PlanQuestion } },
    async (request, reply) => {
      const [found, filings] = await Promise.all([
        shownTo(request, site).plans({ ...toPlanQuery(request.query, rowsPerPage), snippets: true }),
        filingNames(request, site),
      ]);
      const view = presentList(found, asAsked(request.query), request.query.page ?? 1, rowsPerPage, filings);
      if (view.page > view.pages) return reply.redirect(lastPage(view, request.query.asof, locale));
      return sendPage(reply, site, (reader) => plansPage(reader, view));
    },
  );

  server.get<{ Querystring: PlanQuestion }>(
    '/plans.csv',
    { schema: { hide: true, querystring: PlanQuestion } },
    async (request, reply) => {
      const rows = await allRows(shownTo(request, site), request.query);
      const asked = asOfIn(request)?.asked;
      const since = asked === undefined ? '' : `-${asked}`;
      const name = `${locale === 'en' ? 'plans' : '計畫清單'}${since}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header(
          'content-disposition',
          `attachment; filename="plans${since}.csv"; filename*=UTF-8''${encodeURIComponent(name)}`,
        )
        .send(
          plansCsv(
            rows.map((row) => presentLine(row)),
            locale,
          ),
        );
    },
  );

  server.get<{ Params: Static<typeof PlanId>; Querystring: Static<typeof EditionAsOf> }>(
    '/plans/:id',
    { schema: { hide: true, params: PlanId, querystring: EditionAsOf } },
    async (request, reply) => {
      const shown = shownTo(request, site);
      const held = await shown.plan(request.params.id, request.query.edition);
      if (held === null) throw await planNotHeld(shown, request.params.id);
      const view = presentPlan(held, await shown.lineage(held));
      return sendPage(reply, site, (reader) => planPage(reader, view));
    },
  );
}

const ListName = Type.Object({ list: Type.Union(readyLists.map((list) => Type.Literal(list))) });

export function listPages(server: FastifyInstance, site: Site): void {
  server.get<{ Params: Static<typeof ListName>; Querystring: Static<typeof AsOfQuestion> }>(
    '/lists/:list',
    { schema: { hide: true, params: ListName, querystring: AsOfQuestion }, attachValidation: true },
    async (request, reply) => {
      if (request.validationError !== undefined) return reply.callNotFound();
      const { list } = request.params;
      const [found, all, filings] = await Promise.all([
        shownTo(request, site).plans({ list, size: rowsPerPage }),
        shownTo(request, site).plans({ size: 1 }),
        filingNames(request, site),
      ]);
      const view = presentList({ ...found, counts: all.counts }, { list }, 1, rowsPerPage, filings);
      return sendPage(reply, site, (reader) => listPage(reader, view, list));
    },
  );
}

/** An address kept from when there were more rows leads to the last of them. */
function lastPage({ query, pages }: PlanListView, asof: string | undefined, locale: Locale): string {
  const address = addresses.plans(new URLSearchParams({ ...query, page: `${pages}` }).toString());
  return inLocale(withAsOf(address, asof), locale);
}

/** The question as strings, for the links and forms of the page; every address of the page carries `asof` by itself. */
function asAsked(question: PlanQuestion): PlanListQuery {
  const asked = Object.entries(question).filter(([name]) => name !== 'asof');
  return Object.fromEntries(asked.map(([name, value]) => [name, `${value}`]));
}

/** They stand beside choices on every list, and the same filings are asked for again and again. */
const namesOfFilings = new WeakMap<readonly FilingRecord[], readonly FilingName[]>();

/** The names of all filings that are shown, as of the time that was asked for. */
async function filingNames(request: FastifyRequest, site: Site): Promise<readonly FilingName[]> {
  const filings = await shownTo(request, site).filings();
  const names = namesOfFilings.get(filings) ?? filings.map(presentFilingName);
  namesOfFilings.set(filings, names);
  return names;
}

/** Everything that fits, not only the page shown. */
async function allRows(shown: Shown, question: PlanQuestion): Promise<readonly PlanRecord[]> {
  const rows: PlanRecord[] = [];
  for (let page = 1; ; page += 1) {
    const found = await shown.plans(toPlanQuery({ ...question, page }, rowsPerCsvRead));
    rows.push(...found.rows);
    if (rows.length >= found.total || found.rows.length === 0) return rows;
  }
}

const ApiQuestion = Type.Composite([
  PlanQuestion,
  Type.Object({
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 100, description: 'Rows a page' })),
    snippets: Type.Optional(
      Type.Boolean({ default: false, description: 'With q: where its words stand, of the first 100 rows of the page' }),
    ),
  }),
]);

export function planApi(server: FastifyInstance, site: Site): void {
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
      const { size = 100, snippets = false, ...question } = request.query;
      const found = await shownTo(request, site).plans({ ...toPlanQuery(question, size), snippets });
      return {
        ...asOfJson(request),
        total: found.total,
        page: question.page ?? 1,
        size,
        counts: found.counts,
        plans: found.rows.map((row) => lineToJson(presentLine(row, found.snippets))),
      };
    },
  );

  server.get<{ Params: Static<typeof PlanId>; Querystring: Static<typeof EditionAsOf> }>(
    '/api/plans/:id',
    {
      schema: {
        summary: 'One plan row with its texts, indicators, findings and their places',
        tags: ['plans'],
        params: PlanId,
        querystring: EditionAsOf,
        response: { 200: PlanJson },
      },
    },
    async (request) => {
      const shown = shownTo(request, site);
      const held = await shown.plan(request.params.id, request.query.edition);
      if (held === null) throw await planNotHeld(shown, request.params.id);
      return {
        ...asOfJson(request),
        plan: lineToJson(presentLine(held)),
        edition: held.edition.number,
        row: held.row,
        findings: held.reading.findings.filter(({ plan }) => plan === held.row.id),
        lineage: lineageToJson(await shown.lineage(held)),
      };
    },
  );
}
