import { sideBySide, type RecordedRows, type SameRows } from '@guankao/comparison';
import { planId } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import type { Matched, PlanLine, PromiseLine, Side, SideGroup, SideRow, SideSum } from '@guankao/web';
import type { Moment } from '../as-of/as-of.ts';
import { countedRows, sumOf } from '../filings/totals.ts';
import type { Site } from '../pages/site.ts';
import { presentRows } from '../plans/presenter.ts';
import { AllPromises, type Known } from '../promises/promises.ts';
import { recordedRows } from '../promises/recorded-rows.ts';
import { goneOrNotHeld } from '../problems/not-held.ts';

/** Rows of the earlier filing that are followed by the record: each is a few questions to the database. */
const mostRecorded = 1_000;

/** Which rows are one plan's is kept a minute; what the rows say never is. */
const keptFor = 60_000;
const mostKept = 50;

/** A row with all that is set side by side. */
export interface ComparedRow extends SideRow {
  readonly line: PlanLine;
}

export interface ComparedGroup extends SideGroup {
  readonly of: readonly ComparedRow[];
  readonly with: readonly ComparedRow[];
}

export interface Compared {
  readonly held: Readonly<Record<Side, FilingEdition>>;
  readonly groups: readonly ComparedGroup[];
  readonly counts: Readonly<Record<Matched, number>>;
  readonly sums: Readonly<Record<Side, Readonly<Record<'both' | 'alone', SideSum>>>>;
  /** How commitments stand is not known of all. */
  readonly pending: boolean;
  readonly recordCut: number | null;
}

/** Two filings that are shown, plan by plan. Who is patient waits until it is known how every commitment stands. */
export async function compared(
  site: Site,
  moment: Moment,
  asked: Readonly<Record<Side, string>>,
  isPatient: boolean,
): Promise<Compared> {
  const held = { of: await heldOf(moment, asked.of), with: await heldOf(moment, asked.with) };
  const all = AllPromises.of(site, moment);
  const [{ rows, recordCut }, known] = await Promise.all([
    sameRows(site, moment, held),
    isPatient ? all.whole() : all.within(site.patience),
  ]);
  const of = rowsOf(held.of, known);
  const other = rowsOf(held.with, known);
  const groups = rows.map((group): ComparedGroup => ({
    of: group.of.flatMap((id) => of.get(id) ?? []),
    with: group.with.flatMap((id) => other.get(id) ?? []),
    joined: group.joined,
    ambiguous: group.ambiguous,
  }));
  const count = (match: Matched) => groups.filter((group) => matchOf(group) === match).length;
  return {
    held,
    groups,
    counts: { both: count('both'), of: count('of'), with: count('with') },
    sums: { of: sumsOf(held.of, rows, 'of'), with: sumsOf(held.with, rows, 'with') },
    pending: known.pending > 0,
    recordCut,
  };
}

export function matchOf(group: Readonly<Record<Side, readonly unknown[]>>): Matched {
  return group.of.length === 0 ? 'with' : group.with.length === 0 ? 'of' : 'both';
}

async function heldOf({ shown }: Moment, id: string): Promise<FilingEdition> {
  const held = await shown.filing(id);
  if (held === null) throw await goneOrNotHeld(shown, id);
  return held;
}

interface Same {
  readonly rows: readonly SameRows[];
  readonly recordCut: number | null;
}

const ofSites = new WeakMap<Site, Map<string, { readonly since: number; readonly same: Promise<Same> }>>();

function sameRows(site: Site, moment: Moment, held: Readonly<Record<Side, FilingEdition>>): Promise<Same> {
  const kept = ofSites.get(site) ?? new Map<string, { readonly since: number; readonly same: Promise<Same> }>();
  ofSites.set(site, kept);
  const key = [
    moment.key,
    ...[held.of, held.with].map(({ filing, edition }) => `${filing.id} ${edition.number} ${filing.reading}`),
  ].join('|');
  const now = site.clock().getTime();
  const known = kept.get(key);
  if (known !== undefined && now - known.since < keptFor && now >= known.since) return known.same;
  const same = found(moment, held);
  kept.delete(key);
  kept.set(key, { since: now, same });
  // What failed is tried again by whoever asks next.
  same.catch(() => kept.delete(key));
  for (const oldest of kept.keys()) {
    if (kept.size <= mostKept) break;
    kept.delete(oldest);
  }
  return same;
}

async function found({ shown }: Moment, { of, with: other }: Readonly<Record<Side, FilingEdition>>): Promise<Same> {
  const [a, b] = [of.reading.filing.fiscalYear, other.reading.filing.fiscalYear];
  // The record leads from one year to the next; within one year a plan stands in one form.
  if (a === null || b === null || a === b) return { rows: sideBySide(of.reading, other.reading, {}), recordCut: null };
  const [earlier, later] = a < b ? [of, other] : [other, of];
  const followed = new Set(earlier.reading.plans.slice(0, mostRecorded).map(({ id }) => id));
  const recorded = await recordedRows(shown, earlier, later, ({ id }) => followed.has(id));
  return {
    rows: sideBySide(of.reading, other.reading, a < b ? recorded : turned(recorded)),
    recordCut: earlier.reading.plans.length > mostRecorded ? mostRecorded : null,
  };
}

function turned(recorded: RecordedRows): RecordedRows {
  const rows = new Map<string, string[]>();
  for (const [earlier, later] of Object.entries(recorded))
    for (const id of later) rows.set(id, [...(rows.get(id) ?? []), earlier]);
  return Object.fromEntries(rows);
}

/** By the row's id within its filing. */
function rowsOf({ filing, reading }: FilingEdition, { lines }: Known): ReadonlyMap<string, ComparedRow> {
  const promised = Map.groupBy(
    lines.filter((line) => line.filing.id === filing.id),
    ({ plan }) => plan.id,
  );
  const presented = presentRows(filing.id, reading);
  return new Map(
    reading.plans.flatMap((plan, at): (readonly [string, ComparedRow])[] => {
      const line = presented[at];
      if (line === undefined) return [];
      const id = planId(filing.id, plan.id);
      const standing = new Map((promised.get(id) ?? []).map((one: PromiseLine) => [one.number, one.state]));
      const promises = plan.commitments.map(({ due, text }, number) => ({
        due,
        text,
        state: standing.get(number + 1) ?? null,
      }));
      return [[plan.id, { id, line, row: line.row, rate: line.rate, targets: plan.indicators, promises }]];
    }),
  );
}

function sumsOf({ reading }: FilingEdition, rows: readonly SameRows[], side: Side) {
  const inBoth = new Set(rows.filter((group) => matchOf(group) === 'both').flatMap((group) => group[side]));
  const counted = countedRows(reading.plans);
  const sum = (isIn: boolean): SideSum => {
    const own = counted.filter(({ id }) => inBoth.has(id) === isIn);
    return {
      ...sumOf(own),
      planRows: reading.plans.filter(({ id }) => inBoth.has(id) === isIn).length,
      earlierYears: own.filter(
        (row) => row.yearMoneyMissing === true && row.budgetedToDate !== null && row.executedToDate !== null,
      ).length,
    };
  };
  return { both: sum(true), alone: sum(false) };
}
