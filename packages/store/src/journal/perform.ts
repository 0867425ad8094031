import { sql, type Transaction } from 'kysely';
import { Refusal } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import {
  commandOf,
  demand,
  demandVersion,
  Workdays,
  type Actor,
  type AgencyTree,
  type AnyRecord,
  type Command,
  type Noun,
  type OfficeCalendar,
} from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import {
  importWithin,
  keepSource,
  publishWithin,
  sha256,
  type GivenBytes,
  type Imported,
  type Place,
  type ShownInstead,
} from '../imports/take-in.ts';
import type { Rendering } from '../imports/renderings.ts';
import { actorWithin, peopleWithin, treeOf } from '../office/accounts.ts';
import { deputyWithin } from '../office/deputies.ts';
import { keepEvidenceOfRow, type EvidenceRecord } from '../office/evidence.ts';
import { projectRecord } from '../projections/records.ts';
import { stampProjection } from '../projections/project.ts';
import { asAsked, mayRead } from '../records/may-read.ts';
import { countOf, recordOf, recordsOf } from '../records/records.ts';
import { append, takeTurn } from './journal.ts';

/** One command on one record. */
export interface Step {
  readonly noun: string;
  readonly command: string;
  /** null for what does not exist yet. */
  readonly id: string | null;
  /** The version that was shown. A record that an earlier step of the same request changed is taken as it then stands. */
  readonly shown: number | null;
  readonly input: unknown;
  /** What was found out before: see `Call.facts`. */
  readonly facts?: unknown;
  /** Rows (or other children) as they were when `facts` was made: if one has changed since, nothing happens. */
  readonly madeFrom?: Readonly<Record<string, number>>;
}

/** Who asks, when, and under which key the same request is not carried out twice. */
export interface Asked {
  readonly account: string;
  /** Only with these of the account's roles: what a token was given. null: all. */
  readonly roles?: readonly string[] | null;
  /** By this deputyship, in its principal's name; null: in their own. */
  readonly deputyship?: string | null;
  readonly at: Date;
  readonly key?: IdempotencyKey | null;
  /** Kept in the same transaction, if what refers to it is decided. */
  readonly evidence?: EvidenceRecord & { readonly row: string | readonly string[] };
  /** Files that the command speaks of: kept byte for byte, and shown to nobody by that. */
  readonly files?: readonly GivenBytes[];
  /** A form that is frozen with the command: kept, and shown to nobody. */
  readonly keep?: {
    readonly reading: Reading;
    readonly file: GivenBytes;
    /** What it is given out as, kept with it. */
    readonly renderings?: readonly Rendering[];
  };
  /** Editions that the commands show to everybody, each whole or with something withheld. */
  readonly publish?: readonly (Place & { readonly shown: ShownInstead | null })[];
}

export interface IdempotencyKey {
  readonly key: string;
  /** Fingerprint of the whole request: method, address, version shown, body. */
  readonly request: string;
}

export interface Performed {
  /** The subjects of the steps after all of them, each once, in order. */
  readonly records: readonly AnyRecord[];
  readonly imported: Imported | null;
  /** This is the answer that the key was given before. */
  readonly replayed: boolean;
}

export interface Performing {
  readonly db: Database;
  readonly nouns: readonly Noun[];
  readonly program: string;
}

/**
 * The one way to change a record: who asks and what they may is looked at anew, the command decides on the newest state,
 * and all that it decides is written, or nothing. Reading and rules are done before, and handed in as `facts`; the
 * journal's turn is taken for the writing alone.
 */
export async function perform(
  { db, nouns, program }: Performing,
  steps: readonly Step[],
  asked: Asked,
): Promise<Performed> {
  return db.transaction().execute(async (tx) => {
    const before = await takeKey(tx, asked);
    const session = await sessionOf(tx, nouns, asked);
    if (before !== null) return replay(session, before, steps);
    await lockSubjects(tx, session, steps);
    const decided: Decided[] = [];
    const state = new Map<string, AnyRecord>();
    for (const step of steps) decided.push(...(await decide(session, step, state)));
    const imported = await write(tx, session, decided, asked, program);
    const subjects = subjectsOf(steps, decided);
    const records: AnyRecord[] = [];
    for (const { noun, id } of subjects) {
      // A command that had nothing to change gives the record as it stands.
      const record = state.get(`${noun}/${id}`) ?? (await recordOf(tx, noun, id));
      if (record !== null) records.push(record);
    }
    await keepKey(tx, asked, subjects);
    return { records, imported, replayed: false };
  });
}

