import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf } from '../facts/statements.ts';

const meta = {
  id: 'product-mismatch',
  title: { 'zh-Hant': '每單位之數乘以單位數不等於合計', en: 'So many each, times so many, is not the total' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '乘法：合計＝每單位之數×單位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '三個數應能互相驗算。', en: 'The three figures should follow from one another.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但 {working}＝{computed}。',
        en: 'The text says {stated}, but {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對；若每單位數不一，請註明。', en: 'Check; if they are not all alike, say so.' },
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
  yieldsTo: ['average-mismatch', 'parts-mismatch'],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'product', 'exchange')) {
    const { claim, sure } = refuted.statement;
    yield {
      says: sure ? 'differs' : 'perhaps',
      words: { stated: claim.words, working: workingOf(refuted), computed: computedText(refuted, 2) },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});
