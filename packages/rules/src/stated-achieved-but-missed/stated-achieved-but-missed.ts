import type { Indicator } from '@guankao/domain';
import { rowRule, type Fault } from '../engine/rule.ts';
import type { Row } from '../facts/filing-facts.ts';
import { actualFigure, targetFigure } from '../facts/indicators.ts';
import { pointAt } from '../facts/pointing.ts';
import { proofOfMiss } from '../proofs/of-figures.ts';

const meta = {
  id: 'stated-achieved-but-missed',
  title: { 'zh-Hant': '稱已達成，但所列數字未達目標', en: 'Said achieved, while its own figures miss the target' },
  category: 'contradiction',
  severity: 'error',
  authority: '本表末欄：年度績效目標已達成或未達成之說明；以未進位數比較',
  validFrom: null,
  validTo: null,
  why: { 'zh-Hant': '結論應與所列數字一致。', en: 'The verdict should agree with the figures.' },
  messages: {
    missed: {
      fault: {
        'zh-Hant': '文中稱「{verdict}」，但目標「{target}」，實績「{actual}」。',
        en: 'The row says “{verdict}”, but the target is “{target}” and the result “{actual}”.',
      },
      settle: {
        'zh-Hant': '請更正結論或數字，未達成者敘明原因與策進作為。',
        en: 'Correct verdict or figures; a miss owes its reason and remedy.',
      },
    },
    amounts: {
      fault: {
        'zh-Hant': '文中稱「{verdict}」，但目標「{target}」，實績「{actual}」計為 {result}，未達 {goal}。',
        en: 'The row says “{verdict}”, but the target is “{target}” and the result “{actual}” amounts to {result}, short of {goal}.',
      },
      settle: {
        'zh-Hant': '請更正結論或數字，或寫明計算方式；未達成者敘明原因與策進作為。',
        en: 'Correct verdict or figures, or say how it is counted; a miss owes its reason and remedy.',
      },
      severity: 'warning',
    },
  },
} as const;

export const rule = rowRule(meta, function* (row): Iterable<Fault<keyof typeof meta.messages>> {
  const { claims } = row;
  if (claims === null || claims.statedVerdict !== 'achieved' || claims.statedVerdictSpan === null) return;
  for (const indicator of claims.indicators) {
    const { met, target, actual, comparator, compared, late } = indicator;
    // Only figures refute; whether a milestone was reached, and when, is a reading of words (target-missed).
    if (met !== false || actual === null || target.value === null || compared === undefined || late !== undefined)
      continue;
    yield {
      says: isPrinted(row, indicator) ? 'missed' : 'amounts',
      words: {
        verdict: words(row.texts, claims.statedVerdictSpan),
        target: target.text,
        actual: actual.text,
        result: `${compared.actual}${compared.unit ?? ''}`,
        goal: `${compared.target}${compared.unit ?? ''}`,
      },
      at: [pointAt(row, target.span), pointAt(row, actual.span), pointAt(row, claims.statedVerdictSpan)],
      stated: target.value,
      computed: actual.value,
      expression: `${compared.actual} ${comparator} ${compared.target}`,
      proof: proofOfMiss(row, indicator, claims.statedVerdictSpan),
    };
  }
});

/** Both were compared as they are printed; a sum, a distance or a year made of months is our arithmetic, and a fair reading may be another one. */
function isPrinted(row: Row, indicator: Indicator): boolean {
  const { target, compared } = indicator;
  return (
    compared?.target === target.value && targetFigure(row, indicator) !== null && actualFigure(row, indicator) !== null
  );
}

function words(
  texts: readonly { readonly text: string; readonly passage: { readonly offsets: readonly number[] } }[],
  { start, end }: { readonly start: number; readonly end: number },
): string {
  for (const { text, passage } of texts) {
    const from = passage.offsets.indexOf(start);
    if (from >= 0) return text.slice(from, passage.offsets.findLastIndex((offset) => offset < end) + 1);
  }
  return '已達成';
}