interface Session {
  readonly tx: Transaction<Tables>;
  readonly nouns: readonly Noun[];
  readonly actor: Actor;
  readonly tree: AgencyTree;
  readonly now: Date;
  readonly workdays: Workdays;
}

/** Rights are read in the transaction: a role that was taken away a moment ago is gone. */
async function sessionOf(tx: Transaction<Tables>, nouns: readonly Noun[], asked: Asked): Promise<Session> {
  const [found, tree] = [await actorWithin(tx, asked.account), await treeOf(tx)];
  if (found === null) throw notSignedIn();
  const { roles = null, deputyship = null } = asked;
  const actor = deputyship === null ? found : await deputyWithin(tx, found, deputyship, tree, asked.at);
  const grants = actor.grants.filter(({ role }) => roles === null || roles.includes(role));
  const calendars = (await recordsOf(tx, 'office-calendar', null)) as readonly OfficeCalendar[];
  const workdays = new Workdays(calendars);
  return { tx, nouns, actor: { ...actor, grants }, tree, now: asked.at, workdays };
}

/** `subj`: two commands on one record take turns; those on others do not wait. In one order, so that none waits for itself. */
const subjectLock = 0x7375626a;

async function lockSubjects(tx: Transaction<Tables>, session: Session, steps: readonly Step[]): Promise<void> {
  // What does not exist yet has no lock of its own: those that make something take the journal's turn from the start.
  if (steps.some((step) => commandIn(session, step).command.creates !== undefined)) await takeTurn(tx);
  const keys = new Set<string>();
  for (const step of steps) {
    if (step.id === null) continue;
    keys.add(`${step.noun}/${step.id}`);
    const { noun: own, command } = commandIn(session, step);
    const subject = command.beside === undefined ? null : await recordOf(tx, step.noun, step.id);
    // What stands beside it is named where it is missing: to those who may see it alone.
    if (subject !== null) await demandSeen(session, own, subject);
    if (subject !== null)
      for (const { noun, record } of await besides(session, command, subject, step, new Map()))
        keys.add(`${noun}/${record.id}`);
    if (command.with === undefined) continue;
    for (const { id } of await recordsOf(tx, command.with, step.id)) keys.add(`${command.with}/${id}`);
  }
  for (const key of [...keys].toSorted())
    await sql`select pg_advisory_xact_lock(${sql.lit(subjectLock)}, hashtext(${key}))`.execute(tx);
}

interface Decided {
  readonly noun: Noun;
  readonly role: string;
  readonly reason: string | null;
  readonly event: ReturnType<Command['decide']>[number];
}

async function decide(session: Session, step: Step, state: Map<string, AnyRecord>): Promise<readonly Decided[]> {
  const { tx, nouns, actor, tree, now, workdays } = session;
  const { noun, command } = commandIn(session, step);
  const key = `${noun.name}/${step.id}`;
  const changedBefore = state.get(key);
  const subject = changedBefore ?? (step.id === null ? null : await recordOf(tx, noun.name, step.id));
  // Of what one may not see not even that it exists is told.
  if (command.creates === undefined) {
    if (subject === null) throw missing(noun, step.id ?? '');
    await demandSeen(session, noun, subject);
  }
  const beside = (await besides(session, command, subject, step, state)).map(({ record }) => record);
  const made = command.creates?.(step.input, beside) as AnyRecord | undefined;
  demand(noun.policy, command.may, actor, made ?? (await asAsked(tx, noun, subject as AnyRecord)), tree);
  const children = command.with === undefined || step.id === null ? [] : await recordsOf(tx, command.with, step.id);
  demandMadeFrom(step, children);
  const shown = changedBefore === undefined ? step.shown : changedBefore.version;
  const facts = step.facts ?? null;
  const people = command.people === true ? await peopleWithin(tx) : [];
  const siblings = command.siblings === true ? await recordsOf(tx, noun.name, null) : [];
  const number = command.numbered === true ? (await countOf(tx, noun.name)) + 1 : 0;
  const call = { actor, tree, now, workdays, shown, children, beside, facts, people, siblings, number };
  const events = command
    .decide(subject, step.input, call)
    .map((event) => (actor.actingFor === undefined ? event : { ...event, actingFor: actor.actingFor }));
  if (command.creates !== undefined) await demandNew(session, noun, command, events);
  else if (events.length > 0 && subject !== null) demandVersion(subject.version, shown ?? 0);
  const role = command.as(step.input, { subject, actor });
  const reason = command.reason?.(step.input) ?? null;
  return events.map((event) => {
    const own = nouns.find(({ kinds }) => kinds.includes(event.kind));
    if (own === undefined) throw new Error(`no noun has events of kind ${event.kind}`);
    const at = `${own.name}/${event.subject}`;
    const known = state.get(at) ?? children.find(({ id }) => id === event.subject) ?? (at === key ? subject : null);
    state.set(at, own.apply(known, event));
    return { noun: own, role, reason, event };
  });
}

