import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf } from '../facts/statements.ts';

const meta = {
  id: 'does-not-follow',
  title: { 'zh-Hant': '數值與其前所列之數無法驗算', en: 'A figure does not follow from those before it' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '四則運算：同句所列各數之和、差、積、商及比率',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '由同句之數得來者，應能由其驗算。',
    en: 'A figure that comes of those beside it should follow from them.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，其前所列之數 {working}＝{computed}。',
        en: 'The text says {stated}; the figures before it give {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對；若另有所指，請寫明。', en: 'Check; if something else is meant, say so.' },
    },
  },
  yieldsTo: [
    'rate-mismatch',
    'change-mismatch',
    'parts-mismatch',
    'subtraction-mismatch',
    'average-mismatch',
    'product-mismatch',
    'attainment-mismatch',
    'execution-rate-mismatch',
    'rate-unsupported',
    'formula-mismatch',
    'comparison-false',
    'figures-differ',
  ],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'follows'))
    yield {
      says: 'differs',
      words: { stated: refuted.statement.claim.words, working: workingOf(refuted), computed: computedText(refuted) },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
});
