import type { PlanReading, Reading } from '@guankao/reading';
import { comparableName } from './match.ts';
import type { RecordedRows } from './promises.ts';

/** Rows of two filings that are one plan's, by their ids; one side is empty where the other filing has no such plan. */
export interface SameRows {
  readonly of: readonly string[];
  readonly with: readonly string[];
  /** Recorded: the record says so. Name: they are called alike, and no other row is. null: no row of the other filing. */
  readonly joined: 'recorded' | 'name' | null;
  /** Rows of the other filing are called so, too, and nothing says which is this one's. */
  readonly ambiguous: boolean;
}

/**
 * Which rows of two filings are one plan's: by what is recorded to follow, from rows of the first; else by the name, a
 * sub-plan with its parent's, told apart by the executing agency where several rows are called alike. Never by order, and
 * never by likeness: what is not surely the same stands alone. In the first filing's order, then what only the second has.
 */
export function sideBySide(of: Reading, other: Reading, recorded: RecordedRows): readonly SameRows[] {
  const byRecord = recordedGroups(recorded);
  const known = {
    of: new Set(byRecord.flatMap((each) => each.of)),
    with: new Set(byRecord.flatMap((each) => each.with)),
  };
  const left = of.plans.filter(({ id }) => !known.of.has(id));
  const right = other.plans.filter(({ id }) => !known.with.has(id));
  const byName = [...named(left, of, right, other)];
  const all = [...byRecord, ...byName];
  const groupOf = (side: 'of' | 'with') =>
    new Map(all.flatMap((group) => group[side].map((id) => [id, group] as const)));
  const [first, second] = [groupOf('of'), groupOf('with')];
  return [
    ...new Set([
      ...of.plans.flatMap(({ id }) => first.get(id) ?? []),
      ...other.plans.flatMap(({ id }) => second.get(id) ?? []),
    ]),
  ];
}

/** Rows that are joined by any way of the record: a plan that was split and one that was merged stand whole. */
function recordedGroups(recorded: RecordedRows): readonly SameRows[] {
  const groups: { of: string[]; with: Set<string> }[] = [];
  for (const [id, rows] of Object.entries(recorded)) {
    if (rows.length === 0) continue;
    const touched = groups.filter((group) => rows.some((row) => group.with.has(row)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push({
      of: [...touched.flatMap((group) => group.of), id],
      with: new Set([...touched.flatMap((group) => [...group.with]), ...rows]),
    });
  }
  return groups.map((group) => ({ of: group.of, with: [...group.with], joined: 'recorded', ambiguous: false }));
}

function* named(
  left: readonly PlanReading[],
  of: Reading,
  right: readonly PlanReading[],
  other: Reading,
): Generator<SameRows> {
  const alone = (of: readonly string[], rows: readonly string[], ambiguous: boolean): SameRows => ({
    of,
    with: rows,
    joined: null,
    ambiguous,
  });
  const ours = Map.groupBy(left, namesOf(of));
  const theirs = Map.groupBy(right, namesOf(other));
  for (const [name, mine] of ours) {
    const yours = name === '' ? [] : (theirs.get(name) ?? []);
    const pairs = pairsOf(mine, yours, of.filing.agency === other.filing.agency);
    for (const [a, b] of pairs) yield { of: [a.id], with: [b.id], joined: 'name', ambiguous: false };
    const paired = new Set(pairs.flat());
    for (const row of mine) if (!paired.has(row)) yield alone([row.id], [], yours.length > 0);
    for (const row of yours) if (!paired.has(row)) yield alone([], [row.id], true);
  }
  for (const [name, yours] of theirs)
    if (name === '' || !ours.has(name)) for (const row of yours) yield alone([], [row.id], false);
}

/**
 * Of rows that are called alike. One on each side are one plan's, unless one ministry has two agencies execute them; of
 * several each agency's own. Another ministry's agencies are others by nature.
 */
function pairsOf(
  mine: readonly PlanReading[],
  yours: readonly PlanReading[],
  isOfOneMinistry: boolean,
): readonly (readonly [PlanReading, PlanReading])[] {
  const [first, second] = [mine[0], yours[0]];
  if (first === undefined || second === undefined) return [];
  if (mine.length === 1 && yours.length === 1)
    return isOfOneMinistry && areOthers(agencyOf(first), agencyOf(second)) ? [] : [[first, second]];
  const theirs = Map.groupBy(yours, agencyOf);
  return [...Map.groupBy(mine, agencyOf)].flatMap(([name, rows]) => {
    const others = theirs.get(name) ?? [];
    const [a, b] = [rows[0], others[0]];
    return name !== '' && rows.length === 1 && others.length === 1 && a !== undefined && b !== undefined
      ? [[a, b] as const]
      : [];
  });
}

function agencyOf({ executingAgency }: PlanReading): string {
  return comparableName(executingAgency?.value ?? '');
}

function areOthers(a: string, b: string): boolean {
  return a !== '' && b !== '' && a !== b;
}

/** A sub-plan goes by its parent's name and its own: parts of several plans are called 補助地方. */
function namesOf({ plans }: Reading): (row: PlanReading) => string {
  const byId = new Map(plans.map((row) => [row.id, row]));
  return (row) => {
    const own = comparableName(row.name);
    const parent = row.parent === null ? undefined : byId.get(row.parent);
    return own === '' || parent === undefined ? own : `${comparableName(parent.name)}/${own}`;
  };
}
