import { openDocument, type SourceFile } from '@guankao/documents';
import { readWorkSheet, type RowRecord, type WorkSheet } from '@guankao/workflow';

export interface WorkPlanFile {
  readonly file: SourceFile;
  readonly rows: readonly RowRecord[];
  /** By id. */
  readonly agencyNames: Readonly<Record<string, string>>;
}

/** A sheet of annual work plans, each line by its row. */
export async function readWorkPlans({ file, rows, agencyNames }: WorkPlanFile): Promise<WorkSheet> {
  return readWorkSheet(await openDocument(file), { rows, agencyNames });
}
