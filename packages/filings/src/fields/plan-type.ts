import type { PlanType } from '@guankao/domain';

const forms: readonly (readonly [words: string, PlanType])[] = [
  ['社會發展|社發|社會', '社會發展'],
  ['科技發展|科學技術發展|科學技術|科發|科技', '科技發展'],
  ['公共建設|公共工程|公建', '公共建設'],
];
const around = (words: string): string => `(?:重[大要])?(?:${words})(?:類計畫|計畫|類)?`;
const patterns = forms.map(([words, type]) => [new RegExp(`^${around(words)}$`), type] as const);

/** A type in any of its forms, as the source of a regular expression. */
export const typeWords = around(forms.map(([words]) => words).join('|'));

/** 計畫類型 as printed, wrapped or abbreviated; null for any other word. */
export function readPlanType(print: string): PlanType | null {
  const text = print.replace(/\s+/g, '').replace(/^[【［[（(](.*)[】］\])）]$/, '$1');
  return patterns.find(([form]) => form.test(text))?.[1] ?? null;
}
