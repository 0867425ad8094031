import { planId } from '@guankao/reading';
import { words } from '@guankao/web';
import { both, tableOf } from '../table.ts';
import { nameColumn, rowColumn, type OfRow } from './of-row.ts';

export const rows = tableOf<OfRow>({
  id: 'rows',
  title: both('計畫（各列）', 'Plans, row by row'),
  about: both(
    '執行情形表的每一列：一個計畫在一個機關、一個年度的份額。',
    'Each row of a filing: one agency’s share of a plan in one year.',
  ),
  key: 'id',
  references: [],
  rows: function* (held) {
    for (const [at, plan] of held.reading.plans.entries()) yield { held, plan, number: at + 1 };
  },
  columns: [
    { ...rowColumn, key: 'id' },
    {
      key: 'filing',
      head: both('執行情形表編號', 'filing'),
      about: both('對應 editions 表。', 'As in the table editions.'),
      type: 'string',
      required: true,
      of: ({ held }) => held.filing.id,
    },
    {
      key: 'position',
      head: both('列次', 'position'),
      about: both('在表上的順序，由 1 起算。', 'Its place in the form, from 1.'),
      type: 'integer',
      required: true,
      of: ({ number }) => number,
    },
    nameColumn,
    {
      key: 'parent',
      head: both('母計畫列編號', 'parent row'),
      about: both(
        '這一列是它的子計畫；金額不可與母計畫相加。',
        'This row is a part of it: never add its money to the parent’s.',
      ),
      type: 'string',
      of: ({ held, plan }) => (plan.parent === null ? null : planId(held.filing.id, plan.parent)),
    },
    {
      key: 'type',
      head: both('計畫類型', 'type'),
      about: both(
        '社會發展、科技發展或公共建設。',
        'Social development, science and technology, or public construction.',
      ),
      type: 'string',
      words: { 'zh-Hant': words['zh-Hant'].typeName, en: words.en.typeName },
      of: ({ plan }) => plan.type,
    },
    {
      key: 'starts',
      head: both('期程(起)', 'starts'),
      about: both('西元年月或日，如表上所印之細。', 'A Gregorian month or day, as finely as it is printed.'),
      type: 'string',
      of: ({ plan }) => plan.period?.start ?? null,
    },
    {
      key: 'ends',
      head: both('期程(迄)', 'ends'),
      about: both('西元年月或日。', 'A Gregorian month or day.'),
      type: 'string',
      of: ({ plan }) => plan.period?.end ?? null,
    },
    {
      key: 'executingAgency',
      head: both('執行機關', 'executing agency'),
      about: both('表上載明或由標題推得者；否則留空。', 'As printed or told by a heading; else empty.'),
      type: 'string',
      of: ({ plan }) => plan.executingAgency?.value ?? null,
    },
    {
      key: 'stated',
      head: both('機關自述', 'says'),
      about: both('表上所說達成與否。', 'Whether the filing itself says that it was achieved.'),
      type: 'string',
      required: true,
      words: { 'zh-Hant': words['zh-Hant'].statedVerdict, en: words.en.statedVerdict },
      of: ({ plan }) => plan.statedVerdict,
    },
    {
      key: 'computed',
      head: both('依數據判讀', 'evidence'),
      about: both('數字所顯示；與機關自述分開，永不合併。', 'What its figures show; never merged with what it says.'),
      type: 'string',
      required: true,
      words: { 'zh-Hant': words['zh-Hant'].verdict, en: words.en.verdict },
      of: ({ plan }) => plan.verdict,
    },
  ],
});
