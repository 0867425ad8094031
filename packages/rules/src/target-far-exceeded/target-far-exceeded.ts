import type { Indicator } from '@guankao/domain';
import { rowRule } from '../engine/rule.ts';
import { pointAt } from '../facts/pointing.ts';

const meta = {
  id: 'target-far-exceeded',
  title: { 'zh-Hant': '實績逾目標值一倍半', en: 'A target beaten by more than half' },
  category: 'plausibility',
  severity: 'question',
  authority: '無明文；目標值訂定偏低之批評（regulations: target-far-exceeded）',
  validFrom: null,
  validTo: null,
  why: {
    'zh-Hant': '目標可能訂得太低，或計算方式不同。',
    en: 'The target may have been too low, or the two are counted differently.',
  },
  messages: {
    one: {
      fault: {
        'zh-Hant': '目標「{target}」，實績「{actual}」，為目標之 {times} 倍。',
        en: 'Target “{target}”, result “{actual}”: {times} times as much.',
      },
      settle: {
        'zh-Hant': '請說明計算方式，並檢討下年度目標值。',
        en: 'Say how it was counted, and review next year’s target.',
      },
    },
    several: {
      fault: {
        'zh-Hant': '{count} 項實績遠逾目標，最高者「{target}」，實績「{actual}」，為 {times} 倍。',
        en: '{count} results far beyond their targets; the furthest: “{target}”, result “{actual}”, {times} times as much.',
      },
      settle: {
        'zh-Hant': '請說明計算方式，並檢討下年度目標值。',
        en: 'Say how it was counted, and review next year’s targets.',
      },
    },
  },
} as const;

export const rule = rowRule(meta, function* (row, filing) {
  const bound = filing.threshold('targetFarExceeded');
  if (bound === null) return;
  const beyond = (row.claims?.indicators ?? [])
    .flatMap((indicator) =>
      timesBeaten(indicator) * 100 > bound.value ? [{ indicator, times: timesBeaten(indicator) }] : [],
    )
    .toSorted((a, b) => b.times - a.times);
  const [furthest] = beyond;
  if (furthest === undefined) return;
  const { target, actual, compared } = furthest.indicator;
  yield {
    says: beyond.length === 1 ? 'one' : 'several',
    words: {
      target: target.text,
      actual: actual?.text ?? '',
      times: String(Math.round(furthest.times * 100) / 100),
      count: beyond.length,
    },
    at: beyond
      .slice(0, most)
      .flatMap(({ indicator }) => [
        pointAt(row, indicator.target.span),
        ...(indicator.actual === null ? [] : [pointAt(row, indicator.actual.span)]),
      ]),
    stated: target.value,
    computed: actual?.value ?? null,
    expression: compared === undefined ? null : `${compared.actual}/${compared.target}`,
  };
});

/** Pairs of words that one finding shows. */
const most = 3;

/** For asking only: how many times the target the result is, in one unit and for the same time; 1 where that says nothing. */
function timesBeaten({ comparator, target, scope, compared }: Indicator): number {
  // One thing done thrice as well is no sign: 1 is asked for as the least there is.
  if (comparator === 'milestone' || scope === 'plan' || compared === undefined || compared.target <= 1) return 1;
  // 介於30至60日: a range is kept to, not beaten.
  if (typeof target.low === 'number' && typeof target.high === 'number') return 1;
  if (comparator === '<=') return compared.actual > 0 ? compared.target / compared.actual : 1;
  return compared.actual / compared.target;
}
