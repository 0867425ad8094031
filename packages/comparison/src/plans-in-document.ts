import { Refusal, type Document } from '@guankao/domain';
import { readDocument } from '@guankao/reading';
import { plansInBudgetProse } from './budget-prose.ts';
import { plansInReading } from './reading-source.ts';
import type { SourcePlan } from './source-plan.ts';

/**
 * What another official document says of plans: a budget book's prose of continuing plans, or else another filing of the
 * form. Throws a Refusal where it says nothing of any: every row would be said to be missing there.
 */
export function plansInDocument(document: Document): readonly SourcePlan[] {
  const prose = plansInBudgetProse(document);
  const plans = prose.length > 0 ? prose : plansInReading(readDocument(document).reading);
  if (plans.length === 0) throw nothingToCompare(document.name);
  return plans;
}

function nothingToCompare(name: string): Refusal {
  return new Refusal('nothing-to-compare', 422, {
    'zh-Hant': `「${name}」裡讀不到任何計畫，無法對照；這不表示它沒有列這些計畫。請選預算書的說明（「…計畫總經費…千元」）或另一份執行情形表；掃描的 PDF 請改用可選取文字的檔案。`,
    en: `no plan could be read in ${name}, so there is nothing to compare; that does not mean that it leaves these plans out. Choose a budget book's explanations (「…計畫總經費…千元」) or another filing of this form; of a scanned PDF, a file whose text can be selected.`,
  });
}
