import { rowRule } from '../engine/rule.ts';
import { pointAt } from '../facts/pointing.ts';

const meta = {
  id: 'achieved-without-evidence',
  title: { 'zh-Hant': '稱已達成而未見實績', en: 'Said achieved, with nothing to show it' },
  category: 'target',
  severity: 'question',
  authority: '本表末欄應敘明實際達成值',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '只有結論，讀者無從查證。', en: 'A verdict alone cannot be checked.' },
  messages: {
    untold: {
      fault: {
        'zh-Hant': '文中稱「{verdict}」，目標「{target}」未見實績。',
        en: 'The row says “{verdict}”; nothing shows the target “{target}”.',
      },
      settle: { 'zh-Hant': '請補各項實際值。', en: 'Give the actual values.' },
    },
    unmeasured: {
      fault: {
        'zh-Hant': '文中稱「{verdict}」，但沒有可衡量之目標。',
        en: 'The row says “{verdict}”, but there is nothing to measure it by.',
      },
      settle: { 'zh-Hant': '請補目標值與實際值。', en: 'Give target and actual values.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* (row, { document }) {
  const { claims } = row;
  if (claims === null || claims.statedVerdict !== 'achieved' || claims.statedVerdictSpan === null) return;
  const { start, end } = claims.statedVerdictSpan;
  const verdict = document.text.slice(start, end).replace(/[。\s]+$/u, '');
  const at = [pointAt(row, claims.statedVerdictSpan)];
  const numeric = claims.indicators.filter(
    ({ target, scope, column }) => target.value !== null && scope === 'year' && column === 'goals',
  );
  if (claims.indicators.length === 0) {
    yield { says: 'unmeasured', words: { verdict }, at };
    return;
  }
  // What only the statement itself calls met has nothing to show it.
  const untold = numeric.filter(({ met, actual }) => met !== false && actual === null);
  const [first] = untold;
  if (first === undefined) return;
  yield {
    says: 'untold',
    words: { verdict, target: first.target.text },
    at: [pointAt(row, first.target.span), ...at],
    stated: first.target.value,
  };
});
