import type { Figure } from './figures.ts';
import { recompute } from './recompute.ts';

/** A figure as its claim uses it. A cell of a money column was rounded to the column's unit; a whole count was not rounded at all. */
export interface Used extends Pick<Figure, 'value' | 'step' | 'percent'> {
  readonly column: boolean;
}

/** So many loose figures are tried at both of their ends: every more doubles the work, and no claim has as many. */
const most = 10;

/**
 * Can the figures have been rounded or cut off, each on its own, from values with which the claim holds? 46.5 less 41.8 may be
 * told as 4.6: 46.46 less 41.84 is 4.62.
 */
export function holdsAtPrint(expression: string, operands: readonly Used[], stated: Used, scale: number): boolean {
  const loose = [...new Map(operands.filter(isLoose).map((one) => [one.value, one])).values()].slice(0, most);
  const values = corners(loose).map((chosen) => recompute(withValues(expression, chosen)));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const [least, beyond] = endsOf(stated).map((end) => end * scale) as [number, number];
  const slack = 1e-9 * Math.max(1, Math.abs(high));
  return low < beyond - slack && high > least - slack;
}

const isLoose = ({ value, step, percent, column }: Used): boolean =>
  percent || column || step > 1 || !Number.isInteger(value);

/** From half a step below, rounded up, to a step above, cut off. */
const endsOf = ({ value, step }: Used): readonly [number, number] => [value - step / 2, value + step];

/** Every choice of one end for each of them. */
function corners(figures: readonly Used[]): readonly ReadonlyMap<number, number>[] {
  return figures.reduce<readonly ReadonlyMap<number, number>[]>(
    (all, figure) => all.flatMap((chosen) => endsOf(figure).map((end) => new Map([...chosen, [figure.value, end]]))),
    [new Map()],
  );
}

function withValues(expression: string, values: ReadonlyMap<number, number>): string {
  return expression.replaceAll(/\d+(?:\.\d+)?/gu, (digits) => {
    const value = values.get(Number(digits));
    return value === undefined ? digits : Math.max(0, value).toFixed(10);
  });
}