async function demandSeen({ tx, nouns, actor, tree }: Session, noun: Noun, subject: AnyRecord): Promise<void> {
  if (!(await mayRead(tx, nouns, noun, actor, subject, tree))) throw missing(noun, subject.id);
}

interface BesideIt {
  readonly noun: string;
  readonly record: AnyRecord;
}

/** What the command is decided from beside its subject. Of what one may not see not even that it exists is told. */
async function besides(
  { tx, nouns, actor, tree }: Session,
  { beside = [] }: Command,
  subject: AnyRecord | null,
  { input }: Step,
  state: ReadonlyMap<string, AnyRecord>,
): Promise<readonly BesideIt[]> {
  const found: BesideIt[] = [];
  for (const { noun: nounOf, id: idOf, optional } of beside) {
    const name = typeof nounOf === 'string' ? nounOf : nounOf(subject, input);
    const noun = nouns.find((one) => one.name === name);
    if (noun === undefined) throw new RangeError(`no noun ${name}`);
    const before = found.map(({ record }) => record);
    const id = idOf(subject, input, before);
    const record = state.get(`${name}/${id}`) ?? (await recordOf(tx, name, id));
    if (record !== null && (await mayRead(tx, nouns, noun, actor, record, tree))) found.push({ noun: name, record });
    else if (optional !== true) throw missing(noun, id);
  }
  return found;
}

async function demandNew(
  { tx }: Session,
  noun: Noun,
  command: Command,
  events: ReturnType<Command['decide']>,
): Promise<void> {
  for (const { kind, subject } of events) {
    const there = noun.kinds.includes(kind) ? await recordOf(tx, noun.name, subject) : null;
    if (there === null || noun.isGone?.(there) === true) continue;
    throw command.alreadyThere?.(subject) ?? alreadyThere(noun, subject);
  }
}

/** The checks were made of certain versions: where one has changed since, they are no longer of this form. */
function demandMadeFrom({ madeFrom }: Step, children: readonly AnyRecord[]): void {
  if (madeFrom === undefined) return;
  const same =
    Object.keys(madeFrom).length === children.length && children.every(({ id, version }) => madeFrom[id] === version);
  if (same) return;
  throw new Refusal('changed-meanwhile', 409, {
    'zh-Hant': '檢核的同時有人改了表上的列，這次沒有執行。請再按一次，會以最新內容重新檢核。',
    en: 'somebody changed a row of the form while it was being checked; nothing was done. Ask again: the newest form is checked anew.',
  });
}

async function write(
  tx: Transaction<Tables>,
  { actor, nouns, now }: Session,
  decided: readonly Decided[],
  { evidence, files = [], keep, publish }: Asked,
  program: string,
): Promise<Imported | null> {
  if (decided.length === 0) return null;
  await takeTurn(tx);
  for (const row of [evidence?.row ?? []].flat())
    if (evidence !== undefined) await keepEvidenceOfRow(tx, { ...evidence, row }, actor.name, now);
  for (const file of files) await keepSource(tx, sha256(file.bytes), file, now);
  for (const { role, reason, event } of decided) {
    const placed = await append(tx, { ...event, actor: actor.name, account: actor.id, role, reason, at: now, v: 1 });
    await projectRecord(tx, placed, nouns);
    await stampProjection(tx, placed.number);
  }
  const last = decided.at(-1);
  if (last === undefined) return null;
  const deed = {
    actor: actor.name,
    account: actor.id,
    role: last.role,
    at: now,
    ...(actor.actingFor === undefined ? {} : { actingFor: actor.actingFor }),
    ...(last.reason === null ? {} : { reason: last.reason }),
  };
  for (const { shown, ...place } of publish ?? []) await publishWithin(tx, place, deed, shown);
  return keep === undefined ? null : importWithin(tx, keep.reading, keep.file, deed, program, 'held', keep.renderings);
}

