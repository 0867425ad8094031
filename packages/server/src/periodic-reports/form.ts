import { terms } from '@guankao/terms';
import type { ReportContent } from '@guankao/workflow';
import { amountIn, dateIn, fieldOf, type FormFields } from '../office/texts-of-form.ts';
import { percentOfCell } from '../work-plans/form.ts';

/** What a report's form says. Throws a Refusal that names the cell. */
export function reportOf(fields: FormFields): ReportContent {
  const text = (name: string) => fieldOf(fields, name).trim();
  const percent = (name: string) => (text(name) === '' ? null : percentOfCell(text(name), name));
  return {
    items: linesOf(fields, 'item').map((at) => ({ item: text(`${at}-id`), done: percent(`${at}-done`) })),
    checkPoints: linesOf(fields, 'point').map((at) => ({
      checkPoint: text(`${at}-id`),
      reached: text(`${at}-reached`) === '' ? null : dateIn(text(`${at}-reached`), reachedOn, `${at}-reached`),
      evidence: text(`${at}-evidence`),
    })),
    spent: amountIn(text('spent'), terms.actualSpending, 'spent'),
    cause: text('cause') || null,
    explanation: text('explanation'),
    measures: text('measures'),
    forecast: percent('forecast'),
  };
}

const reachedOn = { 'zh-Hant': '達成日期', en: 'reached on' } as const;

/** item-1, item-2 …: in their order. */
function linesOf(fields: FormFields, kind: 'item' | 'point'): readonly string[] {
  return Object.keys(fields)
    .flatMap((name) => new RegExp(`^${kind}-(\\d{1,3})-id$`).exec(name)?.[1] ?? [])
    .map(Number)
    .toSorted((a, b) => a - b)
    .map((number) => `${kind}-${number}`);
}
