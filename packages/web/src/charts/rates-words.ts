import { both } from '../words/words.ts';
import type { RatesFact } from './facts.ts';

const count = (facts: readonly RatesFact[]): readonly [all: number, drawn: number, beyond: number] => [
  facts.length,
  facts.filter(({ rate }) => rate !== null).length,
  facts.filter(({ rate }) => rate !== null && (rate < 0 || rate > 200)).length,
];

export const ratesWords = {
  chart: {
    title: both('各類型的執行率', 'Execution rates by type'),
    about: both(
      '每列一點，依計畫類型排開，中位數以線標出。',
      'A dot for each row, set apart by type of plan, with the median marked.',
    ),
    lead: both(
      '每點是一列計畫，橫軸是執行率 R1；點往上下讓開，只為不互相遮住。紅線是那一類型的中位數。點連到計畫。',
      'A dot is a plan row, its place across the execution rate R1; up and down it only makes room for others. The red line is the median of its type. A dot leads to its plan.',
    ),
    formula: both(
      'R1 = 累計執行數 ÷ 已編列預算數；中位數取排序後正中一列，兩列居中時取其平均。',
      'R1 = executed to date ÷ budgeted to date. The median is the rate in the middle of all in order, or the mean of the two in the middle.',
    ),
    scope: both(
      '一個年度或一份執行情形表的每一列，母計畫與子計畫各一點；率不相加，也不依金額加權。超過 200 % 的畫在右緣，低於 0 % 的畫在左緣。',
      'Each row of a year or a filing, a parent and its parts a dot each; rates are not added and not weighted by money. What is above 200 % is drawn at the right edge, below 0 % at the left.',
    ),
    nothing: both('沒有一列算得出執行率。', 'No row has an execution rate.'),
    missing: both(
      (facts: readonly RatesFact[]): readonly string[] => {
        const [all, drawn, beyond] = count(facts);
        return [
          `${all} 列中畫出 ${drawn} 列；${all - drawn} 列沒有編列數或執行數，或編列為 0，算不出執行率。畫在邊緣的 ${beyond} 列。`,
        ];
      },
      (facts: readonly RatesFact[]): readonly string[] => {
        const [all, drawn, beyond] = count(facts);
        return [
          `Drawn: ${drawn} of ${all} rows; ${all - drawn} lack a figure, or nothing was budgeted, so they have no rate. At the edges: ${beyond}.`,
        ];
      },
    ),
  },
  words: {
    across: both('執行率 R1（%）', 'execution rate R1 (%)'),
    median: both(
      (value: string): string => `中位數 ${value}`,
      (value: string): string => `median ${value}`,
    ),
    rows: both(
      (from: number, rows: number): string => `執行率自 ${from} % 起的 5 個百分點內：${rows} 列`,
      (from: number, rows: number): string => `${rows} rows within five points from ${from} %`,
    ),
    binned: both(
      (most: number): string => `超過 ${most} 列，改以 5 個百分點合計：圓的面積依列數，圓連到計畫清單。`,
      (most: number): string =>
        `There are more than ${most} rows, so a circle stands for the rows within five points, its area for their number; it leads to the list of plans.`,
    ),
    strip: both(
      (name: string, rows: number): string => `${name}（${rows} 列）`,
      (name: string, rows: number): string => `${name} (${rows} rows)`,
    ),
    notPrinted: both('類型沒有印', 'type not printed'),
  },
  rate: {
    head: both('執行率 R1（%）', 'execution rate R1 (%)'),
    about: both('小數兩位；算不出的留空。', 'Two decimals; empty where there is none.'),
  },
  median: {
    head: both('同類型中位數（%）', 'median of its type (%)'),
    about: both('範圍內同類型各列的中位數，小數兩位。', 'Of all rows of its type in the scope, two decimals.'),
  },
} as const;
