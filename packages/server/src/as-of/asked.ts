import { Refusal } from '@guankao/domain';
import type { Catalogue, Past, Position } from '@guankao/store';

/** The time that was asked for, and the event after which the record is shown. */
export interface AsOf {
  /** As it stands in the address: `2026-03-01`, or a position of the log. */
  readonly asked: string;
  readonly position: Position;
  /** The day whose end is meant; null where a position was asked for. */
  readonly day: string | null;
  /** The day is not over: what is shown of it may still change. */
  readonly isToday: boolean;
}

const aDay = 24 * 60 * 60 * 1000;

/**
 * What `asof` means, the end of a day in Taipei or the state after the event at a position, and what was shown then.
 * Throws a Refusal.
 */
export async function asOfAsked(
  catalogue: Catalogue,
  asked: string,
  now: Date,
): Promise<AsOf & { readonly past: Past }> {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(asked) ? asked : null;
  const position = day === null ? await atPosition(catalogue, asked) : await endOfDay(catalogue, day, now);
  const past = await catalogue.asOf(position?.number ?? 0);
  if (position === null || past.first === null || position.number < past.first.number)
    throw beforeFirst(asked, past.first);
  return { asked, position, day, isToday: day !== null && day === dayOf(now), past };
}

async function endOfDay(catalogue: Catalogue, day: string, now: Date): Promise<Position | null> {
  const start = new Date(`${day}T00:00:00+08:00`);
  if (Number.isNaN(start.getTime()) || dayOf(start) !== day) throw malformed(day);
  if (start > now) throw inTheFuture(day, dayOf(now));
  return catalogue.lastBefore(new Date(start.getTime() + aDay));
}

async function atPosition(catalogue: Catalogue, asked: string): Promise<Position> {
  if (!/^[1-9]\d{0,14}$/.test(asked)) throw malformed(asked);
  const position = await catalogue.position(Number(asked));
  if (position === null) throw beyondTheLog(asked);
  return position;
}

/** The day in Taipei, where it is +08:00 all year. */
export function dayOf(time: Date): string {
  return new Date(time.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

function malformed(asked: string): Refusal {
  return new Refusal('asof-malformed', 400, {
    'zh-Hant': `asof「${asked}」不是日期，也不是日誌位置。請寫西元年月日，如 2026-03-01，或公開日誌的位置，如 1024。`,
    en: `asof "${asked}" is neither a date nor a position of the log. Give a date such as 2026-03-01, or a position such as 1024.`,
  }).about('asof');
}

function inTheFuture(day: string, today: string): Refusal {
  return new Refusal('asof-future', 400, {
    'zh-Hant': `asof ${day} 還沒有到（今天是 ${today}），那時會公開什麼還不知道。請選今天或更早的日期。`,
    en: `asof ${day} is yet to come (today is ${today}): what will be published then is not known. Give today or an earlier day.`,
  }).about('asof');
}

function beyondTheLog(asked: string): Refusal {
  return new Refusal('asof-beyond-log', 400, {
    'zh-Hant': `公開日誌還沒有第 ${asked} 筆，沒有那時的內容。請給較小的位置，或改給日期。`,
    en: `the log has no position ${asked} yet: there is nothing to show. Give a smaller position, or a date.`,
  }).about('asof');
}

function beforeFirst(asked: string, first: Position | null): Refusal {
  const since = first === null ? null : { day: first.at.slice(0, 10), position: first.number };
  return new Refusal('asof-before-first', 404, {
    'zh-Hant':
      since === null
        ? `截至 ${asked}，這個網站還沒有公開過任何執行情形表；到現在也還沒有。`
        : `截至 ${asked}，這個網站還沒有公開過任何執行情形表。最早的公開在 ${since.day}（日誌位置 ${since.position}），請選那天或之後。`,
    en:
      since === null
        ? `as of ${asked} nothing had been published here; nothing has been to this day.`
        : `as of ${asked} nothing had been published here. The first publication is of ${since.day} (position ${since.position} of the log): give that day or a later one.`,
  }).about('asof');
}
