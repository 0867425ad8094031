import { Type } from '@sinclair/typebox';
import { Day, Moment, nullable, Sha256, Who, type Of } from '../../schema.ts';

const Note = Type.String({ maxLength: 200, description: '備註, as printed: 開國紀念日' });
const NotedDay = Type.Object({ day: Day, note: Note });

/** The official calendar of offices of one year (政府行政機關辦公日曆表). */
export const OfficeCalendarJson = Type.Object(
  {
    id: Type.String({ description: '辦公日曆-2026' }),
    year: Type.Integer({ description: 'Gregorian' }),
    state: Type.Literal('kept'),
    version: Type.Integer({ description: 'Rises by one with every edition; send it as `If-Match`' }),
    off: Type.Array(NotedDay, { description: 'Days on which offices do not work, rising' }),
    noted: Type.Array(NotedDay, { description: 'Workdays with a note: 補行上班' }),
    file: Type.Object({ name: Type.String(), sha256: Sha256 }, { description: 'That it was read from; kept' }),
    by: Who,
    at: Moment,
    reason: nullable(Type.String(), { description: 'Why it took the place of the edition before; null for the first' }),
  },
  { $id: 'OfficeCalendar' },
);
export type OfficeCalendar = Of<typeof OfficeCalendarJson>;

/** What a file of a year says. */
export type ReadCalendar = Pick<OfficeCalendar, 'year' | 'off' | 'noted'>;

export function officeCalendarId(year: number): string {
  return `辦公日曆-${year}`;
}

/** What another edition changes: days that are off now and were not, and the other way round. */
export function calendarChanges(
  before: Pick<OfficeCalendar, 'off'>,
  after: Pick<OfficeCalendar, 'off'>,
): { readonly nowOff: readonly string[]; readonly nowWorked: readonly string[] } {
  const [was, is] = [before, after].map(({ off }) => new Set(off.map(({ day }) => day)));
  return {
    nowOff: after.off.flatMap(({ day }) => (was?.has(day) === true ? [] : [day])),
    nowWorked: before.off.flatMap(({ day }) => (is?.has(day) === true ? [] : [day])),
  };
}
