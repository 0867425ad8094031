import { rowRule, type Fault } from '../engine/rule.ts';
import { pointAt } from '../facts/pointing.ts';

const meta = {
  id: 'target-unanswered',
  title: { 'zh-Hant': '目標值未見實績', en: 'A target that nothing answers' },
  category: 'target',
  severity: 'question',
  authority: '本表末欄應逐項說明達成或未達成',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '沒有實績，就不能判斷是否達成。', en: 'Without a result it cannot be judged.' },
  messages: {
    unanswered: {
      fault: { 'zh-Hant': '目標「{words}」未見實績{more}。', en: 'Nothing answers the target “{words}”{more}.' },
      settle: { 'zh-Hant': '請補實際值或未辦理原因。', en: 'Give the result, or say why it was not done.' },
    },
    onlyTold: {
      fault: {
        'zh-Hant': '目標「{words}」只見「{told}」，看不出達成與否{more}。',
        en: 'To the target “{words}” there is only “{told}”, which does not say whether it was met{more}.',
      },
      settle: { 'zh-Hant': '請補實際值或未辦理原因。', en: 'Give the result, or say why it was not done.' },
    },
  },
  yieldsTo: ['target-missed', 'stated-achieved-but-missed', 'result-echoes-target'],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  // A blanket 已達成 without figures is achieved-without-evidence's.
  if (row.claims === null || row.claims.statedVerdict === 'achieved') return;
  const open = row.claims.indicators.filter(
    ({ met, actual, target, scope, column, compared }) =>
      met === null &&
      target.value !== null &&
      scope === 'year' &&
      column === 'goals' &&
      // 賡續辦理 is no answer. Two figures that differ are told by other rules.
      (actual === null || actual.value === null || (compared !== undefined && compared.actual !== actual.value)),
  );
  const [first] = open;
  if (first === undefined) return;
  const others = open.length - 1;
  yield {
    says: first.actual === null ? 'unanswered' : 'onlyTold',
    words: {
      words: first.target.text,
      told: first.actual?.text ?? '',
      more: { 'zh-Hant': others === 0 ? '' : `（另 ${others} 項）`, en: others === 0 ? '' : ` (and ${others} more)` },
    },
    at: open.slice(0, 4).map(({ target }) => pointAt(row, target.span)),
    stated: first.target.value,
  };
});
