import { operandsOf } from '@guankao/statements';
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
    'zh-Hant': '比較之用語決定是否達成。',
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
    reached: {
      fault: {
        'zh-Hant': '文中稱「{word}」，但目標 {bound}，實際 {value}。',
        en: 'The text says “{word}”, but the target is {bound} and the result {value}.',
      },
      settle: { 'zh-Hant': '請更正結論或數字。', en: 'Correct the verdict or the figures.' },
    },
    ordered: {
      fault: {
        'zh-Hant': '文中稱 {bound}「{word}」，與 {value} 之大小不符。',
        en: 'The text calls {bound} “{word}”; beside {value} it is not.',
      },
      settle: { 'zh-Hant': '請核對用語與兩數。', en: 'Check the wording and the two figures.' },
    },
    end: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中稱「{word}」為 {bound}，所列另有 {value}。',
        en: 'The text gives {bound} as “{word}”; {value} is listed too.',
      },
      settle: { 'zh-Hant': '請核對所列各數。', en: 'Check the figures that are listed.' },
    },
    kept: {
      fault: {
        'zh-Hant': '文中稱「{word}」，但 {bound} 與 {value} 不合。',
        en: 'The text says “{word}”, but {bound} does not fit {value}.',
      },
      settle: { 'zh-Hant': '請更正用語或數字。', en: 'Correct the wording or the figures.' },
    },
    moved: {
      fault: {
        'zh-Hant': '文中稱「{word}」，但 {value} 與前期 {bound} 相較，方向相反。',
        en: 'The text says “{word}”, but from {bound} to {value} it goes the other way.',
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

/** By the way a comparison was read, what is said of it: of most that one stands where the words do not put it. */
const said: Readonly<Record<string, 'reached' | 'ordered' | 'moved' | 'kept' | 'end'>> = {
  'the-end-of-a-list-in-the-last-unit': 'end',
  reached: 'reached',
  'reached-by-its-count': 'reached',
  ...Object.fromEntries(
    [
      'moved',
      'better-and-worse',
      'against-its-own-figures',
      'before-and-after-the-revision',
      'against-the-level-behind-it',
      'step-by-step',
    ].map((way) => [way, 'moved'] as const),
  ),
  ...Object.fromEntries(
    [
      'ordered',
      'named-of-all',
      'in-the-order-said',
      'end-of-a-list',
      'within-the-ends',
      'within-the-limit',
      'a-mean-within-its-list',
      'of-the-age-of-all',
      'more-than-half',
      'rounded-the-way-said',
      'against-the-year-before',
      'the-end-of-a-list',
      'a-mean-between-its-ends',
      'the-third-of-them',
      'named-by-its-time',
      'named-by-its-place',
    ].map((way) => [way, 'ordered'] as const),
  ),
  ...Object.fromEntries(
    [
      'all-within-a-bound',
      'kept-by-what-is-measured',
      'reached-as-it-is-told',
      'a-range-beyond-its-bound',
      'no-more-than-a-share',
      'better-than-it-was',
      'a-record-that-another-year-breaks',
      'more-than-is-told',
    ].map((way) => [way, 'kept'] as const),
  ),
};

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  for (const refuted of refutedIn(row, 'comparison')) {
    const { claim, word, sure } = refuted.statement;
    const value =
      figuresOf(refuted.reading).find((figure) => figure !== claim) ??
      operandsOf(refuted.reading.expression).find(({ source }) => source.from !== 'text');
    if (value === undefined) continue;
    yield {
      says: sure ? (said[refuted.reading.as] ?? 'differs') : 'perhaps',
      words: { value: value.words, word, bound: claim.words },
      at: wordsOf(refuted),
      // A number in the unit of another is printed as none: there is no proof of it.
      ...(refuted.reading.as === 'the-end-of-a-list-in-the-last-unit' ? {} : arithmeticOf(refuted)),
    };
  }
});
