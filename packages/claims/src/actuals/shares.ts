import { decisive } from '../judge.ts';
import { clauseAt, type Figure, type Item } from '../text/items.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';

/** A share that only its counts answer: 應檢測368座，已檢測360座; 66人中64人. */
export function shareOf(untold: Untold): Derived | null {
  const { target, items } = untold;
  const { figure: asked, comparator, change, each } = target;
  if (asked?.kind !== 'percent' || change !== null || each !== null) return null;
  const goal = decisive(asked, comparator);
  if (goal === null) return null;
  for (const item of items) {
    for (const whole of item.figures) {
      const part = partOf(item, whole);
      if (part === undefined || !speaksOf(untold, item, whole.start)) continue;
      const result = Number(((100 * (part.value ?? 0)) / (whole.value ?? 1)).toPrecision(6));
      return {
        met: comparator === '<=' ? result <= goal : result >= goal,
        result,
        phrase: { item, start: whole.start, end: part.end },
        reason: `${part.text} of ${whole.text}`,
      };
    }
  }
  return null;
}

/** The count that is done out of another one: 應368座，已360座, 66人中64人. */
function partOf(item: Item, whole: Figure): Figure | undefined {
  if (whole.kind !== 'count' || whole.value === null || whole.value <= 0) return undefined;
  const part = item.figures.find((other) => other.start >= whole.end && other.measure === whole.measure);
  if (part === undefined || part.value === null || part.value > whole.value) return undefined;
  if (clauseAt(item, part.start).sentence !== clauseAt(item, whole.start).sentence) return undefined;
  const [before, between] = [
    item.text.slice(clauseAt(item, whole.start).start, whole.start),
    item.text.slice(whole.end, part.start),
  ];
  const owed = /應[^，；。]{0,8}$/.test(before) && /(已|實|業|完成)[^，；。]{0,8}$/.test(between);
  return owed || /^[^，；。]{0,4}中(有|已)?[^，；。]{0,6}$/.test(between) ? part : undefined;
}
