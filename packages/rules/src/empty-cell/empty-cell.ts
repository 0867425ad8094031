import { textColumns, type TextColumn } from '@guankao/domain';
import { rowAmongRowsRule } from '../engine/rule.ts';
import { columnNames } from '../facts/filing-facts.ts';

const meta = {
  id: 'empty-cell',
  title: { 'zh-Hant': '應填欄位空白', en: 'A column left empty' },
  category: 'layout',
  severity: 'question',
  authority: '本表各欄均應填列',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '空白使承諾與成果無從對照。', en: 'Promise and result cannot be set side by side.' },
  messages: {
    empty: {
      fault: { 'zh-Hant': '本列{columns}空白。', en: 'This row leaves {columns} empty.' },
      settle: {
        'zh-Hant': '請補填，或確認是否併入他列。',
        en: 'Fill it in, or see whether it was joined to another row.',
      },
    },
  },
} as const;

/** Below this the row’s right-hand texts may be ours to find, not the agency’s to write. */
const sureJoin = 0.8;

export const rule = rowAmongRowsRule(meta, function* ({ plan, children }, { rows }) {
  // A column that no row of the filing has is not left empty: the form has no such column.
  const printed = (column: TextColumn) => rows.length === 1 || rows.some((row) => row.plan[column].length > 0);
  const empty = textColumns.filter((column) => plan[column].length === 0 && printed(column));
  // A parent row speaks through its sub-plans; a row without any text was not joined.
  if (
    empty.length === 0 ||
    empty.length === textColumns.length ||
    children.length > 0 ||
    plan.join.confidence < sureJoin
  )
    return;
  yield {
    says: 'empty',
    words: {
      columns: {
        'zh-Hant': empty.map((column) => columnNames[column]['zh-Hant']).join('、'),
        en: empty.map((column) => columnNames[column].en).join(', '),
      },
    },
    at: plan.name.spans.slice(0, 1),
  };
});
