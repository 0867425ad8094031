import type { PlanType } from '@guankao/domain';

const forms: readonly (readonly [RegExp, PlanType])[] = [
  [/^(?:重[大要])?(?:社會發展|社發|社會)(?:類|計畫|類計畫)?$/, '社會發展'],
  [/^(?:重[大要])?(?:科技發展|科學技術發展|科學技術|科發|科技)(?:類|計畫|類計畫)?$/, '科技發展'],
  [/^(?:重[大要])?(?:公共建設|公共工程|公建)(?:類|計畫|類計畫)?$/, '公共建設'],
];

/** 計畫類型 as printed, wrapped or abbreviated; null for any other word. */
export function readPlanType(print: string): PlanType | null {
  const text = print.replace(/\s+/g, '');
  return forms.find(([form]) => form.test(text))?.[1] ?? null;
}
