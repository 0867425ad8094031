import { rowRule } from '../engine/rule.ts';
import { agrees, rangeOf, ratioRange } from '../facts/agreement.ts';
import { asNumber, dividedBy, whole, written } from '../facts/exact.ts';
import { commensurable, sentenceAt, type Figure } from '../facts/figure.ts';
import type { Text } from '../facts/filing-facts.ts';
import { together } from '../facts/pointing.ts';
import { bare } from '../facts/rates.ts';

const meta = {
  id: 'average-mismatch',
  title: { 'zh-Hant': '平均數與總數、次數不符', en: 'An average differs from its total and count' },
  category: 'arithmetic',
  severity: 'error',
  authority: '平均＝總數÷次數，四捨五入或捨去至所印位數',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '平均數須能驗算。', en: 'An average must follow from its parts.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '文中寫「{stated}」，但 {total}÷{count}＝{computed}。',
        en: 'The text says “{stated}”, but {total} ÷ {count} = {computed}.',
      },
      settle: { 'zh-Hant': '請核對總數、次數與平均數。', en: 'Check total, count and average.' },
    },
  },
} as const;

/** 平均每場, 每場平均, 每隊約: what is counted per what. */
const perWhat = /(?:平均)?每一?(?<unit>[\u4e00-\u9fff]{1,3}?)(?:次)?(?:平均)?(?:約|為|有|達)?$/u;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    for (const average of text.figures) {
      const found = basisOf(text, average);
      if (found === null) continue;
      const { total, count, from } = found;
      yield {
        says: 'differs',
        words: { stated: text.text.slice(from, average.end), total: total.words, count: count.words, computed: written(dividedBy(total.value, count.value), 2) },
        at: together([total, count, average]),
        stated: asNumber(average.value),
        computed: asNumber(dividedBy(total.value, count.value)),
        expression: `${bare(total)}/${bare(count)}`,
      };
    }
  }
});

/** The total and the count that refute an average; null where there is none, or any pair of the sentence gives it. */
function basisOf(text: Text, average: Figure): { readonly total: Figure; readonly count: Figure; readonly from: number } | null {
  const match = perWhat.exec(text.text.slice(0, average.start));
  const unit = match?.groups?.['unit'];
  if (match === null || unit === undefined || !match[0].includes('平均') || average.kind === 'percent') return null;
  const [start] = sentenceAt(text.text, average.start);
  const before = text.figures.filter((figure) => figure.start >= start && figure.end <= match.index);
  // 平均每人1.5次 is of 人次.
  const totals = before.filter((figure) => commensurable(figure, average) || (average.unit === '次' && figure.unit === '人次'));
  const counts = before.filter((figure) => figure.unit?.startsWith(unit) === true && !totals.includes(figure) && figure.value.of > 0n);
  const gives = (total: Figure, count: Figure): boolean => {
    const range = ratioRange(rangeOf(total), rangeOf(count), whole(1));
    return range === null || agrees(range, average);
  };
  if (totals.some((total) => counts.some((count) => gives(total, count)))) return null;
  const [total, count] = [totals.at(-1), counts.at(-1)];
  // Several totals or counts, none of which gives it: which one was meant is not said.
  return total === undefined || count === undefined || totals.length > 1 || counts.length > 1 ? null : { total, count, from: match.index };
}
