import { moneyComponents, type MoneyComponent, type YearMoney } from '../row/money.ts';
import { apportion, leftOf, type Ratio } from './apportion.ts';
import {
  asOfDay,
  holdsOn,
  type AccountMapping,
  type BudgetAccount,
  type Overrule,
  type Part,
  type Share,
} from './mapping.ts';

/** An account, what its parts take of it on the day of its file, and what no plan takes (未歸屬). */
export interface PartedAccount {
  readonly account: BudgetAccount;
  readonly parts: readonly { readonly part: Part; readonly money: YearMoney }[];
  readonly unassigned: YearMoney;
}

/** One amount of a plan, and where it comes from. */
interface DrawnCell {
  readonly amount: number;
  /** What each account gives; those that give nothing are left out. */
  readonly sources: readonly { readonly account: BudgetAccount; readonly part: Part; readonly amount: number }[];
  readonly overrule: Overrule | null;
}

export interface DrawnPlan {
  /** Id of the row. */
  readonly row: string;
  /** As it is recorded: with what was overruled. */
  readonly money: YearMoney;
  /** As the accounts give it. */
  readonly given: YearMoney;
  readonly cells: Readonly<Record<MoneyComponent, DrawnCell>>;
}

export interface Drawing {
  readonly accounts: readonly PartedAccount[];
  /** In the order of their first part. */
  readonly plans: readonly DrawnPlan[];
  /** total = assigned + unassigned, component by component, to the dollar. */
  readonly total: YearMoney;
  readonly assigned: YearMoney;
  readonly unassigned: YearMoney;
}

/** What each plan gets of each account: exact, and with nothing lost. */
export function drawingOf(mapping: AccountMapping): Drawing {
  const day = asOfDay(mapping);
  const accounts = mapping.accounts.map((account) =>
    partedAccount(
      account,
      mapping.parts.filter((part) => part.account === account.id && holdsOn(part, day)),
    ),
  );
  const rows = [...new Set(mapping.parts.filter((part) => holdsOn(part, day)).map(({ row }) => row))];
  return {
    accounts,
    plans: rows.map((row) => drawnPlan(row, accounts, mapping.overrules)),
    total: added(accounts.map(({ account }) => account.money)),
    assigned: added(accounts.flatMap(({ parts }) => parts.map(({ money }) => money))),
    unassigned: added(accounts.map(({ unassigned }) => unassigned)),
  };
}

function partedAccount(account: BudgetAccount, parts: readonly Part[]): PartedAccount {
  const ratios = parts.map((part) => ratioOf(part, account));
  const moneys = apportion(account.money, [...ratios, leftOf(ratios)]);
  return {
    account,
    parts: parts.map((part, at) => ({ part, money: moneys[at] ?? nothing })),
    unassigned: moneys.at(-1) ?? nothing,
  };
}

/** An amount is of the account's 法定預算; of an account without one there are shares only. */
export function ratioOf(
  { amount, share }: Pick<Part, 'amount' | 'share'>,
  { money }: Pick<BudgetAccount, 'money'>,
): Ratio {
  if (share !== null) return ratioOfShare(share);
  return { numerator: BigInt(amount ?? 0), denominator: BigInt(money.budget === 0 ? 1 : money.budget) };
}

function ratioOfShare({ numerator, denominator }: Share): Ratio {
  return { numerator: BigInt(numerator), denominator: BigInt(denominator) };
}

function drawnPlan(row: string, accounts: readonly PartedAccount[], overrules: readonly Overrule[]): DrawnPlan {
  const takings = accounts.flatMap(({ account, parts }) =>
    parts.filter(({ part }) => part.row === row).map((taking) => ({ account, ...taking })),
  );
  const given = added(takings.map(({ money }) => money));
  const cell = (component: MoneyComponent): DrawnCell => {
    const overrule = overrules.find((one) => one.row === row && one.component === component) ?? null;
    const sources = takings
      .map(({ account, part, money }) => ({ account, part, amount: money[component] }))
      .filter(({ amount }) => amount !== 0);
    return { amount: overrule?.amount ?? given[component], sources, overrule };
  };
  const cells = byComponent(cell);
  return { row, given, cells, money: byComponent((component) => cells[component].amount) };
}

const nothing: YearMoney = byComponent(() => 0);

function added(moneys: readonly YearMoney[]): YearMoney {
  return byComponent((component) => moneys.reduce((sum, money) => sum + money[component], 0));
}

function byComponent<Value>(of: (component: MoneyComponent) => Value): Readonly<Record<MoneyComponent, Value>> {
  return Object.fromEntries(moneyComponents.map((component) => [component, of(component)])) as Record<
    MoneyComponent,
    Value
  >;
}
