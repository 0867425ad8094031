import type { Section } from './sections.ts';

/** Pages that face one another: left rows, and the right rows that report on them. A wide table is both. */
export interface Spread {
  readonly left: readonly Section[];
  readonly right: readonly Section[];
  readonly facing: boolean;
}

/**
 * Pairs left pages with the right pages that follow them. Several of each in a row are paired in order;
 * where their numbers differ, a right page belongs to the left page just before it, unless it has rows for all of them.
 */
export function spreadsOf(sections: readonly Section[]): readonly Spread[] {
  const spreads: Spread[] = [];
  let left: Section[] = [];
  let right: Section[] = [];
  const close = () => {
    spreads.push(...paired(left, right));
    [left, right] = [[], []];
  };
  for (const section of sections) {
    if (section.kind === 'wide') {
      close();
      spreads.push({ left: [section], right: [section], facing: false });
    } else if (section.kind === 'left') {
      if (right.length > 0) close();
      left.push(section);
    } else right.push(section);
  }
  close();
  return spreads;
}

function paired(left: readonly Section[], right: readonly Section[]): Spread[] {
  if (left.length === right.length)
    return left.map((page, i) => ({ left: [page], right: [right[i] as Section], facing: true }));
  if (right.length === 0) return left.map((page) => ({ left: [page], right: [], facing: true }));
  if (right.length === 1 && countRows(right) < countRows(left)) {
    return [...paired(left.slice(0, -1), []), { left: left.slice(-1), right, facing: true }];
  }
  return [{ left, right, facing: true }];
}

function countRows(sections: readonly Section[]): number {
  return sections.reduce((sum, { rows }) => sum + rows.length, 0);
}
