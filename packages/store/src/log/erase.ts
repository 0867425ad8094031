import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { sql } from 'kysely';
import { Refusal } from '@guankao/domain';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Deed } from '../journal/event.ts';
import { writing } from '../journal/journal.ts';
import { makeAnew, UnfitEvent } from '../projections/rebuild.ts';
import type { KeyFiles } from './key-files.ts';
import { saltedEvents } from './leaves.ts';

/** What stands in an event's payload; null where there is no such event. */
export async function payloadOf(db: Database, event: number): Promise<unknown> {
  const found = await saltedEvents(db).where('events.number', '=', event).executeTakeFirst();
  return found === undefined ? null : (JSON.parse(found.body) as unknown);
}

/**
 * Takes what stood in a payload away for good and puts what is fit to stand in its place; the current state is made
 * anew of it, all in one transaction. Gives the event that says so. What was erased is kept in mind outside the
 * database, so that a restored backup does not bring it back.
 */
export async function erasePayload(
  db: Database,
  nouns: readonly Noun[],
  files: KeyFiles | null,
  event: number,
  replacement: unknown,
  deed: Deed,
): Promise<number> {
  await demandErasable(db, event);
  demandSameName(await payloadOf(db, event), replacement, event);
  const text = JSON.stringify(replacement);
  const erasure = await erase(db, nouns, event, text, deed);
  if (files !== null) await keepInMind(files, { event, replacement: text, deed });
  return erasure;
}

/** In whose name a deputy did it is no text of anybody's: it decides who may approve, and stays. */
function demandSameName(before: unknown, replacement: unknown, event: number): void {
  const nameIn = (payload: unknown) => JSON.stringify((payload as { actingFor?: unknown } | null)?.actingFor ?? null);
  if (nameIn(before) !== nameIn(replacement)) throw unfit(event, 'actingFor is to stay as it was');
}

async function erase(db: Database, nouns: readonly Noun[], event: number, text: string, deed: Deed): Promise<number> {
  const { actor, account = null, role, reason = null, at } = deed;
  try {
    return await writing(db, async (tx) => {
      const { rows } = await sql<{ erasure: number }>`
        select guankao.erase_payload(${event}, ${text}, ${actor}, ${account}, ${role}, ${reason}, ${at}) as erasure`.execute(
        tx,
      );
      const erasure = rows[0]?.erasure ?? 0;
      await makeAnew(tx, nouns);
      return erasure;
    });
  } catch (error) {
    if (error instanceof UnfitEvent) throw unfit(event, error.message);
    throw error;
  }
}

async function demandErasable(db: Database, event: number): Promise<void> {
  const found = await saltedEvents(db).where('events.number', '=', event).executeTakeFirst();
  if (found === undefined) throw noSuchEvent(event);
  if (found.erased_by !== null) throw alreadyErased(event, found.erased_by);
  const leaf = await db
    .selectFrom('log_entries')
    .select('index')
    .where('index', '=', event - 1)
    .executeTakeFirst();
  if (leaf === undefined) throw noLeafYet(event);
}

interface Erasure {
  readonly event: number;
  readonly replacement: string;
  readonly deed: Deed;
}

const fileOf = ({ key }: KeyFiles) => `${key}.erasures`;

async function keepInMind(files: KeyFiles, erasure: Erasure): Promise<void> {
  await mkdir(dirname(files.key), { recursive: true, mode: 0o700 });
  await appendFile(fileOf(files), `${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true });
}

/** After a restored backup, before anybody reads it: what was erased since it was made is erased again. */
export async function eraseAgain(db: Database, nouns: readonly Noun[], files: KeyFiles | null): Promise<number> {
  if (files === null) return 0;
  const text = await readFile(fileOf(files), 'utf8').catch((error: unknown) => {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return '';
    throw error;
  });
  let count = 0;
  for (const line of text.split('\n').filter((each) => each !== '')) {
    const { event, replacement, deed } = JSON.parse(line) as Erasure;
    const found = await saltedEvents(db).where('events.number', '=', event).executeTakeFirst();
    // Of what came after the backup nothing is there.
    if (found === undefined || found.erased_by !== null) continue;
    await erase(db, nouns, event, replacement, { ...deed, at: new Date(deed.at) });
    count++;
  }
  return count;
}

function noSuchEvent(event: number): Refusal {
  return new Refusal('no-such-event', 404, {
    'zh-Hant': `紀錄裡沒有第 ${event} 筆事件。編號見事件的公開日誌位置。`,
    en: `the record has no event ${event}. Its number is its position in the log.`,
  });
}

function alreadyErased(event: number, by: number): Refusal {
  return new Refusal('log-payload-erased', 410, {
    'zh-Hant': `第 ${event} 筆事件的內容已依第 ${by} 筆事件抹除，沒有再做一次。`,
    en: `the payload of event ${event} was erased by event ${by} already; nothing was done again.`,
  });
}

function noLeafYet(event: number): Refusal {
  return new Refusal('log-not-signed-yet', 409, {
    'zh-Hant': `第 ${event} 筆事件還沒有進公開日誌，現在抹除會讓日誌記下別的內容。請執行 guankao log 之後再試。`,
    en: `event ${event} has no leaf yet: erased now, the log would commit to something else. Run guankao log, and try again.`,
  });
}

function unfit(event: number, why: string): Refusal {
  return new Refusal('erasure-unfit', 422, {
    'zh-Hant': `用這個內容取代第 ${event} 筆事件，紀錄就無法由事件重建（${why}），沒有抹除。請只改要抹除的文字，其餘保留原樣。`,
    en: `with this in the place of event ${event} the events give no state any more (${why}); nothing was erased. Change only the text that is to go, and leave the rest as it was.`,
  });
}
