import { extract } from '@guankao/quantities';
import { Refusal } from '@guankao/domain';
import { available, isAmount } from '../../row/money.ts';
import type { RowRecord } from '../../row/row.ts';
import { hundredths, percentOf, sumOfWeights } from '../progress.ts';
import type { GivenContent, WorkContent } from '../work-plan.ts';

/** The most that a row may plan to spend in its year, and which amount says so. */
export interface MoneyLimit {
  /** TWD */
  readonly twd: number;
  readonly of: 'available' | 'ownTotal' | 'approvedTotal';
}

/** What is known of the row's money: 可支用預算 of the year; before it is recorded, the part or the whole of the plan. */
export function moneyLimit({ money, fiscalYear }: Pick<RowRecord, 'money' | 'fiscalYear'>): MoneyLimit | null {
  const own = money.years.find((year) => year.fiscalYear === fiscalYear)?.money;
  if (own !== undefined) return { twd: available(own), of: 'available' };
  if (money.ownTotal !== null) return { twd: money.ownTotal, of: 'ownTotal' };
  return money.approvedTotal === null ? null : { twd: money.approvedTotal, of: 'approvedTotal' };
}

/** First and last day on which a check point may stand: in the year, and in the plan's period where that can be read. */
export function daysOf({ fiscalYear, texts }: Pick<RowRecord, 'fiscalYear' | 'texts'>): {
  readonly first: string;
  readonly last: string;
} {
  const [first, last] = [`${fiscalYear}-01-01`, `${fiscalYear}-12-31`];
  const [period] = texts.period.length > 200 ? [] : extract(texts.period);
  if (period?.kind !== 'date' || period.from === null || period.to === null) return { first, last };
  const [begins, ends] = [`${period.from}-01`.slice(0, 10), lastDayOf(period.to)];
  // A plan past its end whose work goes on: the year alone holds.
  if (begins > last || ends < first) return { first, last };
  return { first: begins > first ? begins : first, last: ends < last ? ends : last };
}

/** 2025-02 to 2025-02-28; a day stays. */
function lastDayOf(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  if (year === undefined || month === undefined || day !== undefined) return day === undefined ? `${date}-12-31` : date;
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

/**
 * Throws a Refusal about the first cell that does not hold, by its place from 1: `item-2-weight`, `item-2-m3`,
 * `point-1-due`, `spending-m12`. Weights may be less than 100 together while the plan is drawn up.
 */
export function demandSound(content: GivenContent, row: RowRecord): void {
  demandItems(content.items);
  demandCheckPoints(content.checkPoints, row);
  demandSpending(content.spending, row);
}

function demandItems(items: GivenContent['items']): void {
  let sum = 0;
  for (const [at, { weight, planned }] of items.entries()) {
    demandPercent(weight, `item-${at + 1}-weight`);
    sum += hundredths(weight) ?? 0;
    if (sum > 10_000) throw weightsOver(at + 1, sum);
    for (const [month, percent] of planned.entries()) {
      demandPercent(percent, `item-${at + 1}-m${month + 1}`);
      const before = planned[month - 1] ?? 0;
      if (percent < before) throw plannedFalls(at + 1, month + 1, before, percent);
    }
  }
}

function demandCheckPoints(points: GivenContent['checkPoints'], row: RowRecord): void {
  const { first, last } = daysOf(row);
  for (const [at, { due }] of points.entries())
    if (!isDay(due) || due < first || due > last) throw outside(at + 1, due, first, last);
}

function demandSpending(spending: GivenContent['spending'], row: RowRecord): void {
  const limit = moneyLimit(row);
  for (const [month, amount] of spending.entries()) {
    const before = spending[month - 1] ?? 0;
    if (!isAmount(amount)) throw notAnAmount(month + 1);
    if (amount < before) throw moneyFalls(month + 1, before, amount);
    if (limit !== null && amount > limit.twd) throw moneyOver(month + 1, amount, limit);
  }
}

/** What is owed before others are asked to approve it. */
export function demandWhole({ items, checkPoints }: WorkContent): void {
  if (items.length === 0) throw noItems();
  const sum = sumOfWeights(items);
  if (sum !== 10_000) throw weightsUnder(items.length, sum);
  const bare = checkPoints.findIndex(({ evidence }) => evidence.trim() === '');
  if (bare >= 0) throw evidenceOwed(bare + 1, checkPoints[bare]?.name ?? '');
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

function demandPercent(percent: number, field: string): void {
  if (hundredths(percent) !== null) return;
  throw new Refusal('not-a-percent', 422, {
    'zh-Hant': `「${percent}」不能收：百分比寫 0 至 100，小數最多兩位，例：12.5。`,
    en: `${percent} is not taken: a percentage is 0 to 100 with at most two digits after the point, such as 12.5.`,
  }).about(field);
}

function weightsOver(item: number, sum: number): Refusal {
  return new Refusal('weights-not-100', 422, {
    'zh-Hant': `到第 ${item} 項為止，權重合計已是 ${percentOf(sum)}%，超過 100%。請減少其中一項。`,
    en: `up to item ${item} the weights add up to ${percentOf(sum)}%, more than 100%. Lower one of them.`,
  }).about(`item-${item}-weight`);
}

function weightsUnder(last: number, sum: number): Refusal {
  return new Refusal('weights-not-100', 422, {
    'zh-Hant': `各工作項目權重合計是 ${percentOf(sum)}%，陳核前要正好 100%，還差 ${percentOf(10_000 - sum)}%。`,
    en: `the weights of the work items add up to ${percentOf(sum)}%; before submission it must be exactly 100%: ${percentOf(10_000 - sum)}% is missing.`,
  }).about(`item-${last}-weight`);
}

function plannedFalls(item: number, month: number, before: number, now: number): Refusal {
  return new Refusal('planned-progress-falls', 422, {
    'zh-Hant': `第 ${item} 項 ${month} 月的累計預定進度 ${now}% 低於 ${month - 1} 月的 ${before}%。累計進度只會增加；請更正其中一個月。`,
    en: `item ${item}: the cumulative planned progress of month ${month}, ${now}%, is below that of month ${month - 1}, ${before}%. It can only grow; correct one of the two.`,
  }).about(`item-${item}-m${month}`);
}

function outside(point: number, date: string, first: string, last: string): Refusal {
  return new Refusal('check-point-outside', 422, {
    'zh-Hant': `第 ${point} 個查核點的日期 ${date} 不在可排定的期間（${first} 至 ${last}：本年度且在計畫期程內）。請更正日期；期程若已修正，請先更新這一列的計畫期程。`,
    en: `milestone ${point} is dated ${date}, outside the days it can be set on (${first} to ${last}: this year and the plan’s period). Correct the date; if the period was revised, update it on the row first.`,
  }).about(`point-${point}-due`);
}

function notAnAmount(month: number): Refusal {
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': `${month} 月的累計預定支用要是不小於零、不超過一百兆的整數（新臺幣元）。請核對金額與單位。`,
    en: `the cumulative planned spending of month ${month} must be a whole number of TWD, not below zero and not above 100 trillion. Check amount and unit.`,
  }).about(`spending-m${month}`);
}

