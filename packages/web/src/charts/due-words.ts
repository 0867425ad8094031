import { both } from '../words/words.ts';
import type { DueFact } from './facts.ts';

const of = (zh: string, en: string, aboutZh: string, aboutEn: string) => ({
  head: both(zh, en),
  about: both(aboutZh, aboutEn),
});

const counts = (facts: readonly DueFact[]) => ({
  all: facts.length,
  undated: facts.filter(({ month }) => month === null).length,
  comparing: facts.filter(({ basis }) => basis === 'being-compared').length,
  undetermined: facts.filter(({ state }) => state === 'undetermined').length,
});

export const dueWords = {
  chart: {
    title: both('承諾依到期月', 'Commitments by due month'),
    about: both(
      '每項承諾一格，疊在到期的月份上：已完成、未到期、逾期未完成、無法判定。',
      'A square for each commitment on the month in which it is due: kept, open, overdue, undetermined.',
    ),
    lead: both(
      '每格是一項承諾，疊在它到期的月份上；形狀與顏色說明今天的狀態，虛線是今天（三年內才畫）；看過去某一天時，都是那一天。格連到計畫頁上的承諾。',
      'A square is a commitment, on the month in which it is due; its look tells how it stands today, the dashed line is today (drawn within three years); on a page of an earlier day, both are of that day. A square leads to the commitment on its plan’s page.',
    ),
    formula: both(
      '狀態與「承諾事項」頁相同：後來的執行情形表說做到了才算已完成，說沒做到而期限已過才算逾期，其餘過期的都是無法判定。',
      'The state is that of the page of commitments: kept only where a later filing says that it was done, overdue only where it is past and a later filing says that it was not; all else that is past is undetermined.',
    ),
    scope: both(
      '現行版裡的承諾，一項一格，不依金額加權。只寫年的放在該年 12 月；同一件事在兩個年度各說一次的，各算一項。',
      'Commitments of current editions, a square each, not weighted by money. One that names a year alone stands on its December; what two years’ filings both promise counts twice.',
    ),
    nothing: both('這個範圍裡沒有寫明期限的承諾。', 'No commitment in this scope names a day.'),
    missing: both(
      (facts: readonly DueFact[]): readonly string[] => {
        const { all, undated, comparing, undetermined } = counts(facts);
        return [
          `${all} 項承諾中 ${undated} 項沒有寫期限，沒有畫。無法判定 ${undetermined} 項，其中 ${comparing} 項還在與後來的執行情形表比對。`,
        ];
      },
      (facts: readonly DueFact[]): readonly string[] => {
        const { all, undated, comparing, undetermined } = counts(facts);
        return [
          `Of ${all} commitments, ${undated} name no day and are not drawn. Undetermined: ${undetermined}, of which ${comparing} are still being compared with later filings.`,
        ];
      },
    ),
  },
  words: {
    upwards: both('項', 'commitments'),
    binned: both(
      (most: number): string => `超過 ${most} 項，改以每月每種狀態一段，連到承諾事項頁。`,
      (most: number): string =>
        `There are more than ${most}, so a bar stands for those of one month and state; it leads to the page of commitments.`,
    ),
    segment: both(
      (month: string, state: string, count: number): string => `${month} ${state} ${count} 項`,
      (month: string, state: string, count: number): string => `${month}: ${count} ${state}`,
    ),
  },
  columns: {
    promise: of('編號', 'id', '如 promises 表。', 'As in the table promises.'),
    filing: of('執行情形表編號', 'filing', '承諾所在的執行情形表。', 'In which it stands.'),
    due: of(
      '期限',
      'due',
      '西元，如表上所印之細；沒有寫的留空。',
      'Gregorian, as finely as printed; empty where none is given.',
    ),
    month: of(
      '到期月',
      'due month',
      '畫在哪一個月：期限的最後一月。',
      'The month on which it is drawn: the last of its term.',
    ),
    state: of(
      '狀態',
      'state',
      '今天的；看過去某一天時，是那一天的。',
      'As of today; of an earlier day, as of that day.',
    ),
    basis: of('理由代號', 'basis', '為什麼是這個狀態。', 'Why it stands so.'),
    text: of('承諾（原文）', 'commitment (as printed)', '機關的話。', 'The agency’s words.'),
    source: of('位置', 'place', '計畫頁上的位址。', 'Its address on the plan’s page.'),
  },
} as const;
