import type { Reading, Recipe } from '@guankao/reading';
import type { Readable } from 'node:stream';
import { nouns as allNouns, type Noun } from '@guankao/workflow';
import { restoreBackup } from './backup/restore-backup.ts';
import { backupLines } from './backup/write-backup.ts';
import type { Catalogue, FilingEdition, SourceRecord } from './catalogue.ts';
import type { Address } from './database/address.ts';
import { connect, type Connection } from './database/connect.ts';
import { grantAlone, keepProgramRole, roleOf, strongRole, tooStrong } from './database/roles.ts';
import { databaseDown, isDown, tellingWhenDown } from './database/failures.ts';
import { keepServer, type EmbeddedServer } from './embedded/server.ts';
import type { Deed, RecordEvent } from './journal/event.ts';
import { eventsAfter } from './journal/journal.ts';
import {
  importReading,
  placeOfBytes,
  publishFiling,
  recipeOf,
  rereadFile,
  settleFile,
  withdrawFiling,
  type Disclosure,
  type GivenBytes,
  type Imported,
  type Place,
  type Reread,
} from './imports/take-in.ts';
import { filingId } from './imports/filing-id.ts';
import { findRendering, formatsKept } from './imports/renderings.ts';
import { migrate } from './migrations/migrate.ts';
import { rebuild, rebuildWhereBehind, type Rebuilt } from './projections/rebuild.ts';
import {
  findFiling,
  findHeldFiling,
  findPlan,
  findSource,
  findWithdrawn,
  listHeld,
  sourceOf,
  type HeldEdition,
} from './queries/filings.ts';
import { findFindings, foundNow } from './queries/findings.ts';
import { PlanIndex } from './queries/plan-index.ts';
import { findLineage, shownNow } from './queries/lineage.ts';
import { PastIndex } from './queries/past-index.ts';
import { pastAt } from './queries/past.ts';
import { positionsOn } from './queries/positions.ts';
import { findPlans } from './queries/plans.ts';
import { Readings } from './queries/readings.ts';
import { ShownFilings } from './queries/shown-filings.ts';
import { keyFilesOf } from './log/key-files.ts';
import { logOn, type Log } from './log/log.ts';
import { officeOn, type Office } from './office/office.ts';

export interface StoreOptions {
  /** `DATABASE_URL`: that server is used and none is embedded. */
  readonly url?: string | undefined;
  /** `DATABASE_OWNER_URL`: as whom the schema is migrated and backups are restored; `url` may then change nothing that is written once. */
  readonly ownerUrl?: string | undefined;
  /** `GUANKAO_DATA`: where the embedded server keeps its data. */
  readonly folder: string;
  /** Name and version, written into events: `guankao 0.1.0`. */
  readonly program: string;
  /** `GUANKAO_LOG_KEY`: the key that signs the record's log. Beside an embedded database one is made by itself. */
  readonly logKey?: string | undefined;
  /** What the record holds; tests add one of their own. */
  readonly nouns?: readonly Noun[];
}

/** The record: what was taken in, by whom, and what stands now. */
export interface Store {
  readonly catalogue: Catalogue;
  /** The year's work: who there is, what they write, what was frozen. */
  readonly office: Office;
  /** What others can check of it. */
  readonly log: Log;
  /** How the embedded server came to be there; null with `DATABASE_URL`. */
  readonly server: Pick<EmbeddedServer, 'origin' | 'pid' | 'port'> | null;
  /** The role that works, where it could change or delete what is written once: with `DATABASE_URL` alone. null where it could not. */
  readonly mayChangeAll: string | null;
  /** For the other rooms' own tables and queries. */
  readonly connection: Connection;
  /** Where these bytes stand in the record; null where it does not know them. */
  placeOf(sha256: string): Promise<Place | null>;
  /** Whole or not at all; bytes that are known change nothing. */
  importReading(reading: Reading, file: GivenBytes, deed: Deed, disclosure?: Disclosure): Promise<Imported>;
  publish(place: Place, deed: Deed): Promise<void>;
  withdraw(filing: string, ground: string, deed: Deed): Promise<void>;
  /** Any edition, kept ones too: for those who may see it. Without a number the newest. */
  heldFiling(id: string, edition?: number): Promise<FilingEdition | null>;
  /** The newest edition of the filing that this is a reading of, kept ones too; null where none is of its agency and year. */
  filingOf(reading: Reading): Promise<FilingEdition | null>;
  /** What is kept and not shown, newest first. */
  heldEditions(): Promise<readonly HeldEdition[]>;
  /** The bytes of any edition, kept ones too. */
  heldSource(sha256: string): Promise<SourceRecord | null>;
  /** What this version of the program makes of bytes that are known. */
  reread(reading: Reading, deed: Deed): Promise<Reread>;
  /** What a person settled about a known file, and what was read by it. */
  settle(reading: Reading, recipe: Recipe, deed: Deed): Promise<Place>;
  /** What was settled about a file; null where nothing was. */
  recipe(sha256: string): Promise<Recipe | null>;
  rebuild(): Promise<Rebuilt>;
  eventsAfter(number: number, limit: number): Promise<readonly RecordEvent[]>;
  /** The lines of a backup of this moment. */
  backup(at: Date): Readable;
  /** Puts a backup into an empty record and makes the current state from it. Gives the rows by table. */
  restore(lines: AsyncIterable<string>): Promise<Readonly<Record<string, number>>>;
  /** Ends all connections; the last program to leave an embedded server stops it. */
  close(): Promise<void>;
}

