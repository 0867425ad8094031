import type { TypedForm } from '@guankao/domain';
import { exportFileName, exportForm, type ExportFormat } from '@guankao/forms';
import type { Reading } from '@guankao/reading';
import { readForm } from './read-form.ts';

export interface FormToExport {
  /** A filing that is held, or a form as it stands in the workbench. */
  readonly of: { readonly reading: Reading } | { readonly form: TypedForm };
  readonly format: ExportFormat;
}

export interface ExportedForm {
  /** 範例部-113年度-情形表.ods */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The official form, in the format asked for. */
export async function exportAs({ of, format }: FormToExport): Promise<ExportedForm> {
  const reading = 'reading' in of ? of.reading : await readForm(of);
  return { name: exportFileName(reading, format), bytes: await exportForm(reading, format) };
}
