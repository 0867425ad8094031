import { Refusal } from '@guankao/domain';
import type { Context } from '../../../context.ts';
import { cleanText } from '../../../fields.ts';
import {
  identityGap,
  isAmount,
  moneyComponents,
  moneyFields,
  type MoneyComponent,
  type YearMoney,
} from '../../row/money.ts';
import { drawingOf } from '../drawing.ts';
import type { MappingEvent } from '../events.ts';
import { accountLabel, type AccountMapping } from '../mapping.ts';

/** Other amounts for a plan than its accounts give; an amount that is null stands again as they give it. */
export function overrule(
  mapping: AccountMapping,
  row: string,
  amounts: Readonly<Partial<Record<MoneyComponent, number | null>>>,
  reason: string,
  { actor, now }: Context,
): readonly MappingEvent[] {
  const plan = drawingOf(mapping).plans.find((one) => one.row === row);
  if (plan === undefined) throw noAccounts(row);
  const why = cleanText(reason.trim(), { 'zh-Hant': '理由', en: 'reason' }, 'reason');
  if (why === '') throw reasonOwed();
  const by = { by: actor.name, at: now.toISOString() };
  let after = mapping.overrules;
  for (const component of moneyComponents) {
    const amount = amounts[component];
    if (amount === undefined || amount === plan.cells[component].amount) continue;
    if (amount !== null && (!isAmount(amount) || (component !== 'supplementary' && amount < 0)))
      throw notAnAmount(component, amount);
    if (amount === null && plan.cells[component].overrule === null) continue;
    after = after.filter((one) => one.row !== row || one.component !== component);
    if (amount !== null && amount !== plan.given[component])
      after = [...after, { row, component, amount, reason: why, ...by }];
  }
  if (after === mapping.overrules) return [];
  const money = drawingOf({ ...mapping, overrules: after }).plans.find((one) => one.row === row)?.money;
  if (money !== undefined && mapping.files.at(-1)?.onlyBudget !== true) demandAdds(money);
  const payload = { before: mapping.overrules, after, writer: actor.id };
  return [{ kind: 'mapping-overruled', subject: mapping.id, payload }];
}

/** That the rows' money is drawn as it stands: written together with what each row records. */
export function drawMapping(
  mapping: AccountMapping,
  rows: readonly string[],
  { actor, now }: Context,
): readonly MappingEvent[] {
  demandDrawable(mapping);
  const payload = { version: mapping.version, by: actor.name, at: now.toISOString(), rows };
  return [{ kind: 'mapping-drawn', subject: mapping.id, payload }];
}

/** Throws a Refusal where the accounts do not tell yet what became of the money, or one does not add up. */
export function demandDrawable(mapping: AccountMapping): void {
  const file = mapping.files.at(-1);
  if (file === undefined || drawingOf(mapping).plans.length === 0) throw nothingToDraw();
  if (file.onlyBudget) throw onlyBudget(file.name);
  const broken = mapping.accounts.find(({ money }) => identityGap(money) !== 0);
  if (broken === undefined) return;
  const gap = identityGap(broken.money).toLocaleString('en-US');
  throw new Refusal('account-identity', 422, {
    'zh-Hant': `「${accountLabel(broken.name)}」（${broken.place}）的可支用預算與實現＋應付＋保留＋賸餘相差 ${gap} 元，各列金額沒有帶入。請在會計系統更正後重新匯入。`,
    en: `of ${accountLabel(broken.name)} (${broken.place}), available funds and realised + payable + carried over + lapsed differ by ${gap} TWD; no money was drawn. Correct it in the accounting system and import again.`,
  });
}

function demandAdds(money: YearMoney): void {
  const gap = identityGap(money);
  if (gap === 0) return;
  const amount = gap.toLocaleString('en-US');
  throw new Refusal('money-identity', 422, {
    'zh-Hant': `改填後，可支用預算（法定＋追加減＋保留轉入）與實現＋應付＋保留＋賸餘相差 ${amount} 元。改一項時請一併改相對的項目，例：實現數減少則賸餘數增加。`,
    en: `with these amounts available funds and realised + payable + carried over + lapsed differ by ${amount} TWD. Change its counterpart too: less realised is more lapsed.`,
  }).about('realised');
}

function notAnAmount(component: MoneyComponent, amount: number): Refusal {
  const { label } = moneyFields[component];
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `「${label['zh-Hant']}」的 ${amount.toLocaleString('en-US')} 不能收：要是不小於零、不超過一百兆的整數元。請核對金額與單位。`,
    en: `${amount.toLocaleString('en-US')} cannot be "${label.en}": it must be a whole number of TWD, not below zero and not above 100 trillion. Check amount and unit.`,
  }).about(component);
}

function noAccounts(row: string): Refusal {
  return new Refusal('plan-without-accounts', 409, {
    'zh-Hant': `「${row}」沒有歸屬的科目，沒有可以改填的金額。請先歸屬科目，或直接在該列登錄金額。`,
    en: `${row} takes of no account: there is no amount to overrule. Assign an account first, or record its money on the row itself.`,
  });
}

function reasonOwed(): Refusal {
  return new Refusal('reason-owed', 422, {
    'zh-Hant': '改填帶入的金額要寫理由，例：依決算審定數調整。',
    en: 'say why another amount stands than the accounts give, such as: as audited.',
  }).about('reason');
}

function nothingToDraw(): Refusal {
  return new Refusal('nothing-to-draw', 409, {
    'zh-Hant': '還沒有任何計畫歸屬到科目，沒有可以帶入的金額。請先在科目上指定計畫。',
    en: 'no plan takes of an account yet: there is no money to draw. Assign accounts to plans first.',
  });
}

function onlyBudget(file: string): Refusal {
  return new Refusal('accounts-only-budget', 409, {
    'zh-Hant': `「${file}」只有預算，沒有實現數等執行欄，各列金額沒有帶入。請匯入含實現、應付、保留、賸餘的科目明細；已做的歸屬都會保留。`,
    en: `${file} holds budgets only, and not what was realised; no money was drawn. Import accounts with realised, payable, carried over and lapsed; the parts that were made are kept.`,
  });
}
