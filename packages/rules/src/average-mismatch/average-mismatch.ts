import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf, type Refuted } from '../facts/statements.ts';

const meta = {
  id: 'average-mismatch',
  title: { 'zh-Hant': '平均數與總數、次數不符', en: 'An average differs from its total and count' },
  category: 'arithmetic',
  severity: 'error',
  authority: '平均＝總數÷次數，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '平均數須能驗算。', en: 'An average must follow from its parts.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{stated}」，但 {working}＝{computed}。',
        en: 'The text says “{stated}”, but {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對總數、次數與平均數。', en: 'Check total, count and average.' },
    },
    outside: {
      fault: {
        'zh-Hant': '文中平均 {stated}，不在最低與最高（{working}）之間。',
        en: 'The text gives an average of {stated}, outside lowest and highest ({working}).',
      },
      settle: { 'zh-Hant': '請核對平均、最低與最高。', en: 'Check average, lowest and highest.' },
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
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'mean')) {
    const { claim } = refuted.statement;
    yield {
      says: saysOf(refuted),
      words: {
        stated: `${refuted.statement.word}${claim.words}`,
        working: workingOf(refuted),
        computed: computedText(refuted, 2),
      },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});

const saysOf = ({ statement, reading }: Refuted): keyof typeof meta.messages =>
  !statement.sure ? 'perhaps' : reading.as === 'between-lowest-and-highest' ? 'outside' : 'differs';
