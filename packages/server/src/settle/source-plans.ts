import { plansInBudgetProse, plansInReading, type SourcePlan } from '@guankao/comparison';
import { openDocument, type SourceFile } from '@guankao/documents';
import { readDocument } from '@guankao/reading';

/** What another official source says of plans: a budget book's prose of continuing plans, or else another filing of the form. */
export async function plansOfSource(file: SourceFile): Promise<readonly SourcePlan[]> {
  const document = await openDocument(file);
  const prose = plansInBudgetProse(document);
  return prose.length > 0 ? prose : plansInReading(readDocument(document).reading);
}
