import { rowRule } from '../engine/rule.ts';
import { place, textsIn } from '../facts/filing-facts.ts';

const meta = {
  id: 'no-measurable-target',
  title: { 'zh-Hant': '績效目標無可衡量之目標值', en: 'Goals without a measurable target' },
  category: 'target',
  severity: 'question',
  authority: '本表「績效目標及本年度目標值」欄；編審要點第5點：目標宜採可衡量之指標',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '沒有目標值，達成與否無從衡量。', en: 'Without a value nobody can tell whether it was met.' },
  messages: {
    none: {
      fault: { 'zh-Hant': '績效目標「{words}」未列目標值。', en: 'The goal “{words}” states no value.' },
      settle: { 'zh-Hant': '請補指標、單位與本年度目標值。', en: 'Give an indicator, its unit and this year’s value.' },
    },
  },
  yieldsTo: ['results-in-goals', 'goals-repeat-execution', 'swapped-rows'],
} as const;

/** A piece of work that can be seen to be done or not: a milestone, measurable without a number. */
const milestone = /完成|建置|啟用|上線|發布|訂定|核定|決標|驗收|竣工|開工|取得|公告|設置|購置|採購|汰換|通過|結案/u;

export const rule = rowRule(meta, function* (row) {
  const goals = textsIn(row, 'goals');
  const [first] = goals;
  if (first === undefined || row.claims === null || row.claims.indicators.some(({ column }) => column === 'goals'))
    return;
  if (goals.some(({ figures, text }) => figures.length > 0 || milestone.test(text))) return;
  const clause = /^[^。；]{4,36}/u.exec(first.text)?.[0] ?? first.text;
  yield { says: 'none', words: { words: clause }, at: [place(first, 0, clause.length)] };
});
