import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { Refusal } from '@guankao/domain';
import { demandPlans, type Reading, type Recipe } from '@guankao/reading';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { Deed, NewFilingEvent } from '../journal/event.ts';
import { append, writing } from '../journal/journal.ts';
import { projectFiling, stampProjection } from '../projections/project.ts';
import { recordOf } from '../records/records.ts';
import { filingId } from './filing-id.ts';
import { keepRenderings, saidOf, type Rendering } from './renderings.ts';

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

/** Whether a file is shown to everybody, or kept until somebody publishes it. */
export type Disclosure = 'public' | 'held';

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
 * Bytes that the record knows change nothing, in whatever edition they stand; a file without a plan row is refused.
 */
export async function importReading(
  db: Database,
  reading: Reading,
  file: GivenBytes,
  deed: Deed,
  program: string,
  disclosure: Disclosure = 'public',
): Promise<Imported> {
  demandPlans(reading);
  return writing(db, async (tx) => {
    await demandNotKept(tx, filingId(reading));
    return importWithin(tx, reading, file, deed, program, disclosure);
  });
}

/** The form of a year that is kept here goes out from here: nothing is imported, settled or withdrawn over it. */
async function demandNotKept(db: Database, filing: string): Promise<void> {
  if ((await recordOf(db, 'year', filing)) === null) return;
  throw new Refusal('year-kept-here', 409, {
    'zh-Hant': `「${filing}」這個年度的表由本系統辦理，不能以匯入或人工確認的方式改它。要更正請到工作檯開放修正，再報送修正版。`,
    en: `The form ${filing} is kept in this system and cannot be changed by importing or settling. To correct it, open it for correction on the workbench and report the corrected edition.`,
  });
}

/** The same as a part of a larger deed, only within `writing`. */
export async function importWithin(
  tx: Transaction<Tables>,
  reading: Reading,
  file: GivenBytes,
  deed: Deed,
  program: string,
  disclosure: Disclosure,
  renderings: readonly Rendering[] = [],
): Promise<Imported> {
  const hash = sha256(file.bytes);
  if (hash !== reading.document.sha256) throw new RangeError('the reading is of another file');
  const known = await placeOfBytes(tx, hash);
  if (known !== null) {
    if (disclosure === 'public') await publishWithin(tx, known, deed);
    return { ...known, outcome: 'unchanged' };
  }
  const filing = filingId(reading);
  const edition = (await lastEdition(tx, filing)) + 1;
  await keepSource(tx, hash, file, deed.at);
  const payload = {
    edition,
    file: { name: withoutNul(file.name), mediaType: file.mediaType, sha256: hash },
    reading: await keepReading(tx, reading),
    program,
    ...(disclosure === 'held' ? { held: true } : {}),
    ...(await agencyOf(tx, deed, reading.filing.agency)),
  };
  await record(tx, { ...signed(deed), kind: 'filing-imported', subject: filing, payload });
  if (renderings.length > 0) {
    const said = { edition, renderings: saidOf(renderings) };
    const made = await record(tx, { ...signed(deed), kind: 'filing-rendered', subject: filing, payload: said });
    await keepRenderings(tx, { filing, edition }, made, renderings);
  }
  return { filing, edition, outcome: edition === 1 ? 'new-filing' : 'new-edition' };
}

/** Where the role is held in which somebody does it: in the filing's own agency, if there. */
async function agencyOf(
  tx: Transaction<Tables>,
  { account = null, role, actingFor }: Deed,
  filing: string | null,
): Promise<{ readonly agency?: string }> {
  const holder = actingFor?.account ?? account;
  if (holder === null) return {};
  const names = await tx
    .selectFrom('grants')
    .innerJoin('agencies', 'agencies.id', 'grants.agency')
    .select('agencies.name')
    .where('account', '=', holder)
    .where('role', '=', role)
    .orderBy('agencies.id')
    .execute();
  const found = names.find(({ name }) => name === filing) ?? names[0];
  return found === undefined ? {} : { agency: found.name };
}

/** What is shown in place of an edition of which something is withheld. */
export interface ShownInstead {
  readonly reading: Reading;
  readonly file: GivenBytes;
}

async function keepShown(tx: Transaction<Tables>, { reading, file }: ShownInstead, at: Date) {
  const { sha256: hash } = reading.document;
  if (sha256(file.bytes) !== hash) throw new RangeError('the reading is of another file');
  await keepSource(tx, hash, file, at);
  return { file: { name: withoutNul(file.name), sha256: hash }, reading: await keepReading(tx, reading) };
}

/** Shows an edition that was kept to everybody; one that is shown already stays so. Only within `writing`. */
export async function publishWithin(
  tx: Transaction<Tables>,
  { filing, edition }: Place,
  deed: Deed,
  shown: ShownInstead | null = null,
): Promise<void> {
  const { published, shown_sha256 } = await tx
    .selectFrom('editions')
    .select(['published', 'shown_sha256'])
    .where('filing', '=', filing)
    .where('number', '=', edition)
    .executeTakeFirstOrThrow();
  if (published && shown_sha256 === (shown?.reading.document.sha256 ?? null)) return;
  const payload = shown === null ? { edition } : { edition, ...(await keepShown(tx, shown, deed.at)) };
  await record(tx, { ...signed(deed), kind: 'filing-published', subject: filing, payload });
}

/** Shows an edition of a filing from elsewhere that was kept. */
export async function publishFiling(db: Database, place: Place, deed: Deed): Promise<void> {
  return writing(db, async (tx) => {
    await demandNotKept(tx, place.filing);
    await publishWithin(tx, place, deed);
  });
}

/** Takes a filing from elsewhere back: none of its editions is shown any longer, and its place says on what ground. */
export async function withdrawFiling(db: Database, filing: string, ground: string, deed: Deed): Promise<void> {
  return writing(db, async (tx) => {
    await demandNotKept(tx, filing);
    await record(tx, { ...signed(deed), kind: 'filing-withdrawn', subject: filing, payload: { ground } });
  });
}

/** Replaces what the program made of bytes that the record knows already; the older reading stays with its event. */
export async function rereadFile(db: Database, reading: Reading, deed: Deed, program: string): Promise<Reread> {
  demandPlans(reading);
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
  demandPlans(reading);
  return writing(db, async (tx) => {
    const { filing, number } = await tx
      .selectFrom('editions')
      .select(['filing', 'number'])
      .where('sha256', '=', recipe.sha256)
      .executeTakeFirstOrThrow();
    await demandNotKept(tx, filing);
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

function signed({ actor, account, role, reason, at, actingFor }: Deed) {
  const done = { actor, account: account ?? null, role, reason: reason ?? null, at, v: 1 };
  return actingFor === undefined ? done : { ...done, actingFor };
}

/** Gives the event's number. */
async function record(tx: Transaction<Tables>, event: NewFilingEvent): Promise<number> {
  const placed = await append(tx, event);
  await projectFiling(tx, placed);
  await stampProjection(tx, placed.number);
  return placed.number;
}

async function lastEdition(tx: Transaction<Tables>, filing: string): Promise<number> {
  const { last } = await tx
    .selectFrom('editions')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('filing', '=', filing)
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Byte for byte, once; only in a transaction that writes what speaks of it. */
export async function keepSource(
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

export function sha256(data: Uint8Array | string): string {
  return createHash('sha256').update(data).digest('hex');
}
