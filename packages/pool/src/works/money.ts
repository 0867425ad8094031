import { openDocument, type SourceFile } from '@guankao/documents';
import {
  guessMapping,
  headingsOf,
  readMoneyTable,
  reconcile,
  type MoneyMapping,
  type Reconciliation,
  type RowRecord,
} from '@guankao/workflow';

export interface MoneyFile {
  /** What the accounting system gave out. */
  readonly file: SourceFile;
  /** As this file is to be read; null: by last time's mapping where it still fits, or else by its headings. */
  readonly asked: MoneyMapping | null;
  readonly saved: MoneyMapping | null;
  readonly rows: readonly RowRecord[];
}

export interface ReconciledFile {
  readonly mapping: MoneyMapping;
  readonly headings: readonly string[];
  readonly reconciliation: Reconciliation;
}

/** The accounting system's file held against rows. */
export async function reconcileMoney({ file, asked, saved, rows }: MoneyFile): Promise<ReconciledFile> {
  const document = await openDocument(file);
  const headings = headingsOf(document);
  const mapping = asked ?? fitting(saved, headings) ?? guessMapping(headings);
  return { mapping, headings, reconciliation: reconcile(rows, readMoneyTable(document, mapping)) };
}

/** Last time's mapping, where this file still has its columns. */
function fitting(saved: MoneyMapping | null, headings: readonly string[]): MoneyMapping | null {
  if (saved === null) return null;
  return [saved.name, ...Object.values(saved.components)].every((heading) => headings.includes(heading)) ? saved : null;
}
