import type { Figure, Item } from '../text/items.ts';
import { thisYear } from '../words/scope.ts';
import { isWordedAsResult, milestonesOf } from './milestones.ts';
import { numericTargetsOf } from './numeric.ts';
import type { Target } from './target.ts';

export interface Goals {
  readonly targets: readonly Target[];
  /** Figures that were written among the goals as results. */
  readonly results: readonly { readonly item: Item; readonly figure: Figure }[];
}

/**
 * The targets of the goals column, in the order of the print.
 * Where a part of it is headed 本年度目標值, what stands under 績效目標 is the plan's purpose, not this year's works.
 */
export function targetsFromGoals(items: readonly Item[], fiscalYear: number | null): Goals {
  const yearIsHeaded = items.some((item) => isYearHeading(item.heading));
  const setsYearApart = items.some((item) => thisYear.test(item.text));
  const targets: Target[] = [];
  const results: { item: Item; figure: Figure }[] = [];
  for (const item of items) {
    const purpose = yearIsHeaded && !isYearHeading(item.heading);
    const numeric = numericTargetsOf(item, fiscalYear);
    const works = purpose
      ? []
      : milestonesOf(item, numeric.targets).filter((work) => !isWordedAsResult(work) || numeric.results.length === 0);
    const counted = numeric.targets.map((target): Target =>
      purpose || (setsYearApart && opensWithWhole(target)) ? { ...target, scope: 'plan' } : target,
    );
    targets.push(...[...counted, ...works].toSorted((a, b) => a.phrase.start - b.phrase.start));
    results.push(...numeric.results);
  }
  return { targets, results };
}

/** 全程造林60公頃, where another goal says 本年度. */
function opensWithWhole({ phrase }: Target): boolean {
  return /^(全程|總計畫|計畫全程|全期|累計全程)/.test(phrase.item.text.slice(phrase.start, phrase.end));
}

function isYearHeading(heading: string): boolean {
  return /(本年度|年度|當年度)目標值?/.test(heading);
}
