import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import type { Office, Step } from '@guankao/store';
import {
  demand,
  officeCalendarId,
  officeCalendarPolicy,
  Workdays,
  type CalendarFile,
  type Context,
  type OfficeCalendar,
} from '@guankao/workflow';
import type { OfficeSite } from '../office/office-site.ts';
import { asking } from '../work/asking.ts';

/** Calendars that are held, newest year first. */
export async function calendarsHeld(office: Office): Promise<readonly OfficeCalendar[]> {
  const held = (await office.records('office-calendar', null)) as readonly OfficeCalendar[];
  return held.toSorted((a, b) => b.year - a.year);
}

export async function workdaysOf(office: Office): Promise<Workdays> {
  return new Workdays(await calendarsHeld(office));
}

/** Reads a file, for whoever may keep it. Nothing is kept. Throws a Refusal that names the line. */
export async function readCalendar(
  { pool }: OfficeSite,
  request: FastifyRequest,
  { actor, tree }: Context,
  file: SourceFile,
): Promise<CalendarFile> {
  demand(officeCalendarPolicy, 'keep', actor, {}, tree);
  const read = await pool.run('office-calendar', { file }, asking(request, file.name));
  return { read, file: { name: file.name.slice(-200), sha256: createHash('sha256').update(file.bytes).digest('hex') } };
}

/** The file as it is kept beside what was read of it. */
export function keptFile({ name, bytes }: SourceFile) {
  const kind = /\.(ods|xlsx)$/i.exec(name)?.[1]?.toLowerCase() ?? 'csv';
  return { name, bytes, mediaType: mediaTypes[kind] ?? 'text/csv' };
}

const mediaTypes: Readonly<Record<string, string>> = {
  csv: 'text/csv',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** How it is kept: made, or put in the place of the one that is held. `replaces`: a reason was given. */
export function stepFor(facts: CalendarFile, held: OfficeCalendar | null, reason: string, replaces: boolean): Step {
  const { year } = facts.read;
  const noun = 'office-calendar';
  if (!replaces || held === null) return { noun, command: 'keep', id: null, shown: null, input: { year }, facts };
  return { noun, command: 'replace', id: officeCalendarId(year), shown: held.version, input: { reason }, facts };
}
