import type { Decimal } from '../decimal.ts';
import type { Draft } from '../draft.ts';

/** How many of the first unit of its family each unit holds. Between the families there is no fixed measure. */
const families: readonly (readonly [unit: string, held: Readonly<Record<string, bigint>>])[] = [
  ['個月', { 個月: 1n, 年: 12n }],
  ['天', { 天: 1n, 日: 1n, 週: 7n, 周: 7n, 星期: 7n, 個星期: 7n }],
  ['分鐘', { 分鐘: 1n, 小時: 60n, 個小時: 60n }],
  ['秒', { 秒: 1n, 分鐘: 60n }],
];

/** Two durations in one unit: 6個月 and 1年 are 6 and 12 個月. null where they have none in common. */
export function inOneUnit(a: Draft, b: Draft): { low: Decimal; high: Decimal; unit: string } | null {
  if (a.kind !== 'duration' || b.kind !== 'duration' || a.value === null || b.value === null) return null;
  for (const [unit, held] of families) {
    const [first, last] = [held[a.unit ?? ''], held[b.unit ?? '']];
    if (first !== undefined && last !== undefined)
      return { low: times(a.value, first), high: times(b.value, last), unit };
  }
  return null;
}

function times({ coefficient, scale }: Decimal, factor: bigint): Decimal {
  return { coefficient: coefficient * factor, scale };
}
