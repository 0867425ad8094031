/**
 * One share's money in one year, by component, never merged (rules.md §6.1). Integers in TWD.
 * 法定預算 · 追加(減) · 以前年度保留轉入 · 實現 · 應付 · 保留 · 賸餘 · 預付
 */
export interface YearMoney {
  readonly budget: number;
  readonly supplementary: number;
  readonly carriedIn: number;
  readonly realised: number;
  readonly payable: number;
  readonly carriedOver: number;
  readonly lapsed: number;
  readonly prepaid: number;
}

export type MoneyComponent = keyof YearMoney;
export const moneyComponents: readonly MoneyComponent[] = [
  'budget',
  'supplementary',
  'carriedIn',
  'realised',
  'payable',
  'carriedOver',
  'lapsed',
  'prepaid',
];

export const componentNames: Readonly<Record<MoneyComponent, { readonly 'zh-Hant': string; readonly en: string }>> = {
  budget: { 'zh-Hant': '法定預算', en: 'legal budget' },
  supplementary: { 'zh-Hant': '追加（減）預算', en: 'additional budget' },
  carriedIn: { 'zh-Hant': '以前年度保留轉入', en: 'carried in from earlier years' },
  realised: { 'zh-Hant': '實現數', en: 'realised' },
  payable: { 'zh-Hant': '應付數', en: 'payable' },
  carriedOver: { 'zh-Hant': '保留數', en: 'carried over' },
  lapsed: { 'zh-Hant': '賸餘數', en: 'lapsed' },
  prepaid: { 'zh-Hant': '預付數', en: 'prepaid' },
};

/** Where history is missing: what the documents say had been budgeted and executed before the first year held here. */
export interface OpeningBalance {
  readonly budgeted: number;
  readonly executed: number;
  /** The document that says so: name, page, date. */
  readonly document: string;
}

export interface ShareMoney {
  /** 計畫核定總經費: the whole plan's. */
  readonly approvedTotal: number | null;
  /** This agency's part of it. */
  readonly ownTotal: number | null;
  readonly opening: OpeningBalance | null;
  /** By Gregorian year, rising. */
  readonly years: readonly { readonly fiscalYear: number; readonly money: YearMoney }[];
}

export const noMoney: ShareMoney = { approvedTotal: null, ownTotal: null, opening: null, years: [] };

/** 可支用預算 = 法定 + 追加(減) + 保留轉入 */
function available({ budget, supplementary, carriedIn }: YearMoney): number {
  return budget + supplementary + carriedIn;
}

/** 可支用預算 − (實現 + 應付 + 保留 + 賸餘): not zero is an error of the entry (rules.md §6.5). */
export function identityGap(money: YearMoney): number {
  return available(money) - money.realised - money.payable - money.carriedOver - money.lapsed;
}

/**
 * Column 5 to the end of `fiscalYear`: Σ(法定 + 追加減). Money carried in was budgeted in an earlier year and is not counted again.
 */
export function budgetedToDate({ opening, years }: ShareMoney, fiscalYear: number): number | null {
  return toDate(opening?.budgeted, years, fiscalYear, ({ budget, supplementary }) => budget + supplementary);
}

/** Column 6 to the end of `fiscalYear`: Σ(實現 + 應付). 保留數 is no execution. */
export function executedToDate({ opening, years }: ShareMoney, fiscalYear: number): number | null {
  return toDate(opening?.executed, years, fiscalYear, ({ realised, payable }) => realised + payable);
}

function toDate(
  opening: number | undefined,
  years: ShareMoney['years'],
  fiscalYear: number,
  of: (money: YearMoney) => number,
): number | null {
  const held = years.filter((year) => year.fiscalYear <= fiscalYear);
  if (opening === undefined && held.length === 0) return null;
  return held.reduce((sum, { money }) => sum + of(money), opening ?? 0);
}

/** TWD to 千元, half up, as the form is printed; and what the rounding took or added, in TWD. */
export function inThousands(twd: number): { readonly thousands: number; readonly rest: number } {
  const thousands = Math.sign(twd) * Math.floor((Math.abs(twd) + 500) / 1000);
  return { thousands, rest: twd - thousands * 1000 };
}
