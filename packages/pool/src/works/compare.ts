import { comparePlans, plansInDocument, plansInReading, type Comparison } from '@guankao/comparison';
import { openDocument, type SourceFile } from '@guankao/documents';
import type { TypedForm } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
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
  const plans = 'reading' in there ? plansInReading(there.reading) : plansInDocument(await openDocument(there.file));
  return comparePlans(own, plans);
}
