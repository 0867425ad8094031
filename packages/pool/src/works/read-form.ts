import type { TypedForm } from '@guankao/domain';
import { readDocument, typedDocument, type Reading } from '@guankao/reading';

export interface NamedForm {
  readonly form: TypedForm;
  /** Of the file that is made of it; without it, the form's own. */
  readonly name?: string;
}

/** A typed form as a reading: what is published, compared and exported. */
export async function readForm({ form, name }: NamedForm): Promise<Reading> {
  return readDocument(await typedDocument(form, name)).reading;
}
