import type { Span } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import { asNumber, compare, whole } from '@guankao/passages';
import { lead } from '../facts/figure.ts';
import { place } from '../facts/filing-facts.ts';

const meta = {
  id: 'rate-over-hundred',
  title: { 'zh-Hant': '不可能逾 100% 的比率', en: 'A share above 100 %' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '部分不大於全部；達成率不在此限',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: {
    'zh-Hant': '部分不會大於全部；若以目標為分母，應稱達成率。',
    en: 'A part is never more than the whole; over a target it is an attainment rate.',
  },
  messages: {
    over: {
      fault: { 'zh-Hant': '「{words}」逾 100%。', en: '“{words}” is above 100 %.' },
      settle: { 'zh-Hant': '請寫明分母，或改稱達成率。', en: 'Name the denominator, or call it attainment.' },
    },
  },
} as const;

const shares =
  /(?:完訓|結訓|參訓|受訓|出席|到課|合格|及格|通過|涵蓋|覆蓋|使用|可用|妥善|存活|完整|命中|結案|破案|回收|就業|普及|出租|進用|聘用|正確|準確|得標|錄取|滿意|開案|在學|留用)(?:率|度)[為達約]?$|占比?[為達約]?$/u;

export const rule = rowRule(meta, function* ({ texts }): Iterable<Fault<keyof typeof meta.messages>> {
  const at: Span[] = [];
  let [words, stated] = ['', 0];
  for (const text of texts) {
    for (const figure of text.figures) {
      if (figure.kind !== 'percent' || figure.unit === '百分點' || compare(figure.value, whole(100)) <= 0) continue;
      const named = shares.exec(lead(figure))?.[0];
      if (named === undefined) continue;
      if (at.length === 0) [words, stated] = [`${named}${figure.words}`, asNumber(figure.value)];
      at.push(place(text, figure.start - named.length, figure.end));
    }
  }
  if (at.length > 0) yield { says: 'over', words: { words }, at, stated };
});
