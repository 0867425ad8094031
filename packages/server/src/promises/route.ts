import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import {
  addresses,
  inLocale,
  promisesPage,
  withAsOf,
  type DueYear,
  type Locale,
  type PromiseLine,
  type PromiseQuery,
  type PromisesAtHome,
  type PromisesView,
} from '@guankao/web';
import { asOfIn, asOfJson, AsOfQuestion, momentOf, type Moment } from '../as-of/as-of.ts';
import { readerOf } from '../pages/reader.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { atomFeed } from './atom.ts';
import { calendarOf } from './calendar.ts';
import { promisesCsv } from './csv.ts';
import { AllPromises, type Known } from './promises.ts';
import { findPromises, PromiseQuestion } from './question.ts';
import { yearOf } from './standing.ts';

const linesPerPage = 50;
const Page = Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000, description: '1-based' }));
const FileQuestion = Type.Composite([PromiseQuestion, AsOfQuestion]);
const PageQuestion = Type.Composite([FileQuestion, Type.Object({ page: Page })]);
const ApiQuestion = Type.Composite([
  FileQuestion,
  Type.Object({
    page: Page,
    size: Type.Optional(Type.Integer({ minimum: 1, maximum: 2_000, default: 100, description: 'Promises a page' })),
  }),
]);

type Asked = { Querystring: PromiseQuestion };

/** Every promise for the future, by due date: the page, and the same as CSV, Atom feed and calendar. */
export function promisePages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get<{ Querystring: Static<typeof PageQuestion> }>(
    '/commitments',
    { schema: { hide: true, querystring: PageQuestion } },
    async (request, reply) => {
      const moment = momentOf(request, site);
      const view = viewOf(await AllPromises.of(site, moment).within(site.patience), request.query, moment.today);
      if (view.page > view.pages) return reply.redirect(lastPage(view, request.query.asof, locale));
      return sendPage(reply, site, (reader) => promisesPage(reader, view));
    },
  );

  /** What the query finds, whole. */
  const found = async (request: FastifyRequest<Asked>): Promise<readonly PromiseLine[]> =>
    findPromises((await AllPromises.of(site, momentOf(request, site)).whole()).lines, request.query).lines;
  // What is subscribed to is of now.
  const options = { schema: { hide: true, querystring: PromiseQuestion } };

  server.get<Asked>(
    '/commitments.csv',
    { schema: { hide: true, querystring: FileQuestion } },
    async (request, reply) => {
      const asked = asOfIn(request)?.asked;
      const name = `commitments${asked === undefined ? '' : `-${asked}`}.csv`;
      return sendFile(reply, 'text/csv; charset=utf-8', name, promisesCsv(await found(request), locale));
    },
  );

  server.get<Asked>('/commitments.ics', options, async (request, reply) => {
    const calendar = calendarOf(await found(request), locale, readerOf(request, site).origin);
    return sendFile(reply, 'text/calendar; charset=utf-8', 'commitments.ics', calendar);
  });

  server.get<Asked>('/commitments.atom', options, async (request, reply) => {
    const query = new URLSearchParams(asAsked(request.query)).toString();
    const { origin } = readerOf(request, site);
    const [page, self] = [addresses.promises(query), addresses.promisesFile('atom', query)];
    return reply
      .type('application/atom+xml; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(atomFeed(await found(request), { locale, origin, page, self }));
  });
}

export function promiseApi(server: FastifyInstance, site: Site): void {
  server.get<{ Querystring: Static<typeof ApiQuestion> }>(
    '/api/commitments',
    {
      schema: {
        summary: 'Every promise for the future in the current editions, by due date, and how it stands on the day',
        tags: ['plans'],
        querystring: ApiQuestion,
      },
    },
    async (request) => {
      const { page = 1, size = 100, ...question } = request.query;
      const moment = momentOf(request, site);
      const { lines } = await AllPromises.of(site, moment).whole();
      const { lines: fitting } = findPromises(lines, question);
      return {
        ...asOfJson(request),
        today: moment.today,
        total: fitting.length,
        page,
        size,
        commitments: fitting
          .slice((page - 1) * size, page * size)
          .map((line) => ({ ...line, page: addresses.promise(line) })),
      };
    },
  );
}

/** What the first page says: quick, or nothing yet. */
export async function promisesAtHome(site: Site, moment: Moment): Promise<PromisesAtHome> {
  const { lines } = await AllPromises.of(site, moment).within(quick);
  return { nextYear: nextYearOf(lines, moment.today), years: dueYears(lines) };
}

/** Milliseconds that the first page waits for what the promises are. */
const quick = 200;

function viewOf({ lines, pending }: Known, asked: Static<typeof PageQuestion>, today: string): PromisesView {
  // Every address of the page carries `asof` by itself.
  const { asof: _asof, ...query } = asked;
  const { page = 1, ...question } = query;
  const found = findPromises(lines, question);
  return {
    lines: found.lines.slice((page - 1) * linesPerPage, page * linesPerPage),
    total: found.lines.length,
    page,
    pages: Math.max(1, Math.ceil(found.lines.length / linesPerPage)),
    query: asAsked(query),
    facets: found.facets,
    pending,
    nextYear: nextYearOf(lines, today),
  };
}

function nextYearOf(lines: readonly PromiseLine[], today: string): DueYear {
  const year = yearOf(today) + 1;
  return { year, count: lines.filter(({ due }) => due !== null && yearOf(due) === year).length };
}

function dueYears(lines: readonly PromiseLine[]): readonly DueYear[] {
  const years = Map.groupBy(
    lines.flatMap(({ due }) => due ?? []),
    yearOf,
  );
  return [...years].map(([year, due]) => ({ year, count: due.length })).toSorted((a, b) => a.year - b.year);
}

/** The question as strings, for the links and forms of the page. */
function asAsked(question: object): Record<string, string> & PromiseQuery {
  return Object.fromEntries(Object.entries(question).map(([name, value]) => [name, `${value}`]));
}

/** An address kept from when there were more leads to the last of them. */
function lastPage({ query, pages }: PromisesView, asof: string | undefined, locale: Locale): string {
  const address = addresses.promises(new URLSearchParams({ ...query, page: `${pages}` }).toString());
  return inLocale(withAsOf(address, asof), locale);
}

function sendFile(reply: FastifyReply, type: string, name: string, content: string): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'no-cache')
    .header('content-disposition', `attachment; filename="${name}"`)
    .send(content);
}
