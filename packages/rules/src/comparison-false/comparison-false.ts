import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, figuresOf, refutedIn, wordsOf } from '../facts/statements.ts';

const meta = {
  id: 'comparison-false',
  title: { 'zh-Hant': '高於、低於與兩數大小相反', en: 'A figure said to be above or below another is not' },
  category: 'arithmetic',
  severity: 'error',
  authority: '比較：高於者大於，低於、未達者小於',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '比較之用語決定是否達標。',
    en: 'The word of the comparison decides whether the target was reached.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中稱 {value} {word} {bound}，兩數並非如此。',
        en: 'The text says that {value} is “{word}” {bound}; it is not.',
      },
      settle: { 'zh-Hant': '請核對用語與兩數。', en: 'Check the wording and the two figures.' },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中稱 {value} {word} {bound}，兩數似非如此。',
        en: 'The text says that {value} is “{word}” {bound}; it hardly seems so.',
      },
      settle: { 'zh-Hant': '請核對用語與兩數。', en: 'Check the wording and the two figures.' },
    },
  },
  yieldsTo: ['change-mismatch'],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'comparison')) {
    const { claim, word, sure } = refuted.statement;
    const value = figuresOf(refuted.reading).find((figure) => figure !== claim);
    if (value === undefined) continue;
    yield {
      says: sure ? 'differs' : 'perhaps',
      words: { value: value.words, word, bound: claim.words },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});
