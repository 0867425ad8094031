import { rowRule, type Fault } from '../engine/rule.ts';
import { rateToldRoughly } from '../facts/roughly.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf, type Refuted } from '../facts/statements.ts';

const meta = {
  id: 'rate-mismatch',
  title: { 'zh-Hant': '比率與同句所列之數不符', en: 'A rate differs from the figures beside it' },
  category: 'arithmetic',
  severity: 'error',
  authority: '比率＝部分÷全部，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '比率與其分子分母須能互相驗算。',
    en: 'A rate must follow from its own numerator and denominator.',
  },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫 {stated}，但 {working}＝{computed}。',
        en: 'The text says {stated}, but {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對三個數，或寫明分母。', en: 'Check the three figures, or name the denominator.' },
    },
    rounded: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫 {stated}，但依所印之數 {working}＝{computed}；除非各數經進位，不相符。',
        en: 'The text says {stated}, but the figures as printed give {working} = {computed}; it holds only if they were rounded.',
      },
      settle: {
        'zh-Hant': '請核對，或以「約」表明為概數。',
        en: 'Check them, or say “about” if it is meant roughly.',
      },
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
  yieldsTo: ['attainment-mismatch', 'execution-rate-mismatch'],
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'share', 'ratio', 'formula')) {
    const { claim, kind, sure } = refuted.statement;
    // Sums and products that the text writes out are formula-mismatch's.
    if (kind === 'formula' && claim.kind !== 'percent') continue;
    yield {
      says: sure ? 'differs' : 'perhaps',
      words: {
        stated: claim.words,
        working: workingOf(refuted),
        computed: computedText(refuted, claim.kind === 'percent' ? 2 : 3),
      },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
  for (const statement of row.statements) {
    const roughly = rateToldRoughly(statement);
    if (roughly !== null) yield roughFault(roughly);
  }
});

/** What rounding may have made of it is not proven. */
function roughFault(refuted: Refuted): Fault<'rounded'> {
  const { statement, ...arithmetic } = arithmeticOf(refuted);
  return {
    says: 'rounded',
    words: { stated: statement.claim.words, working: workingOf(refuted), computed: computedText(refuted, 2) },
    at: wordsOf(refuted),
    ...arithmetic,
  };
}
