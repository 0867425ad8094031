import { Refusal } from '@guankao/domain';
import { ratioOf } from '../drawing.ts';
import { leftOf } from '../apportion.ts';
import { accountLabel, holdsOn, type BudgetAccount, type Holding, type Part } from '../mapping.ts';

/**
 * Throws a Refusal where on any day the parts of an account take more than it has, or a plan takes of it twice.
 * `parts` are all of this account that hold at some time.
 */
export function demandPartsFit(account: BudgetAccount, parts: readonly Part[]): void {
  for (const part of parts) demandAmount(account, part);
  const overlap = parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .filter((other) => other.row === one.row && meet(one, other))
      .map((other) => [one, other] as const),
  )[0];
  if (overlap !== undefined) throw overlapping(account, ...overlap);
  for (const { from } of parts) {
    const held = parts.filter((part) => holdsOn(part, from));
    const left = leftOf(held.map((part) => ratioOf(part, account)));
    if (left.numerator < 0n) throw tooMuch(account, from, held);
  }
}

function demandAmount(account: BudgetAccount, { amount }: Pick<Holding, 'amount'>): void {
  if (amount === null) return;
  if (account.money.budget <= 0) throw noBudget(account);
  if (amount > account.money.budget) throw partTooLarge(account, amount);
}

function meet(one: Part, other: Part): boolean {
  return (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until);
}

function twd(amount: number): string {
  return amount.toLocaleString('en-US');
}

function inWords({ amount, share }: Pick<Holding, 'amount' | 'share'>): string {
  return share === null ? `${twd(amount ?? 0)}` : `${share.numerator}/${share.denominator}`;
}

function tooMuch({ name, money }: BudgetAccount, day: string, parts: readonly Part[]): Refusal {
  const label = accountLabel(name);
  const sum = parts.map(inWords).join(' ＋ ');
  return new Refusal('parts-exceed-account', 422, {
    'zh-Hant': `「${label}」在 ${day} 的歸屬合計（${sum}）超過這個科目（法定預算 ${twd(money.budget)} 元）。請減少其中一筆，或先終止另一筆。`,
    en: `on ${day} the parts of ${label} (${sum}) are more than the account (${twd(money.budget)} TWD of legal budget). Lower one of them, or end another first.`,
  }).about('amount');
}

function partTooLarge({ name, money }: BudgetAccount, amount: number): Refusal {
  return new Refusal('parts-exceed-account', 422, {
    'zh-Hant': `「${accountLabel(name)}」的法定預算是 ${twd(money.budget)} 元，歸屬的 ${twd(amount)} 元超過它。請改小金額，或改用比例。`,
    en: `the legal budget of ${accountLabel(name)} is ${twd(money.budget)} TWD; the part of ${twd(amount)} is more. Lower the amount, or give a share.`,
  }).about('amount');
}

function noBudget({ name }: BudgetAccount): Refusal {
  return new Refusal('account-without-budget', 422, {
    'zh-Hant': `「${accountLabel(name)}」沒有法定預算（可能只有以前年度保留），不能依金額歸屬。請改填比例，例：1/2 或 100%。`,
    en: `${accountLabel(name)} has no legal budget (perhaps only money carried in), so that no amount of it can be assigned. Give a share, such as 1/2 or 100%.`,
  }).about('amount');
}

function overlapping({ name }: BudgetAccount, one: Part, other: Part): Refusal {
  const span = ({ from, until }: Part) => `${from}–${until ?? ''}`;
  return new Refusal('parts-overlap', 409, {
    'zh-Hant': `「${accountLabel(name)}」歸屬同一計畫的第 ${one.number} 筆（${span(one)}）與第 ${other.number} 筆（${span(other)}）日期重疊，同一天會算兩次。請更正其中一筆的起訖日。`,
    en: `parts ${one.number} (${span(one)}) and ${other.number} (${span(other)}) of ${accountLabel(name)} are of the same plan and their dates overlap: a day would count twice. Correct the dates of one of them.`,
  }).about('from');
}
