import { rowRule, type Fault } from '../engine/rule.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, workingOf, type Refuted } from '../facts/statements.ts';

const meta = {
  id: 'change-mismatch',
  title: { 'zh-Hant': '增減數或成長率與前後數不符', en: 'A change differs from the figures before and after' },
  category: 'arithmetic',
  severity: 'error',
  authority: '增減＝後數－前數；成長率＝（後數－前數）÷前數；百分比之差為百分點',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '增減須能由前後兩數驗算。', en: 'A change must follow from its two figures.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫{change} {stated}，但 {working}＝{computed}。',
        en: 'The text says {stated} ({change}), but {working} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對各數。', en: 'Check the figures.' },
    },
    direction: {
      fault: {
        'zh-Hant': '文中稱{change}，但由 {before} 到 {after}，方向相反。',
        en: 'The text says {change}, but from {before} to {after} it goes the other way.',
      },
      settle: { 'zh-Hant': '請核對用語與兩數。', en: 'Check the wording and the two figures.' },
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

type Says = keyof typeof meta.messages;

export const rule = rowRule(meta, function* (row): Iterable<Fault<Says>> {
  for (const refuted of refutedIn(row, 'change', 'rank')) {
    const { statement } = refuted;
    yield {
      says: !statement.sure ? 'perhaps' : statement.turned === true ? 'direction' : 'differs',
      words: {
        change: statement.word,
        stated: statement.claim.words,
        working: workingOf(refuted),
        computed: computedText(refuted, statement.claim.kind === 'percent' ? 2 : 4),
        ...ends(refuted),
      },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});

/** What it was and what it became: the other way round than the word says. The arithmetic takes the larger first. */
function ends({ statement, figures }: Refuted): { readonly before: string; readonly after: string } {
  const [larger, smaller] = figures;
  const [before, after] = statement.rises === true ? [larger, smaller] : [smaller, larger];
  return { before: before?.words ?? '', after: after?.words ?? '' };
}
