import { sql } from 'kysely';
import type { EditionRecord } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { editionRecord, inTaipei, type EditionRow } from './filings.ts';

/** What the public was shown of an edition, from one event to another. */
export interface ShownState {
  readonly filing: string;
  readonly from: number;
  /** ISO 8601 with offset. */
  readonly since: string;
  /** null: it is shown so now. */
  readonly until: number | null;
  /** Where it ended because the filing was taken back. */
  readonly withdrawal: Withdrawal | null;
  /** Something of the edition is withheld. */
  readonly isPart: boolean;
  /** The event that took the edition in. */
  readonly takenIn: number;
  /** As it was shown: with the file, the reading and the settlement of that time. */
  readonly row: EditionRow;
}

interface Withdrawal {
  readonly at: string;
  readonly ground: string;
}

/** An edition as it may be shown of a time before. */
interface ShownEdition {
  readonly edition: EditionRecord;
  /** sha256. */
  readonly reading: string;
  /** The event that took it in. */
  readonly takenIn: number;
}

/** What is shown of a filing of a time before: nothing that is withheld now, and nothing of what was taken back. */
export type ShownThen =
  | { readonly is: 'shown'; readonly editions: readonly ShownEdition[]; readonly current: ShownEdition }
  | { readonly is: 'withdrawn'; readonly withdrawal: Withdrawal }
  | { readonly is: 'not-yet' };

/** All states of all filings, oldest first. */
export async function loadStates(db: Database): Promise<ReadonlyMap<string, readonly ShownState[]>> {
  const rows = await db
    .selectFrom('shown_states as s')
    .innerJoin('editions as e', (join) => join.onRef('e.filing', '=', 's.filing').onRef('e.number', '=', 's.edition'))
    .innerJoin('events as f', 'f.number', 's.from_position')
    .leftJoin('events as u', 'u.number', 's.until_position')
    .selectAll('e')
    .select(['e.event as taken_in', 'f.at as from_at'])
    .select(['s.from_position', 's.until_position', 's.withdrawn_ground', 's.withheld', 'u.at as until_at'])
    .select(['s.reading', 's.sha256', 's.file_name', 's.event', 's.settled_at', 's.settled_role', 's.settled_reason'])
    .orderBy('s.from_position')
    .orderBy('e.number')
    .execute();
  return Map.groupBy(
    rows.map(({ from_position, from_at, until_position, withdrawn_ground, withheld, until_at, taken_in, ...row }) => ({
      filing: row.filing,
      from: from_position,
      since: inTaipei(from_at),
      until: until_position,
      withdrawal:
        withdrawn_ground === null || until_at === null ? null : { at: inTaipei(until_at), ground: withdrawn_ground },
      isPart: withheld,
      takenIn: taken_in,
      row,
    })),
    ({ filing }) => filing,
  );
}

/**
 * What may be shown now of how a filing stood after the event at `position`. An edition that was taken back and not
 * shown again is not shown of any time; of one of which something is withheld now, that is withheld of all times: it is
 * shown as it is now. `states`: all of the filing.
 */
export function shownAt(states: readonly ShownState[], position: number): ShownThen {
  const then = states.filter(({ from, until }) => from <= position && (until === null || until > position));
  const newest = lastOf(then, ({ row }) => row.number);
  if (newest === undefined) {
    const ended = lastOf(
      states.filter(({ until }) => until !== null && until <= position),
      ({ until }) => until ?? 0,
    );
    return ended === undefined ? { is: 'not-yet' } : { is: 'withdrawn', withdrawal: withdrawalOf(ended) };
  }
  const current = asMayBeShown(newest, states);
  if (current === null) return { is: 'withdrawn', withdrawal: withdrawalOf(lastOfEdition(newest, states)) };
  const editions = then
    .toSorted((a, b) => a.row.number - b.row.number)
    .flatMap((state) => asMayBeShown(state, states) ?? []);
  return { is: 'shown', editions: editions.map(shown), current: shown(current) };
}

/** null where its edition was taken back. */
function asMayBeShown(state: ShownState, states: readonly ShownState[]): ShownState | null {
  const now = lastOfEdition(state, states);
  if (now.until !== null) return null;
  return now.isPart ? now : state;
}

function lastOfEdition(of: ShownState, states: readonly ShownState[]): ShownState {
  return (
    lastOf(
      states.filter(({ row }) => row.number === of.row.number),
      ({ from }) => from,
    ) ?? of
  );
}

function lastOf<Item>(items: readonly Item[], by: (item: Item) => number): Item | undefined {
  return items.reduce<Item | undefined>(
    (last, item) => (last === undefined || by(item) > by(last) ? item : last),
    undefined,
  );
}

/** All that ends what the public is shown, without something else in its place, is a withdrawal. */
function withdrawalOf({ withdrawal, row }: ShownState): Withdrawal {
  if (withdrawal === null) throw new Error(`edition ${row.number} of ${row.filing} ended without a withdrawal`);
  return withdrawal;
}

function shown({ row, takenIn }: ShownState): ShownEdition {
  return { edition: editionRecord(row), reading: row.reading, takenIn };
}

/** The last event after which something may no longer be shown of a time before, or may be shown again; 0 before the first. */
export function lastBinding(states: readonly ShownState[]): number {
  const known = new Set<number>();
  let last = 0;
  for (const { from, until, withdrawal, isPart, row } of states) {
    if (withdrawal !== null) last = Math.max(last, until ?? 0);
    if (isPart || known.has(row.number)) last = Math.max(last, from);
    known.add(row.number);
  }
  return last;
}

/** The last event that changed what is shown, and the last that erased something; 0 before the first. */
export async function lastEvents(db: Database): Promise<{ readonly change: number; readonly erasure: number }> {
  const { rows } = await sql<{ change: number | null; erasure: number | null }>`
    select greatest((select max(from_position) from guankao.shown_states),
        (select max(until_position) from guankao.shown_states)) as change,
      (select max(number) from guankao.events where kind = 'payload-erased') as erasure`.execute(db);
  return { change: rows[0]?.change ?? 0, erasure: rows[0]?.erasure ?? 0 };
}