function commandIn({ nouns }: Pick<Session, 'nouns'>, step: Step): { readonly noun: Noun; readonly command: Command } {
  const noun = nouns.find(({ name }) => name === step.noun);
  const command = noun === undefined ? undefined : commandOf(noun, step.command);
  if (noun === undefined || command === undefined) throw new RangeError(`no command ${step.noun}/${step.command}`);
  return { noun, command };
}

interface SubjectKey {
  readonly noun: string;
  readonly id: string;
}

/** The steps' subjects; of one that makes a record, the record that it made. */
function subjectsOf(steps: readonly Step[], decided: readonly Decided[]): readonly SubjectKey[] {
  const made = decided.map(({ noun, event }) => ({ noun: noun.name, id: event.subject }));
  const keys = steps.flatMap(({ noun, id }) =>
    id === null ? made.filter((one) => one.noun === noun).slice(0, 1) : [{ noun, id }],
  );
  return [...new Map(keys.map((key) => [`${key.noun}/${key.id}`, key])).values()];
}

/** The key is taken before anything is done. A twin under way is waited for; one that was refused leaves no trace. */
async function takeKey(tx: Transaction<Tables>, { account, key, at }: Asked): Promise<readonly SubjectKey[] | null> {
  if (key === undefined || key === null) return null;
  const taken = await tx
    .insertInto('idempotency_keys')
    .values({ account, key: key.key, request: key.request, status: null, answer: null, at })
    .onConflict((conflict) => conflict.doNothing())
    .returning('key')
    .executeTakeFirst();
  if (taken !== undefined) return null;
  const found = await tx
    .selectFrom('idempotency_keys')
    .select(['request', 'answer'])
    .where('account', '=', account)
    .where('key', '=', key.key)
    .executeTakeFirstOrThrow();
  if (found.request !== key.request) throw keyReused();
  return found.answer as readonly SubjectKey[];
}

async function keepKey(
  tx: Transaction<Tables>,
  { account, key }: Asked,
  subjects: readonly SubjectKey[],
): Promise<void> {
  if (key === undefined || key === null) return;
  await tx
    .updateTable('idempotency_keys')
    .set({ status: 200, answer: JSON.stringify(subjects) })
    .where('account', '=', account)
    .where('key', '=', key.key)
    .execute();
}

/** Nothing is done again. What is shown is what one may still see. */
async function replay(
  { tx, nouns, actor, tree }: Session,
  subjects: readonly SubjectKey[],
  steps: readonly Step[],
): Promise<Performed> {
  const records: AnyRecord[] = [];
  for (const { noun: name, id } of subjects) {
    const noun = nouns.find((one) => one.name === name);
    const record = await recordOf(tx, name, id);
    if (noun === undefined || record === null || !(await mayRead(tx, nouns, noun, actor, record, tree)))
      throw missing(noun ?? null, steps[0]?.id ?? id);
    records.push(record);
  }
  return { records, imported: null, replayed: true };
}

function missing(noun: Noun | null, id: string): Refusal {
  return new Refusal(`no-such-${noun?.name ?? 'record'}`, 404, {
    'zh-Hant': `找不到「${id}」這個${noun?.label['zh-Hant'] ?? '紀錄'}，或您無權查看。`,
    en: `there is no ${noun?.label.en ?? 'record'} ${id}, or you may not see it.`,
  });
}

function alreadyThere(noun: Noun, id: string): Refusal {
  return new Refusal('already-there', 409, {
    'zh-Hant': `「${id}」這個${noun.label['zh-Hant']}已經有了，沒有再建立。請換一個代碼，或使用原有的。`,
    en: `there is a ${noun.label.en} ${id} already; none was made again. Choose another id, or use the one that is there.`,
  });
}

function notSignedIn(): Refusal {
  return new Refusal('not-signed-in', 401, {
    'zh-Hant': '請先登入，或在 Authorization 標頭附上權杖。',
    en: 'sign in first, or send a token in the Authorization header.',
  });
}

function keyReused(): Refusal {
  return new Refusal('idempotency-key-reused', 422, {
    'zh-Hant': '這個 Idempotency-Key 已用在另一個內容不同的要求上。每個要求請用新的鍵。',
    en: 'this Idempotency-Key was used for a request with other content. Use a new key for each request.',
  });
}
