import type { Pair } from '../words/words.ts';

const both = <Value>(zh: Value, en: Value): Pair<Value> => ({ 'zh-Hant': zh, en });

/** Of the picture 執行率 × 目標達成率 and its page. */
export const spentAndMetWords = {
  title: both('花了多少、達成多少', 'Spent and achieved'),
  link: both('每個計畫的執行率對目標達成率', 'each plan’s execution rate against its share of targets achieved'),
  lead: both(
    '橫軸是執行率，縱軸是目標達成率，每個圓是一列，面積依已編列預算數。右下：花了而未達成；左上：達成而沒怎麼花。點圓看計畫。',
    'Across: the execution rate; upwards: the share of targets achieved. A circle is a row, its area the money budgeted to date. Lower right: spent, not achieved; upper left: achieved, little spent. A circle leads to its plan.',
  ),
  across: both('執行率（%）', 'execution rate (%)'),
  upwards: both('目標達成率（%）', 'targets achieved (%)'),
  spentNotMet: both('花了，未達成', 'spent, not achieved'),
  metNotSpent: both('達成，沒怎麼花', 'achieved, little spent'),
  formula: both(
    'R1 = 累計執行數 ÷ 已編列預算數；目標達成率 = 達成 ÷（達成＋未達成），無法判定的不算。',
    'R1 = executed to date ÷ budgeted to date; share achieved = achieved ÷ (achieved + not achieved), the undetermined left out.',
  ),
  scope: both(
    '金額的範圍：本列，計畫開始至本年底。各列的率不平均也不相加。超過 200 % 的畫在右緣，低於 0 % 的畫在左緣，表裡是原數。',
    'Scope of the money: the row’s own share, from the plan’s start to the year’s end. Rates are neither averaged nor added. What is above 200 % is drawn at the right edge, below 0 % at the left; the table has the figure itself.',
  ),
  missing: both(
    (drawn: number, all: number, noRate: number, noTarget: number, open: number): string =>
      `${all} 列中畫出 ${drawn} 列。算不出執行率 ${noRate} 列；沒有一項目標判定得出 ${noTarget} 列（兩者可能重複）。全部目標中無法判定 ${open} 項。`,
    (drawn: number, all: number, noRate: number, noTarget: number, open: number): string =>
      `Drawn: ${drawn} of ${all} rows. Without an execution rate: ${noRate}; without any target that could be judged: ${noTarget} (a row may be both). Targets undetermined, of all rows: ${open}.`,
  ),
  binned: both(
    (most: number): string =>
      `超過 ${most} 列，改以方格合計：每個圓是一格（10 % × 10 %）裡的列，面積依列數，不依金額；點圓到表。`,
    (most: number): string =>
      `There are more than ${most} rows, so a circle stands for the rows of one square (10 % × 10 %), its area for their number, not for money; it leads to the table.`,
  ),
  rowsIn: both(
    (rows: number, spent: number, met: number): string => `${rows} 列：執行率自 ${spent} %，目標達成率自 ${met} %`,
    (rows: number, spent: number, met: number): string =>
      `${rows} rows: execution rate from ${spent} %, targets achieved from ${met} %`,
  ),
  nothing: both(
    '沒有一列同時有執行率和判定得出的目標，所以沒有圖。',
    'No row has both an execution rate and a target that could be judged, so there is no picture.',
  ),
  tableRest: both(
    (shown: number, all: number): string => `表中只列預算最大的 ${shown} 列，全部 ${all} 列在 CSV 與 JSON 裡。`,
    (shown: number, all: number): string =>
      `The table holds the ${shown} rows with most money; all ${all} are in the CSV and the JSON.`,
  ),
};
