import type { Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { FilingRecord } from '@guankao/store';
import {
  addresses,
  inLocale,
  promiseStates,
  sideBySidePage,
  sideBySideWords,
  sideChoicesPage,
  sides,
  withAsOf,
  promiseWords,
  type Locale,
  type Matched,
  type SideBySideView,
  type SideChoicesView,
} from '@guankao/web';
import { asOfIn, asOfJson, momentOf } from '../as-of/as-of.ts';
import { byteOrderMark, csvLine } from '../csv/csv.ts';
import { sendPage } from '../pages/route-pages.ts';
import type { Site } from '../pages/site.ts';
import { planColumns } from '../plans/csv.ts';
import { lineToJson } from '../plans/json.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';
import { presentFilingName } from '../sources/presenter.ts';
import { compared, matchOf, type Compared, type ComparedGroup, type ComparedRow } from './compared.ts';
import { SideApiQuestion, SideBySideJson, SideFileQuestion, SideQuestion } from './schema.ts';

/** Each has its targets and commitments on both sides. */
const groupsPerPage = 8;

/** Two years or two ministries, plan by plan: the page, which first offers what there is to choose from, and CSV. */
export function sideBySidePages(server: FastifyInstance, site: Site, locale: Locale): void {
  server.get<{ Querystring: SideQuestion }>(
    '/side-by-side',
    { schema: { hide: true, querystring: SideQuestion } },
    async (request, reply) => {
      const { of, with: other, match, page = 1, asof } = request.query;
      const moment = momentOf(request, site);
      if (of === undefined || other === undefined || of === other) {
        const records = await moment.shown.filings();
        const first = records.find(({ id }) => id === of) ?? null;
        if (of !== undefined && first === null) throw await goneOrNotHeld(moment.shown, of);
        return sendPage(reply, site, (reader) => sideChoicesPage(reader, choicesOf(first, records)));
      }
      const view = viewOf(await compared(site, moment, { of, with: other }, false), match ?? null, page);
      if (view.page > view.pages) {
        const query = new URLSearchParams({
          of,
          with: other,
          ...(match !== undefined && { match }),
          page: `${view.pages}`,
        });
        return reply.redirect(inLocale(withAsOf(addresses.sideBySide(query.toString()), asof), locale));
      }
      return sendPage(reply, site, (reader) => sideBySidePage(reader, view));
    },
  );

  server.get<{ Querystring: SideFileQuestion }>(
    '/side-by-side.csv',
    { schema: { hide: true, querystring: SideFileQuestion } },
    async (request, reply) => {
      const { of, with: other, match } = request.query;
      const found = await compared(site, momentOf(request, site), { of, with: other }, true);
      const asked = asOfIn(request)?.asked;
      const name = `side-by-side${asked === undefined ? '' : `-${asked}`}.csv`;
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-cache')
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(csvOf(fitting(found, match ?? null), locale));
    },
  );
}

/** The same for programs. */
export function sideBySideApi(server: FastifyInstance, site: Site): void {
  server.get<{ Querystring: Static<typeof SideApiQuestion> }>(
    '/api/side-by-side',
    {
      schema: {
        summary: 'Two filings plan by plan: the same plan in two years or two ministries',
        description:
          'Matched by what is recorded to follow, else by name and agency; never by order. How is told at /en/side-by-side',
        tags: ['plans'],
        querystring: SideApiQuestion,
        response: { 200: SideBySideJson },
      },
    },
    async (request) => {
      const { of, with: other, match, page = 1, size = 100 } = request.query;
      const found = await compared(site, momentOf(request, site), { of, with: other }, true);
      const groups = fitting(found, match ?? null);
      return {
        ...asOfJson(request),
        of,
        with: other,
        total: groups.length,
        page,
        size,
        counts: found.counts,
        sums: found.sums,
        recordCut: found.recordCut,
        plans: groups.slice((page - 1) * size, page * size).map(({ joined, ambiguous, ...rows }) => ({
          joined,
          ambiguous,
          of: rows.of.map(asJson),
          with: rows.with.map(asJson),
        })),
      };
    },
  );
}

function asJson({ line, targets, promises }: ComparedRow) {
  return {
    plan: lineToJson(line),
    targets: targets.map(({ label, target, actual, met }) => ({
      label,
      target: target.text,
      actual: actual?.text ?? null,
      met,
    })),
    commitments: promises.map((promise) => ({ ...promise })),
  };
}

function fitting({ groups }: Compared, match: Matched | null): readonly ComparedGroup[] {
  return match === null ? groups : groups.filter((group) => matchOf(group) === match);
}

function viewOf(found: Compared, match: Matched | null, page: number): SideBySideView {
  const groups = fitting(found, match);
  const { held, counts, sums, pending, recordCut } = found;
  return {
    filings: { of: presentFilingName(held.of.filing), with: presentFilingName(held.with.filing) },
    groups: groups.slice((page - 1) * groupsPerPage, page * groupsPerPage),
    counts,
    sums,
    match,
    page,
    pages: Math.max(1, Math.ceil(groups.length / groupsPerPage)),
    pending,
    recordCut,
  };
}

/** A row of a filing in each line, and each row once: amounts of one filing can be added up. */
function csvOf(groups: readonly ComparedGroup[], locale: Locale): string {
  const own = sideBySideWords;
  const { stateName } = promiseWords(locale);
  const head = [
    ...(locale === 'en' ? ['group', 'matched'] : ['對應組', '對應依據']),
    ...planColumns.map((column) => column[locale]),
    own.promises[locale],
    ...promiseStates.map((state) => `${own.promises[locale]}: ${stateName[state]}`),
  ];
  const lines = groups.flatMap((group, at) =>
    sides.flatMap((side) =>
      group[side].map(({ line, promises }) =>
        csvLine([
          at + 1,
          group.joined === null ? (group.ambiguous ? own.ambiguous[locale] : null) : own[group.joined][locale],
          ...planColumns.map((column) => column.of(line, locale)),
          promises.length,
          ...promiseStates.map((state) => promises.filter((promise) => promise.state === state).length),
        ]),
      ),
    ),
  );
  return byteOrderMark + csvLine(head) + lines.join('');
}

/** Filings that are offered at once, of one sort. */
const mostOffered = 40;

function choicesOf(of: FilingRecord | null, records: readonly FilingRecord[]): SideChoicesView {
  const list = (kind: SideChoicesView['lists'][number]['kind'], filings: readonly FilingRecord[]) => ({
    kind,
    filings: filings.slice(0, mostOffered).map(presentFilingName),
    more: Math.max(0, filings.length - mostOffered),
  });
  if (of === null)
    return { of: null, lists: [list('chooseFirst', records)].filter(({ filings }) => filings.length > 0) };
  const rest = records.filter(({ id }) => id !== of.id);
  const ofMinistry = (one: FilingRecord): boolean => of.agency !== null && one.agency === of.agency;
  const ofYear = (one: FilingRecord): boolean => of.fiscalYear !== null && one.fiscalYear === of.fiscalYear;
  return {
    of: presentFilingName(of),
    lists: [
      list('otherYears', rest.filter(ofMinistry)),
      list(
        'otherMinistries',
        rest.filter((one) => ofYear(one) && !ofMinistry(one)),
      ),
      list(
        'others',
        rest.filter((one) => !ofYear(one) && !ofMinistry(one)),
      ),
    ].filter(({ filings }) => filings.length > 0),
  };
}
