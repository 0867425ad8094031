import { compare, type Fraction } from '@guankao/passages';
import { computedOf } from '@guankao/statements';
import { rowRule, type Fault } from '../engine/rule.ts';
import { oneDigitApart } from '../facts/lists.ts';
import { arithmeticOf, computedText, refutedIn, wordsOf, type Refuted } from '../facts/statements.ts';

const meta = {
  id: 'parts-mismatch',
  title: { 'zh-Hant': '分項相加不等於合計', en: 'Parts do not add up to their total' },
  category: 'arithmetic',
  severity: 'error',
  authority: '加總：合計＝各分項之和',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '合計與分項至少有一數有誤。', en: 'At least one of the figures is wrong.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中合計 {stated}，分項 {parts} 相加為 {computed}。',
        en: 'The text gives {stated} in all; the parts {parts} add up to {computed}.',
      },
      settle: { 'zh-Hant': '請核對各分項與合計。', en: 'Check the parts and the total.' },
    },
    perhaps: {
      severity: 'question',
      fault: {
        'zh-Hant': '文中總數 {stated}，所列 {parts} 相加為 {computed}。',
        en: 'The text gives {stated}; what is listed, {parts}, adds up to {computed}.',
      },
      settle: { 'zh-Hant': '若只列部分項目，請註明。', en: 'If only some parts are listed, say so.' },
    },
    larger: {
      fault: {
        'zh-Hant': '文中總數 {stated}，其中之 {parts} 大於總數。',
        en: 'The text gives {stated} in all; {parts} of them is more than that.',
      },
      settle: { 'zh-Hant': '請核對兩數。', en: 'Check the two figures.' },
    },
    hundred: {
      fault: {
        'zh-Hant': '同一整體之占比 {parts} 相加為 {computed}%。',
        en: 'The shares of one whole, {parts}, add up to {computed} %.',
      },
      settle: {
        'zh-Hant': '請核對各占比；若可複選，請註明。',
        en: 'Check the shares; if more than one may be chosen, say so.',
      },
    },
    near: {
      severity: 'warning',
      fault: {
        'zh-Hant': '文中總數 {stated}，所列 {parts} 相加為 {computed}，只差一個數字。',
        en: 'The text gives {stated}; what is listed, {parts}, adds up to {computed}, one digit away.',
      },
      settle: {
        'zh-Hant': '請核對各數；若只列部分項目，請註明。',
        en: 'Check the figures; if only some parts are listed, say so.',
      },
    },
  },
} as const;

type Says = keyof typeof meta.messages;

export const rule = rowRule(meta, function* (row): Iterable<Fault<Says>> {
  for (const refuted of refutedIn(row, 'sum')) {
    const says = saysOf(refuted);
    if (says === null) continue;
    const { figures, statement } = refuted;
    yield {
      says,
      words: {
        stated: statement.claim.words,
        parts: figures.map(({ words }) => words).join('、'),
        computed: computedText(refuted, 4).replace('%', says === 'hundred' ? '' : '%'),
      },
      at: wordsOf(refuted),
      ...arithmeticOf(refuted),
    };
  }
});

function saysOf(refuted: Refuted): Says | null {
  const { statement, figures } = refuted;
  if (statement.shares === true) return statement.sure ? 'hundred' : null;
  if (statement.sure) return figures.length === 1 ? 'larger' : 'differs';
  const computed = computedOf(refuted.reading);
  if (figures.length < 2 || computed === null) return null;
  if (oneDigitApart(computed, statement.claim.value))
    // Among small numbers any two are one digit apart, and two parts are often not all.
    return compare(statement.claim.value, small) < 0 && figures.length < 3 ? 'perhaps' : 'near';
  return statement.partial === true ? null : 'perhaps';
}

const small: Fraction = { of: 100n, over: 1n };
