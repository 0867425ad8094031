import type { Actor, Agency, AgencyTree, AnyRecord, Deputyship, Noun, RowRecord, YearRecord } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Deed } from '../journal/event.ts';
import { administer, type AccountAct } from './administer.ts';
import { historyOf, proveEventOf, type ProvenEvent } from '../log/event-proofs.ts';
import type { FilingEdition, SourceRecord } from '../catalogue.ts';
import { findHeldFiling, sourceOf } from '../queries/filings.ts';
import { Readings } from '../queries/readings.ts';
import { perform, type Asked, type Performed, type Step } from '../journal/perform.ts';
import { mayRead, readableOf } from '../records/may-read.ts';
import { recordOf, recordsOf, recordsOn, type Records } from '../records/records.ts';
import { accountsOn, agenciesOf, treeOf, type Accounts } from './accounts.ts';
import { addAgency } from './agencies.ts';
import { deputyshipsNow, deputyWithin } from './deputies.ts';
import { attemptsOn, type Attempts } from './attempts.ts';
import { lastMovesOn, type LastMoves } from './last-moves.ts';
import { mailOutboxOn, type MailOutbox } from './mail-outbox.ts';
import { mailPeopleOn, type MailPeople } from './mail-people.ts';
import { securityLogOn, type SecurityLog } from './security-log.ts';
import { evidenceOn, type Evidence } from './evidence.ts';
import { personalStorageOn, type PersonalStorage } from './personal-storage.ts';

export interface YearAndRows {
  readonly year: YearRecord;
  readonly rows: readonly RowRecord[];
}

/** The year's work: who there is, what stands, and the one way to change it. */
export interface Office
  extends Accounts, Attempts, SecurityLog, PersonalStorage, Evidence, Records, MailPeople, MailOutbox, LastMoves {
  /** What there is: the same list that the API and the pages are made from. */
  readonly nouns: readonly Noun[];
  /** Deputyships by which this account can act at this moment. */
  deputyshipsNow(account: string, at: Date): Promise<readonly Deputyship[]>;
  /** Who acts by this deputyship; throws a Refusal where it is not theirs or not of now. */
  deputy(actor: Actor, deputyship: string, at: Date): Promise<Actor>;
  agencies(): Promise<readonly Agency[]>;
  tree(): Promise<AgencyTree>;
  /** Throws a Refusal where there is an agency of this id. */
  addAgency(agency: Agency, at: Date): Promise<void>;
  /** What is done to accounts and agencies: done and written down together, all of it or nothing. */
  administer(acts: readonly AccountAct[], deed: Deed): Promise<void>;
  /** Drops keys of requests from before: the same request again is then a new one. */
  sweepKeys(before: Date): Promise<void>;
  /** Newest first. */
  years(): Promise<readonly YearRecord[]>;
  year(id: string): Promise<YearAndRows | null>;
  row(id: string): Promise<RowRecord | null>;
  /** A file by its bytes, whether it is shown to anybody or not: who may have it, the caller has looked at. */
  keptFile(sha256: string): Promise<SourceRecord | null>;
  /** Whether somebody may see a record of this noun, and what it is about. */
  mayRead(noun: Noun, actor: Actor, record: AnyRecord, tree: AgencyTree): Promise<boolean>;
  /** Those of many, likewise, in their order. */
  readableOf(noun: Noun, actor: Actor, records: readonly AnyRecord[], tree: AgencyTree): Promise<readonly AnyRecord[]>;
  perform(steps: readonly Step[], asked: Asked): Promise<Performed>;
  /** The newest edition of a year's form as it was reported, with all that is withheld from the public. */
  reported(year: string): Promise<FilingEdition | null>;
  /** The file of an edition, likewise. */
  reportedFile(year: string, edition: number): Promise<SourceRecord | null>;
  /** All that happened to a record, oldest first, each with its place in the log. */
  history(subject: string): Promise<readonly ProvenEvent[]>;
  /** The `.tlog-proof` of an event of that history, with all of it opened that the history shows. */
  proveEvent(subject: string, event: number): Promise<string>;
}

/** An opening that was undone is in the journal, and nowhere else. */
function isThere({ state }: YearRecord): boolean {
  return state !== 'discarded';
}

export function officeOn(db: Database, nouns: readonly Noun[], program: string): Office {
  const readings = new Readings(db);
  return {
    nouns,
    ...accountsOn(db),
    ...attemptsOn(db),
    ...securityLogOn(db),
    ...personalStorageOn(db),
    ...evidenceOn(db),
    ...recordsOn(db),
    deputyshipsNow: (account, at) => deputyshipsNow(db, account, at),
    deputy: async (actor, deputyship, at) => deputyWithin(db, actor, deputyship, await treeOf(db), at),
    ...lastMovesOn(db),
    ...mailPeopleOn(db),
    ...mailOutboxOn(db),
    agencies: () => agenciesOf(db),
    tree: () => treeOf(db),
    addAgency: (agency, at) => addAgency(db, agency, at),
    administer: (acts, deed) => administer(db, acts, deed),
    async sweepKeys(before) {
      await db.deleteFrom('idempotency_keys').where('at', '<', before).execute();
    },
    years: async () => ((await recordsOf(db, 'year', null)) as readonly YearRecord[]).filter(isThere),
    async year(id) {
      const [year, rows] = [await recordOf(db, 'year', id), await recordsOf(db, 'row', id)];
      return year === null || !isThere(year as YearRecord)
        ? null
        : { year: year as YearRecord, rows: rows as readonly RowRecord[] };
    },
    row: async (id) => (await recordOf(db, 'row', id)) as RowRecord | null,
    keptFile: (sha256) => sourceOf(db, sha256),
    mayRead: (noun, actor, record, current) => mayRead(db, nouns, noun, actor, record, current),
    readableOf: (noun, actor, records, current) => readableOf(db, nouns, noun, actor, records, current),
    perform: (steps, asked) => perform({ db, nouns, program }, steps, asked),
    reported: async (id) => ((await recordOf(db, 'year', id)) === null ? null : findHeldFiling(db, readings, id)),
    async reportedFile(id, number) {
      const year = (await recordOf(db, 'year', id)) as YearRecord | null;
      if (year === null || !year.editions.some((edition) => edition.number === number)) return null;
      const { sha256 } = await db
        .selectFrom('editions')
        .select('sha256')
        .where('filing', '=', year.id)
        .where('number', '=', number)
        .executeTakeFirstOrThrow();
      return sourceOf(db, sha256);
    },
    history: (subject) => historyOf(db, subject),
    proveEvent: (subject, event) => proveEventOf(db, subject, event),
  };
}
