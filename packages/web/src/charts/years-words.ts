import { both } from '../words/words.ts';
import type { YearsFact } from './facts.ts';

const counts = (facts: readonly YearsFact[]) => ({
  rows: facts.length,
  alone: facts.filter(({ years }) => years < 2).length,
  lines: new Set(facts.filter(({ years }) => years > 1).map(({ line }) => line)).size,
  noRate: facts.filter(({ years, rate }) => years > 1 && rate === null).length,
});

export const yearsWords = {
  chart: {
    title: both('同一計畫的逐年執行率', 'The same plan over the years'),
    about: both(
      '同一主管機關、同名計畫，各年的執行率連成一線。',
      'Plans of one name and ministry: the execution rate of each year, joined by a line.',
    ),
    lead: both(
      '每線是一個計畫，每點是它一年的那一列，縱軸是執行率 R1。點連到那一年的列，線連到最新一年的列。',
      'A line is a plan, a dot its row of one year, upwards the execution rate R1. A dot leads to the row of its year, a line to the newest.',
    ),
    formula: both(
      'R1 = 累計執行數 ÷ 已編列預算數，自計畫開始至該年底；變動是與前一個有執行率的年度相差幾個百分點。',
      'R1 = executed to date ÷ budgeted to date, from the plan’s start to the end of that year. The change is in percentage points, from the year before that has a rate.',
    ),
    scope: both(
      '同一主管機關、計畫名稱相同（空白與連字號不計）、一份表裡只出現一次的列，才當作同一計畫；更名、分割、合併與改隸的不連，在計畫頁的「前身與後續」。累計數不跨年相加。',
      'Rows count as one plan where ministry and name are the same (blanks and hyphens aside) and the name stands once in each filing. What was renamed, split, merged or handed over is not joined here: see “before and after” on the plan’s page. Cumulative amounts are never added over years.',
    ),
    nothing: both('沒有一個計畫在紀錄裡有兩個年度的列。', 'The record has no plan with rows of two years.'),
    missing: both(
      (facts: readonly YearsFact[]): readonly string[] => {
        const { rows, alone, lines, noRate } = counts(facts);
        return [
          `${rows} 列中，${rows - alone} 列連成 ${lines} 個計畫；${alone} 列在其他年度沒有同名的列。連成的列中 ${noRate} 列算不出執行率。`,
        ];
      },
      (facts: readonly YearsFact[]): readonly string[] => {
        const { rows, alone, lines, noRate } = counts(facts);
        return [
          `Of ${rows} rows, ${rows - alone} make up ${lines} plans; ${alone} have no row of their name in another year. Of those joined, ${noRate} have no execution rate.`,
        ];
      },
    ),
  },
  words: {
    upwards: both('執行率 R1（%）', 'execution rate R1 (%)'),
    most: both(
      (most: number, all: number): string => `圖中是變動最大的 ${most} 個計畫，全部 ${all} 個在下表。`,
      (most: number, all: number): string =>
        `The picture holds the ${most} plans that changed most; all ${all} are in the table below.`,
    ),
  },
  line: {
    head: both('計畫編號', 'plan'),
    about: both('同一計畫最新一年的列編號。', 'The row of the same plan’s newest year.'),
  },
  years: {
    head: both('有列的年度', 'years with a row'),
    about: both('紀錄裡同一計畫有幾個年度的列。', 'Of how many years the record has a row of the same plan.'),
  },
  rate: {
    head: both('執行率 R1（%）', 'execution rate R1 (%)'),
    about: both('小數兩位；算不出的留空。', 'Two decimals; empty where there is none.'),
  },
  change: {
    head: both('變動（百分點）', 'change (points)'),
    about: both('與前一個有執行率的年度相差。', 'From the year before that has a rate.'),
  },
} as const;
