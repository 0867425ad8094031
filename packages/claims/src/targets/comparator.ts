import type { Comparator } from '@guankao/domain';
import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { withoutNumbers } from '../text/masked.ts';
import {
  ceilingAfter,
  ceilingBefore,
  ceilingOfAChange,
  floorBefore,
  lessIsBetter,
  namedSetBefore,
  notStrict,
  reductionIsWished,
  strictCeilingBefore,
  strictFloorBefore,
} from '../words/comparators.ts';

export interface Demand {
  readonly comparator: Exclude<Comparator, 'milestone'>;
  readonly strict: boolean;
}

const atLeast: Demand = { comparator: '>=', strict: false };
const atMost: Demand = { comparator: '<=', strict: false };

/** Which way a target is met. Words that say so come first, then the kind of measure; a number to be reached is the default. */
export function demandOf(item: Item, figure: Figure): Demand {
  const clause = clauseAt(item, figure.start);
  const before = withoutNumbers(item, clause.start, figure.start);
  const after = item.text.slice(figure.end, clause.end);
  return saidBefore(before.trimEnd(), after, figure) ?? byMeasure(`${item.heading} ${clause.head} ${before} ${after}`);
}

/** 產量減幅3%以內, 增幅不超過2%: the words set a bound that a change is not to pass. */
export function boundsAChange(item: Item, figure: Figure): boolean {
  const clause = clauseAt(item, figure.start);
  const before = withoutNumbers(item, clause.start, figure.start).trimEnd();
  const after = item.text.slice(figure.end, clause.end);
  return ceilingAfter.test(after) || figure.comparator === '<=' || ceilingOfAChange.test(before);
}

function saidBefore(before: string, after: string, figure: Figure): Demand | null {
  if (strictCeilingBefore.test(before) && !notStrict.test(before)) return { comparator: '<=', strict: true };
  if (figure.value === 0) return atMost;
  // 維持前20名: a place among the first.
  if (before.endsWith('前') && /^[名位]$/.test(figure.measure)) return atMost;
  if (!after.startsWith('以上') && (ceilingBefore.some((pattern) => pattern.test(before)) || ceilingAfter.test(after)))
    return atMost;
  if (strictFloorBefore.test(before)) return { comparator: '>=', strict: true };
  if (after.startsWith('以上') || floorBefore.test(before)) return floorUnlessReduced(before);
  if (namedSetBefore.test(before)) return { comparator: '=', strict: false };
  return saidByQuantity(figure);
}

/** 達 after a measure of which less is better says how much, not how little: 平均候車時間達12分鐘. */
function floorUnlessReduced(before: string): Demand | null {
  return /達成?$/.test(before) && isLessBetter(before) ? atMost : atLeast;
}

function saidByQuantity({ comparator }: Figure): Demand | null {
  if (comparator === '<=' || comparator === '<') return { comparator: '<=', strict: comparator === '<' };
  if (comparator === '>=' || comparator === '>') return { comparator: '>=', strict: comparator === '>' };
  return null;
}

function byMeasure(context: string): Demand {
  return isLessBetter(context) ? atMost : atLeast;
}

function isLessBetter(context: string): boolean {
  return (
    !reductionIsWished.test(context) &&
    !/(降低|減少|縮短|下降)[^，；。]*(達|#|$)/.test(context) &&
    lessIsBetter.some((pattern) => pattern.test(context))
  );
}
