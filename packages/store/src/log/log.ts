import type { Pool } from 'pg';
import { bundleOf, hashLength, widthAt, type TileAddress } from '@guankao/log';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Deed } from '../journal/event.ts';
import { eraseAgain, erasePayload, payloadOf } from './erase.ts';
import type { KnownHead } from './check-tree.ts';
import { fsck, type Checked } from './fsck.ts';
import { issuedFiles, type Issued } from './issued.ts';
import { readHead, type KeyFiles } from './key-files.ts';
import { originsOf, type Origin } from './origins.ts';
import { proofsOf, type EventProof } from './event-proofs.ts';
import { newestCheckpoint, proveEvent } from './proofs.ts';
import { Sequencer, type SequencerOptions } from './sequencer.ts';
import { keyOf, openAnew, signHead } from './sign.ts';
import { growTree } from './tree.ts';

/** What others can check of the record: c2sp.org/tlog-tiles. */
export interface Log {
  /** Where key and last head lie; null where this program signs nothing. */
  readonly files: KeyFiles | null;
  /** Makes leaves and signs, a second behind the journal at most, until it is stopped. */
  follow(options: Pick<SequencerOptions, 'clock' | 'report'>): Sequencer;
  /** The same once, now. Gives the head, or null where there is no key. Throws a Refusal where nothing may be signed. */
  signNow(at: Date): Promise<string | null>;
  /** Oldest first; the last goes on. */
  origins(): Promise<readonly Origin[]>;
  /** The newest signed head, as a note; null before the first. */
  checkpoint(): Promise<string | null>;
  /** A tile's hashes or a bundle's entries; null where the newest signed head has no such tile. */
  tile(address: TileAddress): Promise<Uint8Array | null>;
  /** Where these events stand in the log, by event; of those that have a leaf. */
  standing(events: readonly number[]): Promise<ReadonlyMap<number, EventProof>>;
  /** A `.tlog-proof` of an event, with these lines of its leaf opened. */
  prove(event: number, opened: readonly string[]): Promise<string>;
  /** Files of editions: those with these bytes, or all. */
  issued(sha256: string | null): Promise<readonly Issued[]>;
  /** What stands in an event's payload; null where there is none. */
  payload(event: number): Promise<unknown>;
  /** Takes what stood there away for good, and puts what is fit to stand in its place. Gives the event that says so. */
  erase(event: number, replacement: object, deed: Deed): Promise<number>;
  /** After a restored backup: what was erased since it was made. Gives how many. */
  eraseAgain(): Promise<number>;
  /** Opens a new log on the same events, with a new key. */
  openAnew(reason: string, at: Date): Promise<void>;
  /** Looks at everything that is kept; also against heads that are known from elsewhere. */
  fsck(heads: readonly KnownHead[]): Promise<Checked>;
}

export function logOn(db: Database, pool: Pool, nouns: readonly Noun[], files: KeyFiles | null): Log {
  return {
    files,
    follow: (options) => new Sequencer({ db, pool, nouns, files, ...options }),
    async signNow(at) {
      if (files !== null) return signHead(db, nouns, files, await keyOf(db, files, at), at);
      await growTree(db, nouns);
      return null;
    },
    origins: () => originsOf(db),
    checkpoint: async () => (await newestCheckpoint(db))?.note ?? null,
    tile: (address) => tileOf(db, address),
    payload: (event) => payloadOf(db, event),
    erase: (event, replacement, deed) => erasePayload(db, nouns, files, event, replacement, deed),
    eraseAgain: () => eraseAgain(db, nouns, files),
    issued: (sha256) => issuedFiles(db, sha256),
    standing: (events) => proofsOf(db, events),
    prove: (event, opened) => proveEvent(db, event, opened),
    async openAnew(reason, at) {
      if (files === null) throw new RangeError('no key file is named');
      await openAnew(db, files, reason, at);
    },
    async fsck(heads) {
      const own = files === null ? null : await readHead(files);
      const known = own === null || files === null ? [] : [{ name: files.head, note: own }];
      return fsck(db, nouns, [...known, ...heads]);
    },
  };
}

async function tileOf(db: Database, { level, index, width }: TileAddress): Promise<Uint8Array | null> {
  const signed = await newestCheckpoint(db);
  if (signed === null || widthAt(signed.size, level ?? 0, index) < width) return null;
  if (level !== null) {
    const tile = await db
      .selectFrom('log_tiles')
      .select('hashes')
      .where('level', '=', level)
      .where('index', '=', index)
      .executeTakeFirst();
    return tile === undefined ? null : tile.hashes.subarray(0, width * hashLength);
  }
  const first = index * 256;
  const entries = await db
    .selectFrom('log_entries')
    .select('entry')
    .where('index', '>=', first)
    .where('index', '<', first + width)
    .orderBy('index')
    .execute();
  return bundleOf(entries.map(({ entry }) => entry));
}
