import { rowRule, type Fault } from '../engine/rule.ts';
import { proofOfPeriod } from '../proofs/of-figures.ts';

const meta = {
  id: 'period-broken',
  title: { 'zh-Hant': '計畫期程殘缺或起迄顛倒', en: 'The period is incomplete or runs backwards' },
  category: 'period',
  severity: 'error',
  authority: '期程欄：起年月至迄年月',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '期程不明，就無法判斷進度與逾期。',
    en: 'Without a period neither progress nor delay can be judged.',
  },
  messages: {
    broken: {
      severity: 'warning',
      fault: {
        'zh-Hant': '計畫期程寫「{words}」，{missing}缺漏。',
        en: 'The period says “{words}”: {missing} is missing.',
      },
      settle: { 'zh-Hant': '請補正起迄年月。', en: 'Give the months of start and end.' },
    },
    reversed: {
      fault: {
        'zh-Hant': '計畫期程寫「{words}」，迄月早於起月。',
        en: 'The period says “{words}”: it ends before it begins.',
      },
      settle: { 'zh-Hant': '請核對核定計畫書之期程。', en: 'Check it against the approved plan.' },
    },
  },
} as const;

export const rule = rowRule(meta, function* ({ plan }): Iterable<Fault<keyof typeof meta.messages>> {
  const { period } = plan;
  const at = period?.spans ?? [];
  if (period === null || at.length === 0) return;
  const { start, end } = period.value;
  const words = period.text.replace(/\s/gu, '');
  if (start === null || end === null) {
    if (words === '') return;
    const missing =
      start === null ? { 'zh-Hant': '起始年月', en: 'the start' } : { 'zh-Hant': '結束年月', en: 'the end' };
    yield { says: 'broken', words: { words, missing }, at, stated: words, perhapsConversion: true };
    return;
  }
  const [span] = at;
  if (end >= start || span === undefined) return;
  const proof = proofOfPeriod(span, start, end);
  yield { says: 'reversed', words: { words }, at, stated: words, expression: `${start}<=${end}`, proof };
});
