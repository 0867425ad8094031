import type { Rule } from './page-content.ts';

/** Rules this close (points) lie on one line, and this far apart along it they still make one: dashes, and borders drawn cell by cell. */
const aside = 1.6;
const apart = 3.5;

export interface RuleSet {
  /** By y, each a list of stretches that do not touch. */
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
}

/** The same lines in as few pieces as they need: borders drawn twice, cell by cell, or in dashes become one rule each. */
export function mergeRules(rules: readonly Rule[]): RuleSet {
  const horizontal = rules.filter((rule) => rule.y0 === rule.y1);
  const vertical = rules.filter((rule) => rule.y0 !== rule.y1);
  return {
    horizontal: merged(horizontal.map(({ x0, x1, y0 }) => ({ at: y0, from: x0, to: x1 }))).map(({ at, from, to }) => ({
      x0: from,
      x1: to,
      y0: at,
      y1: at,
    })),
    vertical: merged(vertical.map(({ x0, y0, y1 }) => ({ at: x0, from: y0, to: y1 }))).map(({ at, from, to }) => ({
      x0: at,
      x1: at,
      y0: from,
      y1: to,
    })),
  };
}

interface Stretch {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

function merged(stretches: readonly Stretch[]): Stretch[] {
  return groupsByPlace(stretches).flatMap((group) => {
    const at = group.reduce((sum, stretch) => sum + stretch.at, 0) / group.length;
    const joined: { at: number; from: number; to: number }[] = [];
    for (const { from, to } of group.sort((a, b) => a.from - b.from)) {
      const last = joined.at(-1);
      if (last !== undefined && from - last.to <= apart) last.to = Math.max(last.to, to);
      else joined.push({ at, from, to });
    }
    return joined.filter(({ from, to }) => to - from >= 6);
  });
}

function groupsByPlace(stretches: readonly Stretch[]): Stretch[][] {
  const groups: Stretch[][] = [];
  let first = -Infinity;
  for (const stretch of stretches.toSorted((a, b) => a.at - b.at)) {
    if (stretch.at - first > aside) {
      groups.push([]);
      first = stretch.at;
    }
    groups.at(-1)?.push(stretch);
  }
  return groups;
}
