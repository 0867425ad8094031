import { rowRule } from '../engine/rule.ts';
import { agrees, rangeOf } from '../facts/agreement.ts';
import { asNumber, times, written } from '@guankao/passages';
import { justBefore } from '../facts/figure.ts';
import type { Figure } from '@guankao/passages';
import { sameUnit, sentencesOf } from '../facts/lists.ts';
import { together } from '../facts/pointing.ts';
import { bare } from '../facts/rates.ts';

const meta = {
  id: 'product-mismatch',
  title: { 'zh-Hant': '每單位之數乘以單位數不等於合計', en: 'So many each, times so many, is not the total' },
  category: 'arithmetic',
  severity: 'warning',
  authority: '乘法：合計＝每單位之數×單位數',
  validFrom: null,
  validTo: null,
  withinSentence: true,
  why: { 'zh-Hant': '三個數應能互相驗算。', en: 'The three figures should follow from one another.' },
  messages: {
    differs: {
      fault: {
        'zh-Hant': '每{unit} {each}，{count}，應為 {computed}，文中寫 {stated}。',
        en: '{each} for each {unit} and {count} make {computed}; the text says {stated}.',
      },
      settle: { 'zh-Hant': '請核對；若每單位數不一，請註明。', en: 'Check; if they are not all alike, say so.' },
    },
  },
  yieldsTo: ['average-mismatch', 'parts-mismatch'],
} as const;

const perUnit = /每一?(?<unit>[\u4e00-\u9fff]{1,3}?)(?:補助|發給|核發|計|各|為|約)?$/u;

export const rule = rowRule(meta, function* ({ texts }) {
  for (const text of texts) {
    if (!text.text.includes('每')) continue;
    for (const figures of sentencesOf(text)) {
      const found = refuted(figures);
      if (found === null) continue;
      const { each, count, all, unit } = found;
      const product = times(each.value, count.value);
      yield {
        says: 'differs',
        words: { unit, each: each.words, count: count.words, computed: written(product, 2), stated: all.words },
        at: together([each, count, all]),
        stated: asNumber(all.value),
        computed: asNumber(product),
        expression: `${bare(each)}*${bare(count)}`,
      };
    }
  }
});

interface Product {
  readonly each: Figure;
  readonly count: Figure;
  readonly all: Figure;
  readonly unit: string;
}

/** 每隊20人，共計15隊，培訓300人: told together, once each, and none of them about. */
function refuted(figures: readonly Figure[]): Product | null {
  for (const [i, each] of figures.entries()) {
    const unit = perUnit.exec(justBefore(each))?.groups?.['unit'];
    if (
      unit === undefined ||
      /平均|至少|最多|上限|最高/u.test(each.lead) ||
      each.comparator !== null ||
      each.kind === 'percent'
    )
      continue;
    const others = figures.slice(i + 1, i + 3);
    const count = others.find((figure) => figure.unit === unit);
    const all = others.find((figure) => sameUnit(figure, each));
    if (count === undefined || all === undefined || count.kind !== 'count') continue;
    const [a, b] = [rangeOf(each), rangeOf(count)];
    if (
      all.comparator !== null ||
      agrees({ value: times(a.value, b.value), low: times(a.low, b.low), high: times(a.high, b.high) }, all)
    )
      continue;
    return { each, count, all, unit };
  }
  return null;
}
