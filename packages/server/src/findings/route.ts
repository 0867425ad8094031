import { Readable } from 'node:stream';
import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { FindingPage, FoundFinding, Shown } from '@guankao/store';
import {
  addresses,
  findingsPage,
  inLocale,
  withAsOf,
  type Facet,
  type FindingLine,
  type FindingSearch,
  type FindingsView,
  type Locale,
  type Place,
} from '@guankao/web';
import { asOfIn, asOfJson, shownTo } from '../as-of/as-of.ts';
import { byteOrderMark, csvLine } from '../csv/csv.ts';
import { asCells } from '../data/table.ts';
import { findingColumns } from '../data/tables/findings.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { FindingApiQuestion, FindingListJson, FindingPageQuestion, FindingQuestion, toFindingQuery } from './schema.ts';

/** Each stands in full, with its words and its arithmetic. */
const findingsPerPage = 25;
const findingsPerCsvRead = 1_000;

/** All findings of the editions that are shown, searched: the page, and the same as CSV. */
export function findingPages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get<{ Querystring: Static<typeof FindingPageQuestion> }>(
    '/findings',
    { schema: { hide: true, querystring: FindingPageQuestion } },
    async (request, reply) => {
      const { asof, ...query } = request.query;
      const found = await shownTo(request, site).findings(toFindingQuery(query, findingsPerPage));
      const view = viewOf(found, query);
      if (view.page > view.pages) return reply.redirect(lastPage(view, asof, locale));
      return sendPage(reply, site, (reader) => findingsPage(reader, view));
    },
  );

  server.get<{ Querystring: FindingQuestion }>(
    '/findings.csv',
    { schema: { hide: true, querystring: FindingQuestion } },
    async (request, reply) => {
      const asked = asOfIn(request)?.asked;
      const name = `findings${asked === undefined ? '' : `-${asked}`}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(Readable.from(csvOf(shownTo(request, site), request.query, locale)));
    },
  );
}

/** The same for programs. */
export function findingApi(server: FastifyInstance, site: Site): void {
  server.get<{ Querystring: Static<typeof FindingApiQuestion> }>(
    '/api/findings',
    {
      schema: {
        summary: 'Findings of the current editions, searched',
        tags: ['plans'],
        querystring: FindingApiQuestion,
        response: { 200: FindingListJson },
      },
    },
    async (request) => {
      const { size = 100, ...question } = request.query;
      const { findings, total, others, counts } = await shownTo(request, site).findings(toFindingQuery(question, size));
      return {
        ...asOfJson(request),
        total,
        page: question.page ?? 1,
        size,
        others,
        counts,
        findings: findings.map(asJson),
      };
    },
  );
}

async function* csvOf(shown: Shown, question: FindingQuestion, locale: Locale): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(findingColumns.map(({ head }) => head[locale]));
  for (let page = 1; ; page += 1) {
    const { findings, total } = await shown.findings(toFindingQuery({ ...question, page }, findingsPerCsvRead));
    yield findings.map((found) => csvLine(asCells({ columns: findingColumns }, cellsOf(found), locale))).join('');
    if (page * findingsPerCsvRead >= total) return;
  }
}

function cellsOf({ filing, plan, finding, number }: FoundFinding) {
  const row = { filing, row: plan?.id ?? null, finding, number };
  return findingColumns.map((column) => column.of(row));
}

function placesOf({ filing, edition, finding, lines }: FoundFinding): readonly Place[] {
  return finding.evidence.map(({ span }, at) => ({
    filing,
    edition,
    spans: [span],
    line: lines[at] ?? 1,
    page: span.page ?? null,
  }));
}

function asJson(found: FoundFinding): Static<typeof FindingListJson>['findings'][number] {
  const { filing, edition, agency, fiscalYear, number, plan, finding } = found;
  const { rule, severity, message, stated, computed, expression } = finding;
  const places = placesOf(found);
  return {
    id: `${filing}-f${number}`,
    filing,
    edition,
    ministry: agency,
    fiscalYear,
    row: plan?.id ?? null,
    plan: plan?.name ?? null,
    rule,
    severity,
    transcriptionDoubt: finding.doubt !== undefined,
    message,
    evidence: finding.evidence.flatMap(({ text }, at) => {
      const place = places[at];
      return place === undefined ? [] : [{ text, line: place.line, page: place.page, source: addresses.source(place) }];
    }),
    stated,
    computed,
    expression,
    page: plan === null ? addresses.filing(filing) : addresses.plan(plan.id),
  };
}

function viewOf(found: FindingPage, { page = 1, ...asked }: Static<typeof FindingPageQuestion>): FindingsView {
  const { counts, total, others } = found;
  return {
    lines: found.findings.map(lineOf),
    total,
    others,
    page,
    pages: Math.max(1, Math.ceil(total / findingsPerPage)),
    query: Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, `${value}`])) as FindingSearch,
    facets: {
      severity: ['error', 'warning', 'question'].flatMap((value) =>
        Object.hasOwn(counts.severity, value) ? [{ value, count: counts.severity[value] ?? 0 }] : [],
      ),
      rule: mostFirst(counts.rule),
      ministry: mostFirst(counts.ministry),
      year: mostFirst(counts.year).toSorted((a, b) => Number(b.value) - Number(a.value)),
    },
  };
}

function lineOf(found: FoundFinding): FindingLine {
  const { filing, agency, fiscalYear, moneyUnit, edition, number, plan, finding } = found;
  return {
    filing: presentFilingName({ id: filing, agency, fiscalYear, moneyUnit }),
    edition,
    view: { anchor: `${filing}-f${number}`, finding, places: placesOf(found), plan },
  };
}

function mostFirst(counts: Readonly<Record<string, number>>): readonly Facet[] {
  return Object.entries(counts)
    .map(([value, count]) => ({ value, count }))
    .toSorted((a, b) => b.count - a.count || a.value.localeCompare(b.value));
}

/** An address kept from when there were more leads to the last of them. */
function lastPage({ query, pages }: FindingsView, asof: string | undefined, locale: Locale): string {
  const address = addresses.findings(new URLSearchParams({ ...query, page: `${pages}` }).toString());
  return inLocale(withAsOf(address, asof), locale);
}
