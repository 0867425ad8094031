import { Refusal } from '@guankao/domain';
import { inRoc } from '../../../days.ts';
import { ratioOf } from '../drawing.ts';
import { leftOf } from '../apportion.ts';
import { accountLabel, holdsOn, type BudgetAccount, type Holding, type Part } from '../mapping.ts';
import { shareText } from '../share.ts';

/** How a field of a part is called in what was asked. */
export type FieldOfPart = (part: Part, field: 'amount' | 'share' | 'from') => string;

/**
 * Throws a Refusal where on any day the parts of an account take more than it has, or a plan takes of it twice: about the
 * field of the part that came last. `parts` are all of this account that hold at some time, in the order in which they came.
 */
export function demandPartsFit(
  account: BudgetAccount,
  parts: readonly Part[],
  fieldOf: FieldOfPart = (_part, field) => field,
): void {
  for (const part of parts) demandAmount(account, part, fieldOf(part, 'amount'));
  const overlap = parts.flatMap((one, at) =>
    parts
      .slice(at + 1)
      .filter((other) => other.row === one.row && meet(one, other))
      .map((other) => [one, other] as const),
  )[0];
  if (overlap !== undefined) throw overlapping(account, ...overlap).about(fieldOf(overlap[1], 'from'));
  for (const from of new Set(parts.map((part) => part.from))) {
    const held = parts.filter((part) => holdsOn(part, from));
    const exceeds = (count: number) =>
      leftOf(held.slice(0, count).map((part) => ratioOf(part, account))).numerator < 0n;
    if (!exceeds(held.length)) continue;
    const last = held.find((_part, at) => exceeds(at + 1));
    const field = last?.share === null ? 'amount' : 'share';
    throw tooMuch(account, from, held).about(last === undefined ? field : fieldOf(last, field));
  }
}

function demandAmount(account: BudgetAccount, { amount }: Pick<Holding, 'amount'>, field: string): void {
  if (amount === null) return;
  if (account.money.budget <= 0) throw noBudget(account).about(field);
  if (amount > account.money.budget) throw partTooLarge(account, amount).about(field);
}

function meet(one: Part, other: Part): boolean {
  return (other.until === null || one.from <= other.until) && (one.until === null || other.from <= one.until);
}

function twd(amount: number): string {
  return amount.toLocaleString('en-US');
}

function inWords({ amount, share }: Pick<Holding, 'amount' | 'share'>): string {
  return share === null ? twd(amount ?? 0) : shareText(share);
}

function tooMuch({ name, money }: BudgetAccount, day: string, parts: readonly Part[]): Refusal {
  const label = accountLabel(name);
  const sum = parts.map(inWords).join(' ＋ ');
  return new Refusal('parts-exceed-account', 422, {
    'zh-Hant': `「${label}」在 ${inRoc(day)} 的歸屬合計（${sum}）超過這個科目（法定預算 ${twd(money.budget)} 元）。請減少其中一筆，或先終止另一筆。`,
    en: `on ${day} the parts of ${label} (${sum}) are more than the account (${twd(money.budget)} TWD of legal budget). Lower one of them, or end another first.`,
  });
}

function partTooLarge({ name, money }: BudgetAccount, amount: number): Refusal {
  return new Refusal('parts-exceed-account', 422, {
    'zh-Hant': `「${accountLabel(name)}」的法定預算是 ${twd(money.budget)} 元，歸屬的 ${twd(amount)} 元超過它。請改小金額，或改用比例。`,
    en: `the legal budget of ${accountLabel(name)} is ${twd(money.budget)} TWD; the part of ${twd(amount)} is more. Lower the amount, or give a share.`,
  });
}

function noBudget({ name }: BudgetAccount): Refusal {
  return new Refusal('account-without-budget', 422, {
    'zh-Hant': `「${accountLabel(name)}」沒有法定預算（可能只有以前年度保留），不能依金額歸屬。請改填比例，例：1/2 或 100%。`,
    en: `${accountLabel(name)} has no legal budget (perhaps only money carried in), so that no amount of it can be assigned. Give a share, such as 1/2 or 100%.`,
  });
}

function overlapping({ name }: BudgetAccount, one: Part, other: Part): Refusal {
  const span = ({ from, until }: Part) => `${from}–${until ?? ''}`;
  const roc = ({ from, until }: Part) => `${inRoc(from)}–${until === null ? '年底' : inRoc(until)}`;
  return new Refusal('parts-overlap', 409, {
    'zh-Hant': `「${accountLabel(name)}」歸屬同一計畫的第 ${one.number} 筆（${roc(one)}）與第 ${other.number} 筆（${roc(other)}）日期重疊，同一天會算兩次。請更正其中一筆的起訖日。`,
    en: `parts ${one.number} (${span(one)}) and ${other.number} (${span(other)}) of ${accountLabel(name)} are of the same plan and their dates overlap: a day would count twice. Correct the dates of one of them.`,
  });
}
