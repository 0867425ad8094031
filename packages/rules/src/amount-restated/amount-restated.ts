import { rowRule } from '../engine/rule.ts';
import { absolute, asNumber, compare, minus, times, whole, written, type Fraction } from '@guankao/passages';
import { gap } from '../facts/lists.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'amount-restated',
  title: { 'zh-Hant': '同一金額兩種單位不相等', en: 'One amount in two units, not equal' },
  category: 'arithmetic',
  severity: 'error',
  authority: '單位換算：1千元＝1,000元，1萬元＝10,000元',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '兩種寫法應為同一數。', en: 'Both should be the same amount.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '{one} 與括號內 {other} 相差 {difference}。',
        en: '{one} and {other} in brackets are {difference} apart.',
      },
      settle: { 'zh-Hant': '請核對換算。', en: 'Check the conversion.' },
    },
  },
} as const;

/** What one of the first unit is in the second. */
const conversions: Readonly<Record<string, Fraction>> = {
  '公尺/公里': { of: 1n, over: 1000n },
  '公里/公尺': whole(1000),
  '公斤/公噸': { of: 1n, over: 1000n },
  '公噸/公斤': whole(1000),
  '平方公尺/公頃': { of: 1n, over: 10_000n },
  '公頃/平方公尺': whole(10_000),
};

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const [i, one] of text.figures.entries()) {
      const other = text.figures[i + 1];
      if (other === undefined || one.kind !== other.kind) continue;
      const factor =
        one.kind === 'money' && one.unit === other.unit ? whole(1) : conversions[`${one.unit}/${other.unit}`];
      if (factor === undefined) continue;
      // Nothing but the amount in the brackets: 1,200千元（120萬元）, 合新臺幣.
      if (!/^[（(](?:即|約|合|折合|新[臺台]幣)?$/u.test(gap(one, other)) || !/^[）)]/u.test(text.text.slice(other.end)))
        continue;
      const inOther = times(one.value, factor);
      const difference = absolute(minus(inOther, other.value));
      const step = times(one.step, factor);
      const room = compare(step, other.step) > 0 ? step : other.step;
      if (compare(difference, room) < 0 || difference.of === 0n) continue;
      yield {
        says: 'differs',
        words: {
          one: one.words,
          other: other.words,
          difference: `${written(difference, 2)}${other.unit === 'TWD' ? '元' : other.unit}`,
        },
        at: [place(text, one.start, other.end)],
        stated: asNumber(other.value),
        computed: asNumber(inOther),
        expression: `${asNumber(one.value)}=${asNumber(other.value)}`,
      };
    }
  }
});
