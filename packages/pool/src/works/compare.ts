import {
  comparePlans,
  plansInBudgetProse,
  plansInReading,
  type Comparison,
  type SourcePlan,
} from '@guankao/comparison';
import { openDocument, type SourceFile } from '@guankao/documents';
import type { TypedForm } from '@guankao/domain';
import { readDocument, type Reading } from '@guankao/reading';
import { readForm } from './read-form.ts';

export interface TwoSources {
  /** A filing that is held, or a form as it stands in the workbench. */
  readonly here: { readonly reading: Reading } | { readonly form: TypedForm };
  /** Another filing that is held, or a file: a budget book, or a filing of the form. */
  readonly there: { readonly reading: Reading } | { readonly file: SourceFile };
}

/** The plans of one source held against what another says of them. */
export async function compare({ here, there }: TwoSources): Promise<Comparison> {
  const own = 'reading' in here ? here.reading : await readForm(here);
  return comparePlans(own, 'reading' in there ? plansInReading(there.reading) : await plansInFile(there.file));
}

/** What another official source says of plans: a budget book's prose of continuing plans, or else another filing of the form. */
async function plansInFile(file: SourceFile): Promise<readonly SourcePlan[]> {
  const document = await openDocument(file);
  const prose = plansInBudgetProse(document);
  return prose.length > 0 ? prose : plansInReading(readDocument(document).reading);
}
