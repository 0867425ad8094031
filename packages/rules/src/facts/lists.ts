import { sum, type Fraction } from '@guankao/passages';
import type { Figure, Text } from '@guankao/passages';

/** The figures of each sentence, in order. */
export function sentencesOf(text: Text): readonly (readonly Figure[])[] {
  return [...Map.groupBy(text.figures, ({ sentence }) => sentence.start).values()];
}

export const gap = (a: Figure, b: Figure): string => a.text.text.slice(a.end, b.start);

/** Figures from `from` on that go on as one list: the same unit, parted by 、 及 ， and nothing that opens another count. */
export function listFrom(figures: readonly Figure[], from: number): readonly Figure[] {
  const first = figures[from];
  if (first === undefined) return [];
  const list = [first];
  for (const next of figures.slice(from + 1)) {
    const last = list.at(-1) ?? first;
    // 女性7,564人(61.0%)、男性4,836人(39.0%)
    if (next.kind === 'percent' && first.kind !== 'percent' && /[（(]占?$/u.test(gap(last, next))) continue;
    if (!sameUnit(next, first) || !joins(gap(last, next))) break;
    list.push(next);
  }
  return list;
}

const joins = (between: string): boolean =>
  between.length <= 40 &&
  /[、及與和，；]|以及|暨/u.test(between) &&
  !/共|合計|總計|另|較|比|每|平均|累計|目標|其中|包含|包括|分別|分為|分置|達成|增|減|扣除|撤|實際|實到|總經費|編列|續編|負擔|分年|[按依][^，、]{1,6}別|[。]/u.test(
    between,
  );

export const sameUnit = (a: Figure, b: Figure): boolean => a.kind === b.kind && a.unit === b.unit;

export const total = (figures: readonly Figure[]): Fraction => sum(figures.map(({ value }) => value));

/** Would one other digit in one of the figures make it right? Then the slip is near and chance is not. */
export function oneDigitApart(a: Fraction, b: Fraction): boolean {
  if (a.over !== b.over && a.over % b.over !== 0n && b.over % a.over !== 0n) return false;
  const over = a.over > b.over ? a.over : b.over;
  let difference = (a.of * over) / a.over - (b.of * over) / b.over;
  if (difference < 0n) difference = -difference;
  if (difference === 0n) return false;
  while (difference % 10n === 0n) difference /= 10n;
  return difference < 10n;
}
