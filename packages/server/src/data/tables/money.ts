import type { MoneyUnit } from '@guankao/domain';
import { words } from '@guankao/web';
import { both, tableOf } from '../table.ts';
import { idOf, ofRows, rowColumn, type OfRow } from './of-row.ts';

const components = ['approvedTotal', 'budgetedToDate', 'executedToDate'] as const;
type Component = (typeof components)[number];
const wholePlan = (component: Component): boolean => component === 'approvedTotal';

/** null where the form prints no unit. */
export function inTwd(unit: MoneyUnit | null, amount: number): number | null {
  return unit === null ? null : amount * (unit === 'TWD' ? 1 : 1000);
}

export const money = tableOf<OfRow & { readonly component: Component; readonly amount: number }>({
  id: 'money',
  title: both('經費（各項）', 'Money by component'),
  about: both(
    '每列每一項金額一筆。「整個計畫」的金額不可加總；母計畫與子計畫也不可相加。',
    'A row for each amount of each row. Amounts of the whole plan are never added up, nor a parent and its parts.',
  ),
  key: 'id',
  references: ofRows,
  rows: function* (held) {
    for (const [at, plan] of held.reading.plans.entries())
      for (const component of components) {
        const amount = plan[component];
        if (amount !== null) yield { held, plan, number: at + 1, component, amount };
      }
  },
  columns: [
    {
      key: 'id',
      head: both('編號', 'id'),
      about: both('列編號加項目。', 'The row’s id and the component.'),
      type: 'string',
      required: true,
      of: (row) => `${idOf(row)}-${row.component}`,
    },
    rowColumn,
    {
      key: 'component',
      head: both('項目', 'component'),
      about: both('表上的哪一欄。', 'Which column of the form.'),
      type: 'string',
      required: true,
      words: {
        'zh-Hant': Object.fromEntries(components.map((one) => [one, words['zh-Hant'][one]])),
        en: Object.fromEntries(components.map((one) => [one, words.en[one]])),
      },
      of: ({ component }) => component,
    },
    {
      key: 'scope',
      head: both('範圍', 'what it covers'),
      about: both(
        '整個計畫全期，或本列份額自計畫開始至本年底。',
        'The whole plan, or this row’s share from its start to the year’s end.',
      ),
      type: 'string',
      required: true,
      words: {
        'zh-Hant': { plan: words['zh-Hant'].approvedScope, share: words['zh-Hant'].shareScope },
        en: { plan: words.en.approvedScope, share: words.en.shareScope },
      },
      of: ({ component }) => (wholePlan(component) ? 'plan' : 'share'),
    },
    {
      key: 'twd',
      head: both('金額(新臺幣元)', 'amount (TWD)'),
      about: both('換算為元；表上沒有印單位的留空。', 'In dollars; empty where the form prints no unit.'),
      type: 'integer',
      of: ({ held, amount }) => inTwd(held.filing.moneyUnit, amount),
    },
    {
      key: 'printed',
      head: both('金額(表上單位)', 'amount (as printed)'),
      about: both('表上所印的數。', 'The number that is printed.'),
      type: 'number',
      required: true,
      of: ({ amount }) => amount,
    },
    {
      key: 'unit',
      head: both('表上單位', 'unit printed'),
      about: both('表頭所印的單位。', 'The unit in the form’s head.'),
      type: 'string',
      words: {
        'zh-Hant': { TWD: words['zh-Hant'].twd, 'thousand TWD': words['zh-Hant'].thousandTwd },
        en: { TWD: words.en.twd, 'thousand TWD': words.en.thousandTwd },
      },
      of: ({ held }) => held.filing.moneyUnit,
    },
  ],
});
