import { compare } from '@guankao/passages';
import { rowRule, type Fault } from '../engine/rule.ts';
import { toldLoosely, type Loosely } from './loosely.ts';
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
    points: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫{change} {stated}，依字面應為 {working}＝{computed}；兩百分比相減為百分點，不是 %。',
        en: 'The text says {stated} ({change}); taken by its words {working} = {computed}. Two percentages differ by percentage points.',
      },
      settle: { 'zh-Hant': '若指相差，請寫「個百分點」。', en: 'If the difference is meant, write percentage points.' },
    },
    times: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫{change} {stated}，依字面應為 {working}＝{computed}；所寫為後數是前數之幾倍。',
        en: 'The text says {stated} ({change}); taken by its words {working} = {computed}. What is told is how many times the earlier figure it became.',
      },
      settle: { 'zh-Hant': '若指後數為前數之幾倍，請寫「為…倍」。', en: 'Say “became … times” if that is meant.' },
    },
    rounded: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中寫{change} {stated}，但依所印之數 {working}＝{computed}；除非各數經進位，不相符。',
        en: 'The text says {stated} ({change}), but the figures as printed give {working} = {computed}; it holds only if they were rounded.',
      },
      settle: { 'zh-Hant': '請核對，或寫出未進位之數。', en: 'Check them, or give the figures unrounded.' },
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
  for (const statement of row.statements) {
    const loosely = toldLoosely(statement);
    if (loosely !== null) yield fault(loosely);
  }
});

/** What rounding may have made of it is not proven. */
function fault({ says, refuted }: Loosely): Fault<Says> {
  const { claim, word } = refuted.statement;
  const { statement, ...arithmetic } = arithmeticOf(refuted);
  return {
    says,
    words: {
      change: word,
      stated: claim.words,
      working: workingOf(refuted),
      computed: computedText(refuted, claim.kind === 'percent' ? 2 : 4),
    },
    at: wordsOf(refuted),
    ...arithmetic,
    ...(refuted.reading.holds === false ? { statement } : {}),
  };
}

/** What it was and what it became: the other way round than the word says. */
function ends({ statement, figures }: Refuted): { readonly before: string; readonly after: string } {
  const [larger, smaller] = figures.toSorted((a, b) => compare(b.value, a.value));
  const [before, after] = statement.rises === true ? [larger, smaller] : [smaller, larger];
  return { before: before?.words ?? '', after: after?.words ?? '' };
}
