import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { Refusal } from '@guankao/domain';
import type { SigningKey } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { KeyFiles } from './key-files.ts';
import { keyOf, signHead } from './sign.ts';
import { growTree, treeSize } from './tree.ts';

/** `sign`: one program at a time signs; the others wait until it has gone. */
const signersLock = 0x7369676e;
/** Milliseconds between two looks at the journal: a checkpoint follows its last event within a second. */
const pause = 300;

export interface SequencerOptions {
  readonly db: Database;
  readonly pool: Pool;
  readonly nouns: readonly Noun[];
  /** null: leaves are made, and nothing is signed. */
  readonly files: KeyFiles | null;
  readonly clock: () => Date;
  /** Why nothing is signed, when that begins; and faults. */
  readonly report: (why: Refusal | Error) => void;
}

/** Follows the journal until it is told to stop. What goes wrong is told once and tried again: the record goes on. */
export class Sequencer {
  readonly #options: SequencerOptions;
  readonly #stopping = new AbortController();
  readonly #done: Promise<void>;
  #told = '';

  constructor(options: SequencerOptions) {
    this.#options = options;
    this.#done = this.#follow();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#done;
  }

  async #follow(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      try {
        await (this.#options.files === null ? this.#grow() : this.#sign(this.#options.files));
      } catch (error) {
        this.#tell(error);
      }
      await this.#pause(pause * 5);
    }
  }

  /** Without a key: leaves alone. */
  async #grow(): Promise<void> {
    while (!this.#stopping.signal.aborted) {
      await growTree(this.#options.db, this.#options.nouns);
      await this.#pause(pause);
    }
  }

  async #sign(files: KeyFiles): Promise<void> {
    const { db, pool, nouns, clock } = this.#options;
    const lease = await pool.connect();
    try {
      if (!(await takeLease(lease))) return;
      try {
        const key = await this.#keyOr(files);
        if (key === null) return;
        let signed = -1;
        while (!this.#stopping.signal.aborted) {
          // A lease whose connection has gone is another's.
          const { rows } = await lease.query<{ last: number | null }>('select max(number) as last from guankao.events');
          const last = rows[0]?.last ?? 0;
          if (last !== signed) {
            await signHead(db, nouns, files, key, clock());
            signed = await treeSize(db);
            this.#told = '';
          }
          await this.#pause(pause);
        }
      } finally {
        await lease.query('select pg_advisory_unlock($1)', [signersLock]).catch(() => undefined);
      }
    } finally {
      lease.release(true);
    }
  }

  async #keyOr(files: KeyFiles): Promise<SigningKey | null> {
    const { db, nouns, clock } = this.#options;
    try {
      return await keyOf(db, files, clock());
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#tell(error);
      await growTree(db, nouns);
      return null;
    }
  }

  #tell(error: unknown): void {
    const why = error instanceof Error ? error : new Error(String(error));
    if (this.#told === String(why)) return;
    this.#told = String(why);
    this.#options.report(why);
  }

  async #pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }
}

async function takeLease(lease: PoolClient): Promise<boolean> {
  const { rows } = await lease.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [signersLock]);
  return rows[0]?.taken === true;
}