function moneyFalls(month: number, before: number, now: number): Refusal {
  const [was, is] = [before, now].map((twd) => twd.toLocaleString('en-US'));
  return new Refusal('planned-spending-falls', 422, {
    'zh-Hant': `${month} 月的累計預定支用 ${is} 元低於 ${month - 1} 月的 ${was} 元。累計數只會增加；請更正其中一個月。`,
    en: `the cumulative planned spending of month ${month}, ${is} TWD, is below that of month ${month - 1}, ${was} TWD. It can only grow; correct one of the two.`,
  }).about(`spending-m${month}`);
}

const limitNames = {
  available: { 'zh-Hant': '這一列本年度的可支用預算', en: 'the funds available to this row this year' },
  ownTotal: { 'zh-Hant': '本機關份額的核定總經費', en: 'this agency’s part of the approved total' },
  approvedTotal: { 'zh-Hant': '計畫核定總經費', en: 'the approved total of the plan' },
} as const;

function moneyOver(month: number, amount: number, { twd, of }: MoneyLimit): Refusal {
  const [planned, limit] = [amount, twd].map((one) => one.toLocaleString('en-US'));
  return new Refusal('planned-spending-over', 422, {
    'zh-Hant': `${month} 月的累計預定支用 ${planned} 元超過${limitNames[of]['zh-Hant']} ${limit} 元。請核對金額與單位（元）；預算若有追加，請主計先登錄。`,
    en: `the cumulative planned spending of month ${month}, ${planned} TWD, is more than ${limitNames[of].en}, ${limit} TWD. Check amount and unit (TWD); if the budget was raised, ask the accountant to record it first.`,
  }).about(`spending-m${month}`);
}

function noItems(): Refusal {
  return new Refusal('work-items-owed', 422, {
    'zh-Hant': '還沒有工作項目，不能陳核。請至少填一項，權重合計 100%。',
    en: 'there is no work item yet; the plan cannot be submitted. Write one at least, with weights of 100% together.',
  }).about('item-1-name');
}

function evidenceOwed(point: number, name: string): Refusal {
  return new Refusal('check-point-evidence-owed', 422, {
    'zh-Hant': `第 ${point} 個查核點「${name}」沒有寫佐證。請寫達成時以什麼證明，例：決標公告、驗收紀錄。`,
    en: `milestone ${point}, "${name}", names no evidence. Say what will show that it was reached, such as the award notice or the record of acceptance.`,
  }).about(`point-${point}-evidence`);
}
