import { decisive } from '../judge.ts';
import { phraseOf } from '../targets/phrases.ts';
import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { aboveTarget, belowTarget } from '../words/distances.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';
import { unitFit } from './units.ts';
import { fits } from '../weights.ts';

/** 較目標短少2場, 距目標尚差4%, 超出目標3場: how far from the target, where the result itself is not printed. */
export function distanceOf(untold: Untold): Derived | null {
  const { target, items } = untold;
  const { figure: asked, comparator } = target;
  if (asked === null || target.each !== null) return null;
  for (const item of items) {
    for (const figure of item.figures) {
      const way = wayOf(item, figure);
      if (way === 0 || !countsLike(asked, figure) || !speaksOf(untold, item, figure.start)) continue;
      const goal = decisive(asked, comparator);
      const sameUnit = unitFit(asked, figure) >= fits.sameMeasure && figure.kind === asked.kind;
      return {
        met: comparator === '<=' ? way < 0 : way > 0,
        result: !sameUnit || goal === null || figure.value === null ? null : goal + way * figure.value,
        phrase: phraseOf(item, figure),
        reason: 'distance from the target',
      };
    }
  }
  return null;
}

/** 1 above the target, -1 below, 0 where the figure tells no distance from it. */
function wayOf(item: Item, figure: Figure): -1 | 0 | 1 {
  const before = item.text.slice(clauseAt(item, figure.start).start, figure.start);
  if (belowTarget.test(before)) return -1;
  return aboveTarget.test(before) ? 1 : 0;
}

/** In its unit, or as a share of it. */
function countsLike(asked: Figure, figure: Figure): boolean {
  return figure.kind === 'percent' || unitFit(asked, figure) > 0;
}
