import type { Figure } from './text/items.ts';
import type { Target } from './targets/target.ts';
import { toBase } from './actuals/units.ts';

/**
 * Met or not, on the values as printed, in one unit. null where the print leaves it open
 * (a result of 未達60% says nothing of a target of 50%).
 */
export function isMet(target: Target, asked: Figure, given: Figure): boolean | null {
  const goal = bound(asked, target.comparator);
  const result = bound(given, target.comparator);
  if (goal === null || result === null) return null;
  return target.comparator === '<='
    ? judgedBelow(goal, result, target.strict, given)
    : judgedAbove(goal, result, target.strict, given);
}

/** Of a range the bound that decides: the lower one where a number is to be reached, the upper one where it is not to be passed. */
function bound(figure: Figure, comparator: Target['comparator']): number | null {
  const value = decisive(figure, comparator);
  return value === null ? null : toBase(value, figure);
}

export function decisive({ value, low, high }: Figure, comparator: Target['comparator']): number | null {
  return (comparator === '<=' ? high : low) ?? value ?? low ?? high;
}

function judgedAbove(goal: number, result: number, strict: boolean, given: Figure): boolean | null {
  if (given.comparator === '<') return result <= goal ? false : null;
  return strict ? result > goal || (result === goal && given.comparator === '>') : result >= goal;
}

function judgedBelow(goal: number, result: number, strict: boolean, given: Figure): boolean | null {
  if (given.comparator === '>') return result >= goal ? false : null;
  return strict ? result < goal || (result === goal && given.comparator === '<') : result <= goal;
}
