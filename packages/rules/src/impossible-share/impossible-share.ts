import { rowRule } from '../engine/rule.ts';
import { asNumber, compare, dividedBy, exactly, floor, times, whole } from '@guankao/passages';
import { place } from '../facts/filing-facts.ts';
import { figureSpan } from '../facts/indicators.ts';
import { isShare, meets, ratesOf } from '../facts/rates.ts';

const meta = {
  id: 'impossible-share',
  title: { 'zh-Hant': '整數個數不可能算出之比率', en: 'A share that no whole number gives' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '個數為整數：比率＝k÷n，k 為整數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '個數是整數，能出現的比率有限。', en: 'Things are counted whole, so only some shares can occur.' },
  messages: {
    impossible: {
      fault: {
        'zh-Hant': '{all} 之中任何整數都算不出 {stated}。',
        en: 'No whole number out of {all} gives {stated}.',
      },
      settle: { 'zh-Hant': '請補列分子。', en: 'State the numerator.' },
    },
  },
} as const;

/** Above this a whole number lies near every percentage. */
const small = whole(100);

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const rate of ratesOf(text)) {
      const [all, ...others] = rate.before;
      if (all === undefined || others.length > 0 || all.kind !== 'count' || all.comparator !== null || !isShare(rate))
        continue;
      if (
        /[年月日週時分秒人次元公坪度]/u.test(all.unit ?? '') ||
        compare(all.value, small) > 0 ||
        all.value.of < 2n ||
        rate.figure.comparator !== null
      )
        continue;
      const between = text.text.slice(all.end, rate.figure.start);
      // The share must be of those very things: 30個主題…產出程式中達9成3.
      if (!/中達?$|其中/u.test(between) || compare(rate.figure.value, whole(100)) > 0) continue;
      const near = floor(dividedBy(times(rate.figure.value, all.value), whole(100)));
      const possible = [near - 1n, near, near + 1n, near + 2n].some(
        (k) => k >= 0n && meets(exactly(dividedBy(whole(k), all.value)), rate.figure),
      );
      if (possible) continue;
      yield {
        says: 'impossible',
        words: { all: all.words, stated: rate.figure.words },
        at: [place(text, rate.figure.start - Math.min(rate.label.length, 8), rate.figure.end), figureSpan(all)],
        stated: asNumber(rate.figure.value),
        expression: `k/${asNumber(all.value)}`,
      };
    }
  }
});
