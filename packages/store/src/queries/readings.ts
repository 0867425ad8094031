import { parseReading, type Reading } from '@guankao/reading';
import type { Database } from '../database/connect.ts';

/** Readings by their hash. What a hash stands for never changes, so the last few are kept at hand, parsed. */
export class Readings {
  private readonly db: Database;
  private readonly atHand = new Map<string, Reading>();
  private readonly most: number;

  constructor(db: Database, most = 32) {
    this.db = db;
    this.most = most;
  }

  async of(sha256: string): Promise<Reading> {
    const known = this.atHand.get(sha256);
    const reading = known ?? (await this.load(sha256));
    // Moved to the end: the first is the one unused for longest.
    this.atHand.delete(sha256);
    this.atHand.set(sha256, reading);
    for (const oldest of this.atHand.keys()) {
      if (this.atHand.size <= this.most) break;
      this.atHand.delete(oldest);
    }
    return reading;
  }

  private async load(sha256: string): Promise<Reading> {
    const { body } = await this.db
      .selectFrom('readings')
      .select('body')
      .where('sha256', '=', sha256)
      .executeTakeFirstOrThrow();
    return parseReading(body);
  }
}
