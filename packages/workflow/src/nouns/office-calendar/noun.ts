import { Refusal } from '@guankao/domain';
import { Type } from '@sinclair/typebox';
import { heading, terms } from '@guankao/terms';
import { holds, type Actor, type AgencyTree } from '../../actors.ts';
import { demandVersion } from '../../context.ts';
import { cleanText } from '../../fields.ts';
import { defineCommand, defineNoun, type Call } from '../../noun.ts';
import type { Policy } from '../../policy.ts';
import { sameJson } from '../../same.ts';
import { OfficeCalendarJson, officeCalendarId, type OfficeCalendar, type ReadCalendar } from './calendar.ts';

/** What happened to the calendar of a year. */
export type OfficeCalendarEvent =
  | {
      readonly kind: 'office-calendar-kept';
      readonly subject: string;
      readonly payload: { readonly calendar: OfficeCalendar };
    }
  | {
      readonly kind: 'office-calendar-replaced';
      readonly subject: string;
      readonly payload: { readonly before: Kept; readonly after: Kept };
    };
type Kept = Pick<OfficeCalendar, 'off' | 'noted' | 'file' | 'by' | 'at' | 'reason'>;

/** What was read of the file before, and where it comes from. */
export interface CalendarFile {
  readonly read: ReadCalendar;
  readonly file: OfficeCalendar['file'];
}

/** An administrator of a ministry or a local government: the calendar is of all offices here. */
const administers = (actor: Actor, tree: AgencyTree) =>
  actor.grants.some(
    ({ role, agency }) => role === 'administrator' && tree.isHead(agency) && holds(actor, role, agency, tree),
  );

export const officeCalendarPolicy: Policy<object, 'read' | 'keep'> = {
  noun: { 'zh-Hant': '政府行政機關辦公日曆表', en: 'the official calendar of offices' },
  actions: {
    read: {
      label: { 'zh-Hant': '查看', en: 'read' },
      roles: ['officer', 'supervisor', 'accountant', 'compiler', 'auditor', 'administrator'],
      allows: ({ grants }) => grants.length > 0,
    },
    keep: {
      label: { 'zh-Hant': '匯入', en: 'import' },
      roles: ['administrator'],
      allows: (actor, _calendar, tree) => administers(actor, tree),
    },
  },
};

const KeepInput = Type.Object({ year: Type.Integer({ description: 'Gregorian, of the file' }) });
const ReplaceInput = Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) });

function keptOf({ facts, actor, now }: Call, reason: string | null): Kept {
  const { read, file } = facts as CalendarFile;
  return { off: read.off, noted: read.noted, file, by: actor.name, at: now.toISOString(), reason };
}

export const officeCalendar = defineNoun<OfficeCalendar, OfficeCalendarEvent>({
  name: 'office-calendar',
  plural: 'office-calendars',
  label: heading(terms.workdays),
  record: OfficeCalendarJson,
  fields: {},
  values: () => ({}),
  machine: null,
  policy: officeCalendarPolicy,
  kinds: ['office-calendar-kept', 'office-calendar-replaced'],
  apply: (before, event) => {
    if (event.kind === 'office-calendar-kept') return event.payload.calendar;
    if (before === null) throw new Error(`${event.kind} before ${event.subject} was kept`);
    return { ...before, ...event.payload.after, version: before.version + 1 };
  },
  placeOf: ({ year, state }) => ({ parent: null, agency: null, position: year, state }),
  commands: [
    defineCommand<null, typeof KeepInput>({
      name: 'keep',
      label: { 'zh-Hant': '匯入', en: 'import' },
      may: 'keep',
      as: () => 'administrator',
      input: KeepInput,
      // Only of a file that was read.
      prepared: true,
      creates: () => ({}),
      alreadyThere: (id) => alreadyHeld(id),
      decide: (_none, _input, call) => {
        const { year } = (call.facts as CalendarFile).read;
        const id = officeCalendarId(year);
        const calendar: OfficeCalendar = { id, year, state: 'kept', version: 1, ...keptOf(call, null) };
        return [{ kind: 'office-calendar-kept', subject: id, payload: { calendar } }];
      },
    }),
    defineCommand<OfficeCalendar, typeof ReplaceInput>({
      name: 'replace',
      label: { 'zh-Hant': '更換', en: 'replace' },
      may: 'keep',
      as: () => 'administrator',
      input: ReplaceInput,
      prepared: true,
      reason: ({ reason }) => reason,
      decide: (calendar, { reason }, call) => {
        const why = cleanText(reason.trim(), { 'zh-Hant': '更換理由', en: 'reason' }, 'reason');
        if (why === '') throw reasonOwed(calendar.year);
        const { off, noted, file, by, at, reason: first } = calendar;
        const [before, after] = [{ off, noted, file, by, at, reason: first }, keptOf(call, why)];
        if (sameJson([off, noted], [after.off, after.noted])) return [];
        demandVersion(calendar.version, call.shown ?? 0);
        return [{ kind: 'office-calendar-replaced', subject: calendar.id, payload: { before, after } }];
      },
    }),
  ],
});

function alreadyHeld(id: string): Refusal {
  return new Refusal('calendar-held', 409, {
    'zh-Hant': `${id.replace(/\D/g, '')} 年的辦公日曆已經匯入。要以修正後的日曆更換時，請寫明理由。`,
    en: `the calendar of ${id.replace(/\D/g, '')} is held already. To put a corrected one in its place, give the reason.`,
  }).about('reason');
}

function reasonOwed(year: number): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': `${year} 年的辦公日曆已經匯入；更換要寫明理由，例：行政院修正公布。`,
    en: `the calendar of ${year} is held already; putting another in its place owes a reason.`,
  }).about('reason');
}
