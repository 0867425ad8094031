import { addresses } from '../addresses.ts';
import { both, words } from '../words/words.ts';
import type { ChartColumn } from './chart.ts';
import type { OfPlan } from './facts.ts';

/** Name first: it leads to the plan. */
export const planColumns: readonly ChartColumn<OfPlan>[] = [
  { key: 'name', head: both('計畫名稱', 'plan'), about: both('如表上所印。', 'As printed.'), type: 'string' },
  {
    key: 'id',
    head: both('列編號', 'row'),
    about: both('對應 rows 表。', 'As in the table rows.'),
    type: 'string',
    filesOnly: true,
  },
  { key: 'ministry', head: both('主管機關', 'ministry'), about: both('如表上所印。', 'As printed.'), type: 'string' },
  { key: 'year', head: both('年度', 'year'), about: both('西元年。', 'Gregorian.'), type: 'year' },
];

export const typeColumn = {
  key: 'type',
  head: both('計畫類型', 'type'),
  about: both('表上沒有印的留空。', 'Empty where it is not printed.'),
  type: 'string',
  words: both(words['zh-Hant'].typeName, words.en.typeName),
} as const;

export const toPlan = ({ id }: OfPlan): string => addresses.plan(id);
