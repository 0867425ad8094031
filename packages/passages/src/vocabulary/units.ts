import type { Figure } from '../text.ts';

/** Measure words that count the same things: one may be a share of the other. */
const families: readonly (readonly string[])[] = [
  ['人', '人次', '名', '位', '員', '者'],
  ['件', '案', '件次', '案件'],
  ['場', '場次'],
  ['家', '家次'],
  ['處', '處所', '站', '據點'],
  ['戶', '戶次'],
  ['天', '日', '日曆天'],
  ['個月', '月'],
];

const familyOf = new Map(families.flatMap((family, index) => family.map((unit) => [unit, index] as const)));

/** 個縣市 counts 縣市, 人次/年 counts 人次, 名額 are as many 名. */
const bareUnit = (unit: string): string =>
  unit
    .replace(/^個(?=.)/u, '')
    .replace(/\/[年月日]$/u, '')
    .replace(/^(?<one>名|床|席)[額位]$/u, '$<one>');

/** The same kind in the same unit: what may be added up. */
export function sameUnit(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false;
  if (a.unit === b.unit) return true;
  return a.unit !== null && b.unit !== null && bareUnit(a.unit) === bareUnit(b.unit);
}

/** May one be a share of the other? Persons and visits may be set in proportion; cases and visits never. */
export function commensurable(a: Figure, b: Figure): boolean {
  if (sameUnit(a, b)) return true;
  if (a.kind !== b.kind || a.unit === null || b.unit === null) return false;
  const family = familyOf.get(bareUnit(a.unit));
  return family !== undefined && family === familyOf.get(bareUnit(b.unit));
}
