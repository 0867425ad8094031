import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf } from '../facts/statements.ts';

const meta = {
  id: 'formula-mismatch',
  title: { 'zh-Hant': '所列算式與結果不符', en: 'A calculation that is written out does not come to its result' },
  category: 'arithmetic',
  severity: 'error',
  authority: '四則運算：算式之結果＝所寫之數',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '算式由本表自列，結果須能驗算。',
    en: 'The form writes the calculation out itself: the result must follow.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但所列算式 {working}＝{computed}。',
        en: 'The text says {stated}, but its own calculation {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對算式與結果。', en: 'Check the calculation and its result.' },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中寫 {stated}；所列算式 {working}＝{computed}。',
        en: 'The text says {stated}; the calculation beside it, {working}, is {computed}.',
      },
      settle: { 'zh-Hant': '若所指不同，請寫明。', en: 'If something else is meant, say so.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'formula')) {
    const { claim, sure } = refuted.statement;
    // A rate with its division in brackets is rate-mismatch's.
    if (claim.kind === 'percent') continue;
    yield {
      says: sure ? 'differs' : 'perhaps',
      words: { stated: claim.words, working: workingOf(refuted), computed: computedText(refuted) },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});