/** Starts or finds the server, brings the schema up to date. Throws a Refusal where it cannot. */
export async function openStore({
  url,
  ownerUrl = '',
  folder,
  program,
  logKey,
  nouns = allNouns,
}: StoreOptions): Promise<Store> {
  const server = url === undefined || url === '' ? await keepServer({ folder }) : null;
  const address = server === null ? (url ?? '') : { ...server, ...server.program };
  const owner = server ?? (ownerUrl === '' ? null : ownerUrl);
  try {
    if (server !== null)
      await withOwner(server, ({ pool }) => keepProgramRole(pool, server.program.user, server.program.password));
    const connection = await connect(address);
    let strong: string | null = null;
    try {
      const migrated = owner === null ? await migrate(connection.pool) : await migrateAs(owner, connection);
      strong = await strongRole(connection.pool);
      if (owner !== null && strong !== null) throw tooStrong(strong);
      await rebuildWhereBehind(connection.db, nouns, migrated.length > 0);
    } catch (error) {
      await connection.pool.end();
      throw isDown(error) ? databaseDown(address, String(error)) : error;
    }
    const log = logOn(connection.db, connection.pool, nouns, keyFilesOf(server === null ? null : folder, logKey));
    return storeOn(connection, address, server, log, { program, nouns, owner, strong });
  } catch (error) {
    await server?.stop();
    throw error;
  }
}

/** Brings the schema up to date as its owner, and gives the program at `connection` its rights in it. */
async function migrateAs(owner: Address, connection: Connection): Promise<readonly number[]> {
  return withOwner(owner, async ({ pool }) => {
    const ran = await migrate(pool);
    await grantAlone(pool, await roleOf(connection.pool));
    return ran;
  });
}

/** On a connection of the owner's, which ends with it. */
async function withOwner<Result>(address: Address, work: (owner: Connection) => Promise<Result>): Promise<Result> {
  const owner = await connect(address);
  try {
    return await work(owner);
  } finally {
    await owner.pool.end();
  }
}

function storeOn(
  connection: Connection,
  address: Address,
  server: EmbeddedServer | null,
  log: Log,
  {
    program,
    nouns,
    owner,
    strong,
  }: Required<Pick<StoreOptions, 'program' | 'nouns'>> & {
    readonly owner: Address | null;
    readonly strong: string | null;
  },
): Store {
  const { db, pool } = connection;
  const store: Store = {
    catalogue: tellingWhenDown(catalogueOn(connection), address),
    office: tellingWhenDown(officeOn(db, nouns, program), address),
    log: tellingWhenDown(log, address),
    server,
    mayChangeAll: strong,
    connection,
    placeOf: (sha256) => placeOfBytes(db, sha256),
    importReading: (reading, file, deed, disclosure) => importReading(db, reading, file, deed, program, disclosure),
    publish: (place, deed) => publishFiling(db, place, deed),
    withdraw: (filing, ground, deed) => withdrawFiling(db, filing, ground, deed),
    heldFiling: (id, edition) => findHeldFiling(db, new Readings(db), id, edition),
    filingOf: (reading) => findHeldFiling(db, new Readings(db), filingId(reading)),
    heldEditions: () => listHeld(db),
    heldSource: (sha256) => sourceOf(db, sha256),
    reread: (reading, deed) => rereadFile(db, reading, deed, program),
    settle: (reading, recipe, deed) => settleFile(db, reading, recipe, deed, program),
    recipe: (sha256) => recipeOf(db, sha256),
    rebuild: () => rebuild(db, nouns),
    eventsAfter: (number, limit) => eventsAfter(db, number, limit),
    backup: (at) => backupLines(pool, at, program),
    async restore(lines) {
      const rows =
        owner === null
          ? await restoreBackup(pool, lines)
          : await withOwner(owner, async (owned) => {
              const counts = await restoreBackup(owned.pool, lines);
              await grantAlone(owned.pool, await roleOf(pool));
              return counts;
            });
      await rebuild(db, nouns);
      await log.eraseAgain();
      return rows;
    },
    async close() {
      await pool.end();
      await server?.stop();
    },
  };
  return tellingWhenDown(store, address);
}

function catalogueOn({ db }: Connection): Catalogue {
  const readings = new Readings(db);
  const index = new PlanIndex(db);
  const past = new PastIndex(db, index);
  const filings = new ShownFilings(db);
  return {
    filings: () => filings.now(),
    filing: (id, edition) => findFiling(db, readings, id, edition),
    withdrawn: (id) => findWithdrawn(db, id),
    plans: (query) => findPlans(index, query),
    findings: async (query) => findFindings(db, await foundNow(db, index), query),
    plan: (id, edition) => findPlan((...asked) => findFiling(db, readings, ...asked), id, edition),
    lineage: (plan) => findLineage(db, readings, (filings) => shownNow(db, filings), plan),
    asOf: async (position) => pastAt(db, readings, past, position),
    ...positionsOn(db),
    rendering: (filing, edition, format) => findRendering(db, filing, edition, format),
    renderedFormats: (filing, edition) => formatsKept(db, filing, edition),
    source: (sha256) => findSource(db, sha256),
    async health() {
      const { schema } = await db
        .selectFrom('migrations')
        .select(({ fn }) => fn.max('number').as('schema'))
        .executeTakeFirstOrThrow();
      const { events } = await db
        .selectFrom('events')
        .select(({ fn }) => fn.countAll<number>().as('events'))
        .executeTakeFirstOrThrow();
      return { schema, events };
    },
  };
}
