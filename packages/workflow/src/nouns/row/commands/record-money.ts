import { Refusal } from '@guankao/domain';
import type { MoneyEntry, RowEvent } from '../events.ts';
import { demand } from '../../../policy.ts';
import { rowPolicy } from '../policy.ts';
import { identityGap, isAmount, moneyComponents, moneyFields, type YearMoney } from '../money.ts';
import { versionInForce } from '../plan-version.ts';
import type { RowRecord } from '../row.ts';
import { demandVersion, type Context } from '../../../context.ts';
import { sameJson } from '../../../same.ts';
import { demandCarried } from './draw-carried.ts';
import { withLapse } from './move.ts';

/** Records a share's money of the row's year. The components must add up: 可支用 = 實現 + 應付 + 保留 + 賸餘. `authors`: who wrote what it is drawn from. */
export function recordMoney(
  row: RowRecord,
  after: MoneyEntry,
  document: string | null,
  shownVersion: number,
  context: Context,
  authors: readonly string[] = [],
): readonly RowEvent[] {
  const { actor, tree } = context;
  demand(rowPolicy, 'write-money', actor, row, tree);
  const before = currentEntry(row);
  if (sameJson(before, after)) return [];
  demandVersion(row.version, shownVersion);
  demandTotals(after);
  demandApproved(row, after.approvedTotal);
  if (after.money !== null) demandSound(after.money);
  demandCarried(row, after.money);
  const payload = { before, after, document, writer: actor.id, ...(authors.length === 0 ? {} : { authors }) };
  return withLapse(row, [{ kind: 'row-money-recorded', subject: row.id, payload }], context);
}

export function currentEntry({ money, fiscalYear }: RowRecord): MoneyEntry {
  return {
    approvedTotal: money.approvedTotal,
    ownTotal: money.ownTotal,
    opening: money.opening,
    money: money.years.find((year) => year.fiscalYear === fiscalYear)?.money ?? null,
  };
}

function demandTotals({ approvedTotal, ownTotal, opening }: MoneyEntry): void {
  const totals = [
    [opening?.budgeted ?? null, 'openingBudgeted'],
    [opening?.executed ?? null, 'openingExecuted'],
    [approvedTotal, 'approvedTotal'],
    [ownTotal, 'ownTotal'],
  ] as const;
  for (const [total, name] of totals) if (total !== null && (!isAmount(total) || total < 0)) throw notAnAmount(name);
}

/** Where the plan's versions are held, the total is what the one in force says. */
function demandApproved({ versions, fiscalYear }: RowRecord, total: number | null): void {
  const inForce = versionInForce(versions, fiscalYear);
  if (inForce === null || inForce.total === total) return;
  const approved = inForce.total.toLocaleString('en-US');
  throw new Refusal('total-not-approved', 422, {
    'zh-Hant': `計畫核定總經費應為 ${approved} 元：第 ${inForce.number} 版（${inForce.documentNumber}）所核定。若已修正，請先登錄新的核定版本。`,
    en: `The approved total is ${approved} TWD by version ${inForce.number} (${inForce.documentNumber}). If the plan was revised, record the new version first.`,
  }).about('approvedTotal');
}

function demandSound(money: YearMoney): void {
  for (const component of moneyComponents) {
    if (!isAmount(money[component]) || (component !== 'supplementary' && money[component] < 0))
      throw notAnAmount(component);
  }
  const gap = identityGap(money);
  if (gap === 0) return;
  const amount = gap.toLocaleString('en-US');
  throw new Refusal('money-identity', 422, {
    'zh-Hant': `可支用預算（法定＋追加減＋保留轉入）與實現＋應付＋保留＋賸餘相差 ${amount} 元。請核對哪一項少列或多列；實現數含預付時請先分開。`,
    en: `Available funds (legal + additional + carried in) and realised + payable + carried over + lapsed differ by ${amount} TWD. Check which component is missing or counted twice.`,
  }).about('realised');
}

function notAnAmount(field: keyof typeof moneyFields): Refusal {
  const name = moneyFields[field].label;
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `「${name['zh-Hant']}」要是不小於零、不超過一百兆的整數（新臺幣元）。請核對金額與單位。`,
    en: `"${name.en}" must be a whole number of TWD, not below zero and not above 100 trillion. Check amount and unit.`,
  }).about(field);
}
