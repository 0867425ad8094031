import { sql } from 'kysely';
import type { PlanQuery } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { countPlans, type Counts } from './counts.ts';

/**
 * Counts of queries asked lately. They hold until the state changes: everybody opens the same first page,
 * and turning or sorting a page changes no count.
 */
export class KnownCounts {
  private readonly db: Database;
  private readonly most: number;
  private state = '';
  private known = new Map<string, Promise<Counts>>();

  constructor(db: Database, most = 500) {
    this.db = db;
    this.most = most;
  }

  async of({ page: _page, size: _size, sort: _sort, descending: _descending, ...filters }: PlanQuery): Promise<Counts> {
    const state = await this.currentState();
    if (state !== this.state || this.known.size >= this.most) {
      this.state = state;
      this.known = new Map();
    }
    const key = JSON.stringify(Object.entries(filters).toSorted());
    const counts = this.known.get(key) ?? countPlans(this.db, filters);
    this.known.set(key, counts);
    // A failure is told to whoever asked, and not kept.
    counts.catch(() => this.known.delete(key));
    return counts;
  }

  /** Every projected event and every rebuild writes this row anew. */
  private async currentState(): Promise<string> {
    const { rows } = await sql<{ state: string }>`select xmin::text as state from guankao.projection`.execute(this.db);
    return rows[0]?.state ?? '';
  }
}
