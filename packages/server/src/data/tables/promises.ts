import { type PlanReading } from '@guankao/reading';
import { both, tableOf } from '../table.ts';
import { eachOf, numberColumn, ofRows, rowColumn, type OfRow } from './of-row.ts';

export const promises = tableOf<OfRow & { readonly thing: PlanReading['commitments'][number] }>({
  id: 'promises',
  title: both('承諾', 'Promises'),
  about: both('文字裡說以後要做到的事。', 'What the texts say will be done later.'),
  key: 'id',
  references: ofRows,
  rows: (held) => eachOf(held, ({ commitments }) => commitments),
  columns: [
    numberColumn(both('列編號加承諾順序。', 'The row’s id and the promise’s number.')),
    rowColumn,
    {
      key: 'due',
      head: both('期限', 'due'),
      about: both('年、年月或日；沒有寫的留空。', 'A year, a month or a day; empty where none is given.'),
      type: 'string',
      of: ({ thing }) => thing.due,
    },
    {
      key: 'about',
      head: both('所指工作(原文)', 'about (as printed)'),
      about: both(
        '承諾本身沒有說是什麼工作時，它前面的話。',
        'The words before it, where it does not name the work itself.',
      ),
      type: 'string',
      of: ({ thing }) => thing.about?.text ?? null,
    },
    {
      key: 'text',
      head: both('承諾(原文)', 'promise (as printed)'),
      about: both('承諾的原文。', 'The words of the promise.'),
      type: 'string',
      required: true,
      of: ({ thing }) => thing.text,
    },
  ],
});
