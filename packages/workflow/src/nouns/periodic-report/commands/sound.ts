import { Refusal } from '@guankao/domain';
import { lagCauses } from '@guankao/regulations';
import { isDay } from '../../../days.ts';
import { isAmount } from '../../row/money.ts';
import type { RowRecord } from '../../row/row.ts';
import { moneyLimit } from '../../work-plan/commands/sound.ts';
import { hundredths, percentOf } from '../../work-plan/progress.ts';
import type { WorkContent } from '../../work-plan/work-plan.ts';
import type { Progress } from '../progress.ts';
import type { PeriodicReport, ReportContent } from '../report.ts';
import { lastDayOfMonth } from '../../year/commands/lock-month.ts';

/**
 * Throws a Refusal about the first cell that does not hold, by its place in the plan from 1: `item-2-done`,
 * `point-1-reached`, `spent`, `cause`, `forecast`.
 */
export function demandSoundReport(
  content: ReportContent,
  plan: WorkContent,
  row: RowRecord,
  { fiscalYear, month }: Pick<PeriodicReport, 'fiscalYear' | 'month'>,
): void {
  const lastDay = lastDayOfMonth(fiscalYear, month);
  demandOfPlan(content, plan);
  for (const [at, { done }] of content.items.entries()) demandPercent(done, `item-${at + 1}-done`);
  for (const [at, { reached }] of content.checkPoints.entries())
    if (reached !== null && (!isDay(reached) || reached > lastDay)) throw reachedLater(at + 1, reached, lastDay);
  demandPercent(content.forecast, 'forecast');
  const limit = moneyLimit(row);
  if (content.spent !== null && (!isAmount(content.spent) || content.spent < 0)) throw notAnAmount();
  if (content.spent !== null && limit !== null && content.spent > limit.twd) throw spentOver(content.spent, limit.twd);
  if (content.cause !== null && !lagCauses(lastDay).some(({ code }) => code === content.cause))
    throw noSuchCause(content.cause);
}

/** Each item and milestone of the plan in force once, and no other. */
function demandOfPlan({ items, checkPoints }: ReportContent, plan: WorkContent): void {
  const same = (told: readonly string[], planned: readonly string[]) =>
    told.length === planned.length && planned.every((id) => told.includes(id));
  const sound =
    same(
      items.map(({ item }) => item),
      plan.items.map(({ id }) => id),
    ) &&
    same(
      checkPoints.map(({ checkPoint }) => checkPoint),
      plan.checkPoints.map(({ id }) => id),
    );
  if (sound) return;
  throw new Refusal('report-of-another-plan', 409, {
    'zh-Hant': '填報的項目與核定的年度作業計畫不同（計畫可能已調整）。請重新整理頁面，依現行的工作項目與查核點填報。',
    en: 'the items reported are not those of the approved work plan (it may have been adjusted). Load the page again and report on the work items and milestones in force.',
  });
}

/** What is owed before the supervisor is asked. */
export function demandWholeReport(content: ReportContent, plan: WorkContent, progress: Progress): void {
  const empty = content.items.findIndex(({ done }) => done === null);
  if (empty >= 0) throw owed(`item-${empty + 1}-done`, plan.items[empty]?.name ?? '', 'actual progress', '實際進度');
  if (content.spent === null) throw owed('spent', '', 'actual spending', '累計實際支用');
  const bare = content.checkPoints.findIndex(({ reached, evidence }) => reached !== null && evidence.trim() === '');
  if (bare >= 0) throw owed(`point-${bare + 1}-evidence`, plan.checkPoints[bare]?.name ?? '', 'evidence', '佐證');
  if (!progress.behind) return;
  if (content.cause === null) throw behindOwes('cause', progress);
  if (content.explanation.trim() === '') throw behindOwes('explanation', progress);
  if (content.measures.trim() === '') throw behindOwes('measures', progress);
}

function demandPercent(percent: number | null, field: string): void {
  if (percent === null || hundredths(percent) !== null) return;
  throw new Refusal('not-a-percent', 422, {
    'zh-Hant': `「${percent}」不能收：百分比寫 0 至 100，小數最多兩位，例：12.5。`,
    en: `${percent} is not taken: a percentage is 0 to 100 with at most two digits after the point, such as 12.5.`,
  }).about(field);
}

function reachedLater(point: number, reached: string, lastDay: string): Refusal {
  return new Refusal('reached-later', 422, {
    'zh-Hant': `第 ${point} 個查核點的達成日期 ${reached} 不是這一期結束（${lastDay}）以前的日期。這一期之後達成的，請在下一期填報。`,
    en: `milestone ${point} is told as reached on ${reached}, which is no day up to the end of the period (${lastDay}). What was reached later is reported in the next period.`,
  }).about(`point-${point}-reached`);
}

function notAnAmount(): Refusal {
  return new Refusal('not-an-amount', 422, {
    'zh-Hant': '累計實際支用要是不小於零、不超過一百兆的整數（新臺幣元）。請核對金額與單位。',
    en: 'actual spending must be a whole number of TWD, not below zero and not above 100 trillion. Check amount and unit.',
  }).about('spent');
}

function spentOver(spent: number, twd: number): Refusal {
  const [told, limit] = [spent, twd].map((one) => one.toLocaleString('en-US'));
  return new Refusal('spent-over', 422, {
    'zh-Hant': `累計實際支用 ${told} 元超過這一列可用的 ${limit} 元。請核對金額與單位（元）；預算若有追加，請主計先登錄。`,
    en: `actual spending of ${told} TWD is more than the ${limit} TWD that this row has. Check amount and unit (TWD); if the budget was raised, ask the accountant to record it first.`,
  }).about('spent');
}

function noSuchCause(code: string): Refusal {
  return new Refusal('no-such-cause', 422, {
    'zh-Hant': `「${code}」不是可以選的落後原因。請從清單選擇；都不合適時選「其他」並在說明欄寫明。`,
    en: `${code} is no cause that can be given. Choose one of the list, or "other" with a word of explanation.`,
  }).about('cause');
}

function owed(field: string, of: string, english: string, chinese: string): Refusal {
  const [zh, en] = of === '' ? ['', ''] : [`「${of}」的`, ` of "${of}"`];
  return new Refusal('report-incomplete', 422, {
    'zh-Hant': `${zh}「${chinese}」還沒有填，不能陳核。沒有進度或支用請填 0。`,
    en: `the ${english}${en} is not filled in; the report cannot be submitted. Where there is none, write 0.`,
  }).about(field);
}

const behindNames = {
  cause: { 'zh-Hant': '落後原因', en: 'a cause' },
  explanation: { 'zh-Hant': '落後情形說明', en: 'an explanation' },
  measures: { 'zh-Hant': '因應對策', en: 'measures' },
} as const;

function behindOwes(field: keyof typeof behindNames, { planned, done, missed }: Progress): Refusal {
  const name = behindNames[field];
  return new Refusal('behind-owes-reason', 422, {
    'zh-Hant': `這一期實際 ${percentOf(done)}%、預定 ${percentOf(planned)}%，到期未達成的查核點 ${missed.length} 個，屬落後：請填「${name['zh-Hant']}」。`,
    en: `${percentOf(done)}% is done of ${percentOf(planned)}% planned, and ${missed.length} milestones that were due are not reached: the work is behind and owes ${name.en}.`,
  }).about(field);
}
