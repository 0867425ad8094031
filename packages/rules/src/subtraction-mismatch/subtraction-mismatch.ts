import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf } from '../facts/statements.ts';

const meta = {
  id: 'subtraction-mismatch',
  title: { 'zh-Hant': '總數扣除後不等於實際數', en: 'What is left does not equal the whole less what was taken off' },
  category: 'arithmetic',
  severity: 'error',
  authority: '減法：實際數＝總數－扣除數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '三個數須能互相驗算。', en: 'The three figures must follow from one another.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但 {working}＝{computed}。',
        en: 'The text says {stated}, but {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對各數。', en: 'Check the figures.' },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中寫 {stated}；以所列之數 {working}＝{computed}。',
        en: 'The text says {stated}; the figures beside it give {working} = {computed}.',
      },
      settle: { 'zh-Hant': '若所指不同，請寫明。', en: 'If something else is meant, say so.' },
    },
  },
  yieldsTo: ['change-mismatch', 'parts-mismatch'],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'difference')) {
    const { claim, sure } = refuted.statement;
    yield {
      says: sure ? 'differs' : 'perhaps',
      words: { stated: claim.words, working: workingOf(refuted), computed: computedText(refuted, 4) },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});
