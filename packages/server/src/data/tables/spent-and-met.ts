import type { PlanReading } from '@guankao/reading';
import { rateOf } from '../../charts/of-plan.ts';
import { both, tableOf } from '../table.ts';
import { idOf, nameColumn, type OfRow } from './of-row.ts';

const count = (plan: PlanReading, met: boolean | null): number =>
  plan.indicators.filter((one) => one.met === met).length;

/** Percent, two decimals; null where no target could be judged. */
function metRate(plan: PlanReading): number | null {
  const judged = count(plan, true) + count(plan, false);
  return judged === 0 ? null : Math.round((count(plan, true) * 10_000) / judged) / 100;
}

/** What the picture of a filing is drawn from: computed from the tables rows, money and targets. */
export const spentAndMet = tableOf<OfRow>({
  id: 'spent-and-met',
  title: both('花了多少、達成多少', 'Spent and achieved'),
  about: both(
    '每列的執行率與目標達成率，由「經費」與「目標與結果」兩表算得。各列的率不可平均或相加。',
    'The execution rate and the share of targets achieved of each row, computed from the tables of money and of targets. Rates of rows are never added or averaged.',
  ),
  key: 'id',
  references: [{ column: 'id', table: 'rows' }],
  rows: function* (held) {
    for (const [at, plan] of held.reading.plans.entries()) yield { held, plan, number: at + 1 };
  },
  columns: [
    {
      key: 'id',
      head: both('列編號', 'row'),
      about: both('執行情形表編號加列次；對應 rows 表。', 'The filing’s id and the row’s, as in the table rows.'),
      type: 'string',
      required: true,
      of: idOf,
    },
    nameColumn,
    {
      key: 'budgeted',
      head: both('已編列預算數(表上單位)', 'budgeted to date (as printed)'),
      about: both('本列，計畫開始至本年底。', 'This row’s share, from the plan’s start to the year’s end.'),
      type: 'number',
      of: ({ plan }) => plan.budgetedToDate,
    },
    {
      key: 'executed',
      head: both('累計執行數(表上單位)', 'executed to date (as printed)'),
      about: both('本列，計畫開始至本年底。', 'This row’s share, from the plan’s start to the year’s end.'),
      type: 'number',
      of: ({ plan }) => plan.executedToDate,
    },
    {
      key: 'spent',
      head: both('執行率(%)', 'execution rate (%)'),
      about: both(
        'R1 = 累計執行數 ÷ 已編列預算數，小數兩位；缺一項或編列為 0 的留空。',
        'R1 = executed to date ÷ budgeted to date, two decimals; empty where either is missing or nothing was budgeted.',
      ),
      type: 'number',
      of: ({ plan }) => rateOf(plan.budgetedToDate, plan.executedToDate),
    },
    {
      key: 'met',
      head: both('達成的目標(項)', 'targets achieved'),
      about: both('targets 表裡判定為達成者。', 'Those judged achieved in the table targets.'),
      type: 'integer',
      required: true,
      of: ({ plan }) => count(plan, true),
    },
    {
      key: 'missed',
      head: both('未達成的目標(項)', 'targets not achieved'),
      about: both('判定為未達成者。', 'Those judged not achieved.'),
      type: 'integer',
      required: true,
      of: ({ plan }) => count(plan, false),
    },
    {
      key: 'open',
      head: both('無法判定的目標(項)', 'targets undetermined'),
      about: both('不算在目標達成率裡。', 'Not counted in the share achieved.'),
      type: 'integer',
      required: true,
      of: ({ plan }) => count(plan, null),
    },
    {
      key: 'metRate',
      head: both('目標達成率(%)', 'share of targets achieved (%)'),
      about: both(
        '達成 ÷（達成＋未達成），小數兩位；沒有一項判定得出的留空。',
        'Achieved ÷ (achieved + not achieved), two decimals; empty where none could be judged.',
      ),
      type: 'number',
      of: ({ plan }) => metRate(plan),
    },
  ],
});
