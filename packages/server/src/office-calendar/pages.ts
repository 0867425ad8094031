import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { deadlinesPage, officeCalendarPage, type OfficeCalendarView, type Refused } from '@guankao/web';
import {
  calendarChanges,
  dayInTaipei,
  deadlinesOf,
  may,
  officeCalendarPolicy,
  type CalendarFile,
} from '@guankao/workflow';
import { collectionsOf } from './route.ts';
import { sentFile } from '../office/columns-of-form.ts';
import { uploadedFile } from '../office/money-import.ts';
import { noSuch, type Desk } from '../office/pages/desk.ts';
import { yearOf } from '../office/pages/year.ts';
import { refusedIn } from '../office/refused-form.ts';
import { fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { calendarsHeld, keptFile, readCalendar, stepFor, workdaysOf } from './calendar.ts';

type Sent = { Body: FormFields; Querystring: { kept?: string } };
type Id = { Params: { id: string } };

const options = { schema: { hide: true }, config: { shownAgain: true } } as const;
/** A calendar is a few dozen kilobytes; sent along it is a third more. */
const sentAlong = { ...options, bodyLimit: 4 * 1024 * 1024 } as const;

/** The calendar of workdays, shown before it is kept; and a year's deadlines, which it moves. */
export function officeCalendarPages(server: FastifyInstance, desk: Desk): void {
  server.get<Sent>('/office/calendar', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const year = Number(request.query.kept);
    return desk.send(reply, page(desk, request, null, null, Number.isSafeInteger(year) && year > 0 ? year : null));
  });

  server.post<Sent>('/office/calendar', options, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => page(desk, request, null, refused),
      async () => {
        const current = await desk.context(request);
        const file = await uploadedFile(request);
        const found = await readCalendar(desk.site, request, current, file);
        return desk.send(reply, page(desk, request, { file, found }, null));
      },
    ),
  );

  server.post<Sent>('/office/calendar/keep', sentAlong, async (request, reply) =>
    desk.orShow(
      reply,
      (refused) => page(desk, request, null, refused),
      async () => {
        const file = sentFile(request.body);
        const found = await readCalendar(desk.site, request, await desk.context(request), file);
        try {
          const held = (await calendarsHeld(desk.office)).find(({ year }) => year === found.read.year) ?? null;
          const replaces = typeof request.body['reason'] === 'string';
          const step = stepFor(found, held, fieldOf(request.body, 'reason'), replaces);
          await desk.perform(request, [step], { files: [keptFile(file)] });
          return await reply.redirect(desk.to(`/office/calendar?kept=${found.read.year}`), 303);
        } catch (error) {
          if (!(error instanceof Refusal)) throw error;
          // The file stays, so that it need not be sent again.
          reply.status(error.status);
          return desk.send(reply, page(desk, request, { file, found }, refusedIn(request, error)));
        }
      },
    ),
  );

  server.get<Id>('/office/years/:id/deadlines', options, async (request, reply) => {
    if (!(await desk.demandSignedIn(request, reply))) return reply;
    const { own, current, year } = await yearOf(desk, request, request.params.id);
    const workdays = await workdaysOf(desk.office);
    const deadlines = deadlinesOf(year, await collectionsOf(desk.office, year, current), current.tree, workdays);
    const { actor, tree } = current;
    const view = {
      year,
      deadlines,
      today: dayInTaipei(current.now),
      unknown: [year.fiscalYear, year.fiscalYear + 1].filter((one) => !workdays.knows(one)),
      mayImport: may(officeCalendarPolicy, 'keep', actor, {}, tree),
    };
    return desk.send(reply, deadlinesPage(desk.reader(request), own, view));
  });
}

async function page(
  desk: Desk,
  request: FastifyRequest,
  sent: { readonly file: SourceFile; readonly found: CalendarFile } | null,
  refused: Refused | null,
  kept: number | null = null,
): Promise<string> {
  const [own, { actor, tree }] = [await desk.frame(request), await desk.context(request)];
  if (!may(officeCalendarPolicy, 'read', actor, {}, tree)) throw noSuch('calendar');
  const held = await calendarsHeld(desk.office);
  const before = held.find(({ year }) => year === sent?.found.read.year) ?? null;
  const view: OfficeCalendarView = {
    held,
    kept,
    mayImport: may(officeCalendarPolicy, 'keep', actor, {}, tree),
    sent:
      sent === null
        ? null
        : {
            fileName: sent.file.name,
            base64: Buffer.from(sent.file.bytes).toString('base64'),
            read: sent.found.read,
            changes: before === null ? null : calendarChanges(before, sent.found.read),
          },
  };
  return officeCalendarPage(desk.reader(request), own, view, refused);
}
