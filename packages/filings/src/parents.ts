import { rankOf, type Marker } from './texts/markers.ts';

/** What tells a parent from a sub-plan: the numbers before the names. */
export interface Named {
  readonly marker: Marker | null;
}

/**
 * For each row the index of its parent, or null. A row numbered more deeply than one above it, from 1 on, is its sub-plan:
 * (1) under a plan without a number or under 一、. A list whose outermost names are all numbered has no parents for them.
 */
export function parentsOf(rows: readonly Named[]): readonly (number | null)[] {
  const open: { rank: number; index: number; last: number }[] = [];
  return rows.map(({ marker }, index) => {
    const rank = marker === null ? -1 : rankOf[marker.style];
    const value = marker?.value ?? 0;
    const before = open.find((row) => row.rank === rank);
    while ((open.at(-1)?.rank ?? -2) >= rank) open.pop();
    const above = open.at(-1);
    const runs = rank !== -1 && (value === 1 || (before !== undefined && value > before.last));
    open.push({ rank, index, last: value });
    return above !== undefined && (runs || above.rank !== -1) ? above.index : null;
  });
}
