import { identityGap, moneyComponents, type MoneyComponent, type YearMoney } from '../row/money.ts';

/** An exact ratio. `denominator` is above zero. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function sumOf(ratios: readonly Ratio[]): Ratio {
  return ratios.reduce(
    (sum, one) => ({
      numerator: sum.numerator * one.denominator + one.numerator * sum.denominator,
      denominator: sum.denominator * one.denominator,
    }),
    { numerator: 0n, denominator: 1n },
  );
}

/** What is left of the whole; below zero where the ratios are too large together. */
export function leftOf(ratios: readonly Ratio[]): Ratio {
  const { numerator, denominator } = sumOf(ratios);
  return { numerator: denominator - numerator, denominator };
}

/** What the money comes from counts as plus, what became of it as minus: 預付 is told beside and stands in neither. */
const signs: Readonly<Record<MoneyComponent, 1 | -1 | 0>> = {
  budget: 1,
  supplementary: 1,
  carriedIn: 1,
  realised: -1,
  payable: -1,
  carriedOver: -1,
  lapsed: -1,
  prepaid: 0,
};

/** An amount rounded down, whether a dollar was added to it, and whether one may be (its exact value is no whole dollar). */
interface Cell {
  readonly down: number;
  readonly rest: bigint;
  up: boolean;
}

/**
 * An account's money, parted by `ratios`, which must add up to exactly 1: in whole TWD, each amount rounded up or down and
 * never further, every component adding up to the account's to the dollar. Dollars go to the largest remainders (ties: the
 * first). Where the account adds up (可支用 = 實現 + 應付 + 保留 + 賸餘) so does each part: for that a dollar may move on from
 * a largest remainder to another one.
 */
export function apportion(money: YearMoney, ratios: readonly Ratio[]): readonly YearMoney[] {
  const { numerator, denominator } = sumOf(ratios);
  if (numerator !== denominator) throw new RangeError('the ratios do not add up to 1');
  const common = ratios.reduce((product, ratio) => product * ratio.denominator, 1n);
  const weights = ratios.map((ratio) => (common / ratio.denominator) * ratio.numerator);
  const columns = Object.fromEntries(
    moneyComponents.map((component) => [component, rounded(money[component], weights, common)]),
  ) as Readonly<Record<MoneyComponent, readonly Cell[]>>;
  if (identityGap(money) === 0) balance(columns, ratios.length);
  return ratios.map((_, part) => amountsOf(columns, part));
}

function amountsOf(columns: Readonly<Record<MoneyComponent, readonly Cell[]>>, part: number): YearMoney {
  const amount = (component: MoneyComponent) => {
    const cell = columns[component][part];
    return cell === undefined ? 0 : cell.down + (cell.up ? 1 : 0);
  };
  return Object.fromEntries(moneyComponents.map((component) => [component, amount(component)])) as YearMoney;
}

/** One component by largest remainder. */
function rounded(twd: number, weights: readonly bigint[], common: bigint): readonly Cell[] {
  const cells = weights.map((weight): Cell => {
    const exact = BigInt(twd) * weight;
    const rest = ((exact % common) + common) % common;
    return { down: Number((exact - rest) / common), rest, up: false };
  });
  const over = twd - cells.reduce((sum, { down }) => sum + down, 0);
  const byRest = cells.toSorted((a, b) => (a.rest === b.rest ? 0 : a.rest > b.rest ? -1 : 1));
  for (const cell of byRest.slice(0, over)) cell.up = true;
  return cells;
}

/**
 * Moves dollars within components until every part adds up by itself. A way from a part that has too much to one that has
 * too little always exists: the exact amounts are one, and all sums are whole (a flow in a network with whole bounds).
 */
function balance(columns: Readonly<Record<MoneyComponent, readonly Cell[]>>, parts: number): void {
  const gaps = Array.from({ length: parts }, (_, part) => identityGap(amountsOf(columns, part)));
  for (;;) {
    const from = gaps.findIndex((gap) => gap > 0);
    if (from < 0) return;
    const way = wayFrom(columns, gaps, from);
    for (const { component, giver, taker } of way) {
      for (const [at, up] of [
        [giver, false],
        [taker, true],
      ] as const) {
        const cell = columns[component][at];
        if (cell !== undefined) cell.up = up;
      }
    }
    gaps[from] = (gaps[from] ?? 0) - 1;
    const to = way.at(-1)?.to ?? from;
    gaps[to] = (gaps[to] ?? 0) + 1;
  }
}

/** A dollar of one component that moves from `giver` to `taker`, and the part that is better off by it. */
interface Move {
  readonly component: MoneyComponent;
  readonly giver: number;
  readonly taker: number;
  readonly to: number;
}

function wayFrom(
  columns: Readonly<Record<MoneyComponent, readonly Cell[]>>,
  gaps: readonly number[],
  start: number,
): readonly Move[] {
  const ways = new Map<number, readonly Move[]>([[start, []]]);
  for (const [from, way] of ways) {
    if ((gaps[from] ?? 0) < 0) return way;
    for (const to of gaps.keys()) {
      const move = ways.has(to) ? null : moveBetween(columns, from, to);
      if (move !== null) ways.set(to, [...way, move]);
    }
  }
  throw new Error('no way to round the parts of an account so that each adds up');
}

function moveBetween(
  columns: Readonly<Record<MoneyComponent, readonly Cell[]>>,
  from: number,
  to: number,
): Move | null {
  for (const component of moneyComponents) {
    if (signs[component] === 0) continue;
    const [giver, taker] = signs[component] > 0 ? [from, to] : [to, from];
    const [gives, takes] = [columns[component][giver], columns[component][taker]];
    if (gives?.up === true && takes !== undefined && !takes.up && takes.rest > 0n)
      return { component, giver, taker, to };
  }
  return null;
}
