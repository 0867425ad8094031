import type { FilingRecord } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { listFilings } from './filings.ts';
import { lastEvents } from './shown-then.ts';

/**
 * All filings that are shown. The home page, every list and every choice of a filing ask for all of them, of which there
 * may be thousands, and seldom does one change: each answer first asks whether one did.
 */
export class ShownFilings {
  readonly #db: Database;
  #known: { readonly mark: string; readonly filings: Promise<readonly FilingRecord[]> } | null = null;

  constructor(db: Database) {
    this.#db = db;
  }

  /** Newest year first, then by agency. The very same list as long as nothing changes. */
  async now(): Promise<readonly FilingRecord[]> {
    const { change, erasure } = await lastEvents(this.#db);
    const mark = `${change} ${erasure}`;
    if (this.#known?.mark === mark) return this.#known.filings;
    const known = { mark, filings: listFilings(this.#db) };
    this.#known = known;
    // A database that was down is asked again.
    known.filings.catch(() => {
      if (this.#known === known) this.#known = null;
    });
    return known.filings;
  }
}
