import { inPrintedUnit, type Message } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { Type } from '@sinclair/typebox';
import { money } from '../../fields.ts';
import { FiscalYear, nullable, Twd, type Of } from '../../schema.ts';

/**
 * One share's money in one year, by component, never merged (rules.md §6.1). Integers in TWD.
 * 法定預算 · 追加(減) · 以前年度保留轉入 · 實現 · 應付 · 保留 · 賸餘 · 預付
 */
export const YearMoneyJson = Type.Object(
  {
    budget: Type.Integer({ description: '法定預算, TWD' }),
    supplementary: Type.Integer({ description: '追加（減）預算, TWD; below zero where it was cut' }),
    carriedIn: Type.Integer({ description: '以前年度保留轉入, TWD' }),
    realised: Type.Integer({ description: '實現數, TWD' }),
    payable: Type.Integer({ description: '應付數, TWD' }),
    carriedOver: Type.Integer({ description: '保留數, TWD' }),
    lapsed: Type.Integer({ description: '賸餘數, TWD' }),
    prepaid: Type.Integer({ description: '預付數, TWD' }),
  },
  { $id: 'YearMoney', description: 'Money of one year, by component' },
);
export type YearMoney = Of<typeof YearMoneyJson>;

/** The amounts of a row: 主計's, each with its scope. */
export const moneyFields = {
  approvedTotal: money({
    label: terms.approvedTotal,
    by: 'accountant',
    of: 'the whole plan, all years and agencies',
  }),
  ownTotal: money({
    label: terms.ownTotal,
    by: 'accountant',
    of: 'this agency’s part of the approved total',
  }),
  openingBudgeted: money({
    label: terms.openingBudgeted,
    by: 'accountant',
    of: 'budgeted before the first year held here',
  }),
  openingExecuted: money({
    label: terms.openingExecuted,
    by: 'accountant',
    of: 'executed before the first year held here',
  }),
  budget: money({
    label: terms.budget,
    by: 'accountant',
    of: 'this share, this year',
  }),
  supplementary: money({
    label: terms.supplementary,
    by: 'accountant',
    of: 'this share, this year',
  }),
  carriedIn: money({
    label: terms.carriedIn,
    by: 'accountant',
    of: 'this share, this year',
  }),
  realised: money({ label: terms.realised, by: 'accountant', of: 'this share, this year' }),
  payable: money({ label: terms.payable, by: 'accountant', of: 'this share, this year' }),
  carriedOver: money({
    label: terms.carriedOver,
    by: 'accountant',
    of: 'this share, this year',
  }),
  lapsed: money({ label: terms.lapsed, by: 'accountant', of: 'this share, this year' }),
  prepaid: money({ label: terms.prepaid, by: 'accountant', of: 'this share, this year' }),
} as const;

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

/** How each component is called. */
export const componentNames = Object.fromEntries(
  moneyComponents.map((component) => [component, moneyFields[component].label]),
) as Readonly<Record<MoneyComponent, Message>>;

/** Where history is missing: what the documents say had been budgeted and executed before the first year held here. */
export const OpeningBalanceJson = Type.Object({
  budgeted: Type.Integer({ description: 'TWD, from the plan’s start to before the first year held here' }),
  executed: Type.Integer({ description: 'TWD, from the plan’s start to before the first year held here' }),
  document: Type.String({ description: 'The document that says so' }),
});
export type OpeningBalance = Of<typeof OpeningBalanceJson>;

export const ShareMoneyJson = Type.Object(
  {
    approvedTotal: nullable(Twd, {
      description: 'TWD: 計畫核定總經費 of the whole plan, all years and agencies. Never add it up over rows.',
    }),
    ownTotal: nullable(Twd, { description: 'TWD: this agency’s part of it' }),
    opening: nullable(OpeningBalanceJson, { description: 'Where history is missing; null where every year is held' }),
    years: Type.Array(Type.Object({ fiscalYear: FiscalYear, money: YearMoneyJson }), {
      description: 'Rising. In each, budget + supplementary + carriedIn = realised + payable + carriedOver + lapsed.',
    }),
  },
  { $id: 'ShareMoney' },
);
export type ShareMoney = Of<typeof ShareMoneyJson>;

export const noMoney: ShareMoney = { approvedTotal: null, ownTotal: null, opening: null, years: [] };

/**
 * The money of shares that become one: each year's components added up, and the balances before. Where one of them has
 * nothing recorded nothing is told of the whole. The approved total is of whole plans, and of the new one only when approved.
 */
export function joinedMoney(shares: readonly ShareMoney[]): ShareMoney {
  if (shares.length === 0 || shares.some(({ opening, years }) => opening === null && years.length === 0))
    return noMoney;
  const openings = shares.flatMap(({ opening }) => (opening === null ? [] : [opening]));
  const years = [...new Set(shares.flatMap((share) => share.years.map(({ fiscalYear }) => fiscalYear)))].toSorted();
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    ...noMoney,
    opening:
      openings.length === 0
        ? null
        : {
            budgeted: sum(openings.map(({ budgeted }) => budgeted)),
            executed: sum(openings.map(({ executed }) => executed)),
            document: [...new Set(openings.map(({ document }) => document))].join('；'),
          },
    years: years.map((fiscalYear) => {
      const held = shares.flatMap((share) => share.years.filter((year) => year.fiscalYear === fiscalYear));
      const component = (name: MoneyComponent) => [name, sum(held.map(({ money: year }) => year[name]))];
      return { fiscalYear, money: Object.fromEntries(moneyComponents.map(component)) as YearMoney };
    }),
  };
}

/** In TWD: thirty times what the state spends in a year. Sums over all components and years of a plan stay exact. */
const largestAmount = 100_000_000_000_000;

/** Whole TWD that can be added up exactly. */
export function isAmount(twd: number): boolean {
  return Number.isSafeInteger(twd) && Math.abs(twd) <= largestAmount;
}

/** 可支用預算 = 法定 + 追加(減) + 保留轉入 */
export function available({ budget, supplementary, carriedIn }: YearMoney): number {
  return budget + supplementary + carriedIn;
}

/** 可支用預算 − (實現 + 應付 + 保留 + 賸餘): not zero is an error of the entry (rules.md §6.5). */
export function identityGap(year: YearMoney): number {
  return available(year) - year.realised - year.payable - year.carriedOver - year.lapsed;
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
  const thousands = inPrintedUnit(twd, 'thousand TWD');
  return { thousands, rest: twd - thousands * 1000 };
}
