import { both } from '../words/words.ts';
import type { RollUpFact } from './facts.ts';

const sum = (facts: readonly RollUpFact[], key: 'rows' | 'added' | 'notAdded'): number =>
  facts.reduce((total, fact) => total + fact[key], 0);

const of = (zh: string, en: string, aboutZh: string, aboutEn: string) => ({
  head: both(zh, en),
  about: both(aboutZh, aboutEn),
});

export const rollUpWords = {
  chart: {
    title: both('經費與判定彙總', 'Money and verdicts, rolled up'),
    about: both(
      '依主管機關、執行機關或計畫類型：編列多少、執行多少、幾列達成。',
      'By ministry, executing agency or type: how much was budgeted, how much executed, how many rows achieved.',
    ),
    lead: both(
      '外框是已編列預算數，內條是累計執行數；下條是各列依數據判讀的結果。長條連到那一組的計畫。',
      'The outline is what was budgeted, the bar within what was executed; the strip below is what the rows’ figures show. A bar leads to the plans of its group.',
    ),
    formula: both(
      '執行率 R1 = 累計執行數之和 ÷ 已編列預算數之和。兩數都有的最上層計畫列才相加；母計畫沒有數字時，以子計畫代之。',
      'R1 = sum of executed to date ÷ sum of budgeted to date. Added are plan rows that are nobody’s sub-plan and have both figures; where a parent prints none, its parts stand in for it.',
    ),
    scope: both(
      '一個年度的執行情形表；金額是各列本身的份額，自計畫開始至該年底。計畫核定總經費、不同年度的累計數、母計畫與子計畫，都不相加。判定計每一列，子計畫也算。',
      'Filings of one year; money is each row’s own share, from the plan’s start to that year’s end. Approved totals, cumulative amounts of different years, and a parent with its parts are never added. Verdicts count every row, sub-plans too.',
    ),
    nothing: both('這個範圍裡沒有計畫列。', 'There is no plan row in this scope.'),
    missing: both(
      (facts: readonly RollUpFact[]): readonly string[] => [
        `${sum(facts, 'rows')} 列中，${sum(facts, 'added')} 列的金額相加；${sum(facts, 'notAdded')} 列缺編列數、執行數或單位，沒有加進去；其餘是已含在母計畫裡的子計畫。`,
        '只含紀錄裡公開的執行情形表；沒有收錄的主管機關不在其中。',
      ],
      (facts: readonly RollUpFact[]): readonly string[] => [
        `Of ${sum(facts, 'rows')} rows, the money of ${sum(facts, 'added')} is added; ${sum(facts, 'notAdded')} lack a figure or its unit and are not; the others are sub-plans whose money stands in their parent’s.`,
        'Of filings that are published in this record; ministries that it does not hold are not in it.',
      ],
    ),
  },
  words: {
    largest: both(
      (most: number, all: number): string => `圖中是編列最多的 ${most} 組，全部 ${all} 組在下表。`,
      (most: number, all: number): string =>
        `The picture holds the ${most} groups with most money; all ${all} are in the table below.`,
    ),
    budgetedShort: both('已編列', 'budgeted'),
    executedShort: both('已執行', 'executed'),
    notPrinted: both('（表上沒有印）', '(not printed)'),
    noMoney: both('沒有可相加的金額', 'no money that could be added'),
    money: both(
      (budgeted: string, executed: string, rate: string): string =>
        `編列 ${budgeted} 元，執行 ${executed} 元，R1 ${rate}\u00A0%`,
      (budgeted: string, executed: string, rate: string): string =>
        `budgeted TWD ${budgeted}, executed TWD ${executed}, R1 ${rate}\u00A0%`,
    ),
    comma: both('，', ', '),
  },
  by: both(
    { ministry: '主管機關', agency: '執行機關', type: '計畫類型' },
    { ministry: 'ministry', agency: 'executing agency', type: 'plan type' },
  ),
  group: of(
    '分組',
    'group',
    '主管機關、執行機關或計畫類型；表上沒有印的留空。',
    'Ministry, executing agency or plan type; empty where it is not printed.',
  ),
  ministry: of('主管機關', 'ministry', '跨主管機關的組留空。', 'Empty of a group across ministries.'),
  filing: of('執行情形表編號', 'filing', '只有一份時。', 'Where there is only one.'),
  type: of('計畫類型代號', 'type', '依類型分組時。', 'Where grouped by it.'),
  rows: of('計畫列', 'rows', '組裡全部的列。', 'All rows of the group.'),
  added: of('相加的列', 'rows added', '金額加進去的列。', 'Rows whose money is added.'),
  notAdded: of('沒加的列', 'rows not added', '缺數字或單位的列。', 'Rows that lack a figure or its unit.'),
  budgeted: of('已編列預算數（元）', 'budgeted to date (TWD)', '相加的列之和。', 'Sum over the rows added.'),
  executed: of('累計執行數（元）', 'executed to date (TWD)', '相加的列之和。', 'Sum over the rows added.'),
  rate: of('執行率 R1（%）', 'execution rate R1 (%)', '兩個和相除，小數兩位。', 'Of the two sums, two decimals.'),
  verdicts: both('依數據判讀的列數。', 'Rows by what their figures show.'),
} as const;
