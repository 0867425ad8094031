import type { Place } from '../addresses.ts';
import type { FilingName, PlanName } from '../views.ts';

/** How a promise stands today. */
export const promiseStates = ['open', 'overdue', 'kept', 'undetermined'] as const;
export type PromiseState = (typeof promiseStates)[number];

/** Why it stands so. */
export type PromiseBasis =
  /** A later filing says that it was done. */
  | 'done'
  /** The same, after its day. */
  | 'done-late'
  | 'not-yet-due'
  /** Past due, and the filing of that year or a later one says that it was not done. */
  | 'not-done'
  | 'no-due'
  /** Past due, and no filing of the year of its day or later is held. */
  | 'no-later-filing'
  /** Those that are held were not compared. */
  | 'being-compared'
  /** They list no row of that plan: none is recorded to follow it, and none is called so. */
  | 'not-listed'
  /** They list the plan and pass the promise over. */
  | 'not-mentioned'
  /** They speak of it, and it does not follow whether it was done. */
  | 'unclear';

/** A promise for later, as a filing that is shown has it, with how it stands. */
export interface PromiseLine {
  /** As in the table `promises`: the row’s id and the promise’s number. */
  readonly id: string;
  readonly filing: FilingName;
  /** In which the words stand. */
  readonly edition: number;
  /** When that edition was taken in: ISO 8601. */
  readonly publishedAt: string;
  readonly plan: PlanName;
  /** 1-based, among the promises of its row. */
  readonly number: number;
  /** A year, a month or a day, ISO; null: none is given. */
  readonly due: string | null;
  /** The agency’s words. */
  readonly text: string;
  /** Those before them, where they do not name the work. */
  readonly about: string | null;
  readonly place: Place;
  readonly state: PromiseState;
  readonly basis: PromiseBasis;
  readonly answer: PromiseAnswerView | null;
  /** Ids of the rows of the same plan in later filings. */
  readonly later: readonly string[];
  /** By what those are known: recorded of the plan in any of them, or by their names; null where there are none. */
  readonly joined: 'recorded' | 'name' | null;
}

/** What a later filing of the same agency says of it. */
export interface PromiseAnswerView {
  readonly says: 'done' | 'done-late' | 'not-done' | 'unclear';
  readonly text: string;
  /** Id of the later row. */
  readonly plan: string;
  readonly filing: FilingName;
  readonly publishedAt: string;
  readonly place: Place | null;
}

/** What the address asks for, as it stands in it. */
export interface PromiseQuery {
  readonly q?: string;
  readonly ministry?: string;
  readonly year?: string;
  readonly state?: string;
  readonly page?: string;
}
