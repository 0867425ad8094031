import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { Reading, Recipe } from '@guankao/reading';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Deed, NewFilingEvent } from '../journal/event.ts';
import { append, writing } from '../journal/journal.ts';
import { projectFiling, stampProjection } from '../projections/project.ts';
import { filingId } from './filing-id.ts';

/** A file as it was given. */
export interface GivenBytes {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A known file's place in the record. */
export interface Place {
  readonly filing: string;
  readonly edition: number;
}

export interface Imported extends Place {
  readonly outcome: 'new-filing' | 'new-edition' | 'unchanged';
}

export interface Reread extends Place {
  readonly outcome: 'reread' | 'unchanged';
}

/** Which edition of which filing has these bytes; null where the record does not know them. */
export async function placeOfBytes(db: Database, sha256: string): Promise<Place | null> {
  const found = await db
    .selectFrom('editions')
    .select(['filing', 'number'])
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return found === undefined ? null : { filing: found.filing, edition: found.number };
}

/**
 * Takes a file and its reading in, whole or not at all: once this resolves, it is on the disk.
 * Bytes that the record knows change nothing, in whatever edition they stand.
 */
export async function importReading(
  db: Database,
  reading: Reading,
  file: GivenBytes,
  deed: Deed,
  program: string,
): Promise<Imported> {
  return writing(db, (tx) => importWithin(tx, reading, file, deed, program));
}

/** The same as a part of a larger deed, only within `writing`. */
export async function importWithin(
  tx: Transaction<Tables>,
  reading: Reading,
  file: GivenBytes,
  deed: Deed,
  program: string,
): Promise<Imported> {
  const hash = sha256(file.bytes);
  if (hash !== reading.document.sha256) throw new RangeError('the reading is of another file');
  const known = await placeOfBytes(tx, hash);
  if (known !== null) return { ...known, outcome: 'unchanged' };
  const filing = filingId(reading);
  const edition = (await lastEdition(tx, filing)) + 1;
  await keepSource(tx, hash, file, deed.at);
  const payload = {
    edition,
    file: { name: withoutNul(file.name), mediaType: file.mediaType, sha256: hash },
    reading: await keepReading(tx, reading),
    program,
  };
  await record(tx, { ...signed(deed), kind: 'filing-imported', subject: filing, payload });
  return { filing, edition, outcome: edition === 1 ? 'new-filing' : 'new-edition' };
}

/** Replaces what the program made of bytes that the record knows already; the older reading stays with its event. */
export async function rereadFile(db: Database, reading: Reading, deed: Deed, program: string): Promise<Reread> {
  return writing(db, async (tx) => {
    const {
      filing,
      number,
      reading: before,
    } = await tx
      .selectFrom('editions')
      .select(['filing', 'number', 'reading'])
      .where('sha256', '=', reading.document.sha256)
      .executeTakeFirstOrThrow();
    const after = await keepReading(tx, reading);
    if (before === after) return { filing, edition: number, outcome: 'unchanged' };
    const payload = { edition: number, reading: after, program };
    await record(tx, { ...signed(deed), kind: 'filing-reread', subject: filing, payload });
    return { filing, edition: number, outcome: 'reread' };
  });
}

/** Keeps what a person settled about a known file, with what was read by it. */
export async function settleFile(
  db: Database,
  reading: Reading,
  recipe: Recipe,
  deed: Deed,
  program: string,
): Promise<Place> {
  return writing(db, async (tx) => {
    const { filing, number } = await tx
      .selectFrom('editions')
      .select(['filing', 'number'])
      .where('sha256', '=', recipe.sha256)
      .executeTakeFirstOrThrow();
    const payload = {
      edition: number,
      sha256: recipe.sha256,
      recipe,
      reading: await keepReading(tx, reading),
      program,
    };
    await record(tx, { ...signed(deed), kind: 'filing-settled', subject: filing, payload });
    return { filing, edition: number };
  });
}

export async function recipeOf(db: Database, sha256: string): Promise<Recipe | null> {
  return (await db.selectFrom('recipes').select('body').where('sha256', '=', sha256).executeTakeFirst())?.body ?? null;
}

function signed({ actor, account, role, reason, at }: Deed) {
  return { actor, account: account ?? null, role, reason: reason ?? null, at, v: 1 };
}

async function record(tx: Transaction<Tables>, event: NewFilingEvent): Promise<void> {
  const placed = await append(tx, event);
  await projectFiling(tx, placed);
  await stampProjection(tx, placed.number);
}

async function lastEdition(tx: Transaction<Tables>, filing: string): Promise<number> {
  const found = await tx.selectFrom('filings').select('edition').where('id', '=', filing).executeTakeFirst();
  return found?.edition ?? 0;
}

async function keepSource(
  tx: Transaction<Tables>,
  hash: string,
  { name, mediaType, bytes }: GivenBytes,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('sources')
    .values({ sha256: hash, name: withoutNul(name), media_type: mediaType, bytes: Buffer.from(bytes), received_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Gives the reading's own hash. JSON escapes lone surrogates and NUL, so any reading can be kept as text. */
async function keepReading(tx: Transaction<Tables>, reading: Reading): Promise<string> {
  const body = JSON.stringify(reading);
  const hash = sha256(body);
  await tx
    .insertInto('readings')
    .values({ sha256: hash, body })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return hash;
}

/** PostgreSQL's text holds every character but this one. */
function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}

function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
