import type { IndicatorRecord, RowRecord, RowTexts } from '../row.ts';
import { withoutStop } from './without-stop.ts';

/**
 * Goals and results as the indicators tell them, an item each, after what stands in the texts already: so that nothing
 * is typed twice. An indicator whose name a text holds is told there and is left out.
 */
export function textsFromIndicators({
  texts,
  indicators,
}: Pick<RowRecord, 'texts' | 'indicators'>): Pick<RowTexts, 'goals' | 'explanation'> {
  return {
    goals: withItems(
      texts.goals,
      indicators.map((indicator) => ({ indicator, says: goalOf(indicator) })),
    ),
    explanation: withItems(
      texts.explanation,
      indicators.flatMap((indicator) =>
        indicator.actual === null ? [] : [{ indicator, says: told(indicator.label, indicator.actual.text) }],
      ),
    ),
  };
}

interface Item {
  readonly indicator: IndicatorRecord;
  readonly says: string;
}

function withItems(text: string, items: readonly Item[]): string {
  const missing = items.filter(({ indicator: { label }, says }) => says !== '' && !text.includes(label));
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return [...lines, ...missing.map(({ says }, at) => `${lines.length + at + 1}. ${says}。`)].join('\n');
}

const reaches: Readonly<Record<IndicatorRecord['comparator'], string>> = {
  '>=': '達',
  '<=': '不超過',
  '=': '為',
  milestone: '',
};

/** By the newest target: 步道整建達12公里; a target that was written as a sentence stands as it was written. */
function goalOf({ label, comparator, targets }: IndicatorRecord): string {
  const target = targets.at(-1)?.text ?? '';
  return /^[約逾]?[\d０-９]/.test(target)
    ? `${label}${reaches[comparator]}${withoutStop(target)}`
    : told(label, target);
}

function told(label: string, text: string): string {
  if (text.trim() === '') return '';
  return text.includes(label) ? withoutStop(text) : `${label}：${withoutStop(text)}`;
}
