import ical from 'ical-generator';
import { addresses, inLocale, promiseWords, type Locale, type PromiseLine } from '@guankao/web';
import { lastDay } from './standing.ts';

/** More than that no calendar program shows; those due last are left out. */
const mostEvents = 5_000;

/** The promises as days of a calendar (RFC 5545): each on the last day on which it is due, all day. */
export function calendarOf(lines: readonly PromiseLine[], locale: Locale, origin: string): string {
  const words = promiseWords(locale);
  const calendar = ical({
    name: words.title,
    prodId: { company: 'guankao', product: 'commitments', language: locale === 'en' ? 'EN' : 'ZH' },
  });
  const host = new URL(origin).host;
  for (const line of lines.slice(0, mostEvents)) {
    const { due } = line;
    if (due === null) continue;
    const url = `${origin}${inLocale(addresses.promise(line), locale)}`;
    calendar.createEvent({
      id: `${line.id}@${host}`,
      start: new Date(`${lastDay(due)}T00:00:00Z`),
      allDay: true,
      stamp: new Date(line.publishedAt),
      summary: `${line.plan.name}${words.colon}${line.text}`,
      description: `${words.stateName[line.state]}${words.colon}${words.why(line)}\n${words.cited(line)}\n${url}`,
      url,
    });
  }
  return `${calendar.toString()}\r\n`;
}
