import { Type, type Static } from '@sinclair/typebox';
import type { FastifyInstance } from 'fastify';
import type { Office } from '@guankao/store';
import {
  collectionPolicy,
  deadlinesOf,
  may,
  nullable,
  yearPolicy,
  type CollectionRecord,
  type Context,
  type YearRecord,
} from '@guankao/workflow';
import { keyOf } from '../commands/asked.ts';
import type { OfficeSite } from '../office/office-site.ts';
import { noSuch } from '../office/pages/desk.ts';
import { YearId } from '../office/schema.ts';
import { askedBy, signedIn } from '../sign-in/authenticate.ts';
import { calendarsHeld, keptFile, readCalendar, stepFor, workdaysOf } from './calendar.ts';

const ImportBody = Type.Object({
  fileName: Type.String({ minLength: 1, maxLength: 200 }),
  base64: Type.String({ maxLength: 2 * 1024 * 1024, description: 'CSV (UTF-8 or Big5), XLSX or ODS' }),
  record: Type.Optional(Type.Boolean({ description: 'Without it nothing is kept' })),
  reason: Type.Optional(
    Type.String({ maxLength: 2_000, description: 'Why it takes the place of the calendar that is held' }),
  ),
});
const NotedDays = Type.Array(Type.Object({ day: Type.String(), note: Type.String() }));
const ImportAnswer = Type.Object({
  year: Type.Integer({ description: 'Gregorian' }),
  off: NotedDays,
  noted: NotedDays,
  recorded: Type.Boolean(),
});
const DeadlinesJson = Type.Object({
  unknown: Type.Array(Type.Integer({ description: 'Gregorian' }), {
    description: 'Years of which no calendar is held: there, weekends only',
  }),
  deadlines: Type.Array(
    Type.Object({
      id: Type.String({ description: 'december-accounts, report-2025-03, or the id of a collection' }),
      what: Type.Object({ 'zh-Hant': Type.String(), en: Type.String() }),
      levels: nullable(Type.Array(Type.String()), { description: 'null: of every level' }),
      day: Type.String({ description: 'On which it lands' }),
      from: Type.String({ description: 'As it is counted' }),
      why: nullable(Type.String(), { description: 'sunday, saturday, holiday; null: it stands' }),
      byCalendar: nullable(Type.Boolean(), {
        description: 'Whether the calendar of its year is held; null: no day of rest moves it',
      }),
      article: nullable(Type.String()),
      source: nullable(Type.String()),
      settled: nullable(Type.Boolean(), { description: 'Whether the sources read settle the day' }),
    }),
  ),
});

/** The calendar's file, and a year's deadlines, over HTTP; the calendars themselves come from their noun. */
export function officeCalendarApi(server: FastifyInstance, site: OfficeSite): void {
  const { office, clock } = site;
  server.post<{ Body: Static<typeof ImportBody> }>(
    '/api/office-calendars',
    {
      bodyLimit: 4 * 1024 * 1024,
      schema: {
        summary: 'Import the official calendar of offices (政府行政機關辦公日曆表): shown, kept where `record` says so',
        tags: ['office-calendar'],
        body: ImportBody,
        response: { 200: ImportAnswer },
      },
    },
    async (request) => {
      const { fileName, base64, record = false, reason } = request.body;
      const file = { name: fileName, bytes: Buffer.from(base64, 'base64') };
      const current = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      const found = await readCalendar(site, request, current, file);
      if (record) {
        const held = (await calendarsHeld(office)).find(({ year }) => year === found.read.year) ?? null;
        const step = stepFor(found, held, reason ?? '', reason !== undefined);
        await office.perform([step], {
          ...askedBy(request),
          at: clock(),
          key: keyOf(request),
          files: [keptFile(file)],
        });
      }
      return { ...found.read, recorded: record };
    },
  );

  server.get<{ Params: Static<typeof YearId> }>(
    '/api/years/:id/deadlines',
    {
      schema: {
        summary: 'Deadlines of a year, each with its ground and where a day of rest moves it',
        tags: ['office-calendar'],
        params: YearId,
        response: { 200: DeadlinesJson },
      },
    },
    async (request) => {
      const current = { actor: signedIn(request), tree: await office.tree(), now: clock() };
      const form = await office.year(request.params.id);
      if (form === null || !may(yearPolicy, 'read', current.actor, form.year, current.tree))
        throw noSuch(request.params.id);
      const workdays = await workdaysOf(office);
      const { fiscalYear } = form.year;
      const found = deadlinesOf(form.year, await collectionsOf(office, form.year, current), current.tree, workdays);
      return {
        unknown: [fiscalYear, fiscalYear + 1].filter((one) => !workdays.knows(one)),
        deadlines: found.map((deadline) => ({ ...deadline.moved, ...saidOf(deadline) })),
      };
    },
  );
}

type Found = ReturnType<typeof deadlinesOf>[number];

function saidOf(deadline: Found) {
  switch (deadline.kind) {
    case 'year': {
      const { id, 'zh-Hant': zh, en, levels, article, source, settled } = deadline.of;
      return { id, what: { 'zh-Hant': zh, en }, levels, article, source, settled };
    }
    case 'report': {
      const { lastDay, rule, from, month } = deadline.period;
      const { article, source, settled } = rule;
      const what = { 'zh-Hant': `定期填報 ${from}–${month} 月`, en: `periodic report of months ${from} to ${month}` };
      return { id: `report-${lastDay.slice(0, 7)}`, what, levels: deadline.levels, article, source, settled };
    }
    case 'collection': {
      const { id, round } = deadline.collection;
      const what = { 'zh-Hant': `收集表第 ${round} 次收回`, en: `collection files, round ${round}` };
      return { id, what, levels: null, article: null, source: null, settled: null };
    }
  }
}

/** Those that this person may see. */
export async function collectionsOf(
  office: Office,
  year: YearRecord,
  { actor, tree }: Context,
): Promise<readonly CollectionRecord[]> {
  const all = (await office.records('collection', year.id)) as readonly CollectionRecord[];
  return all.filter((one) => may(collectionPolicy, 'read', actor, one, tree));
}
