import { openDocument, type SourceFile } from '@guankao/documents';
import {
  demandDistinct,
  guessMapping,
  headingsOf,
  isByAccount,
  missingColumns,
  readAccountTable,
  readMoneyTable,
  reconcile,
  sampleOf,
  type AccountLine,
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
  /** Ids of those that this person may write money of. */
  readonly own: readonly string[];
  /** By id. */
  readonly agencyNames: Readonly<Record<string, string>>;
}

export interface ReconciledFile {
  readonly mapping: MoneyMapping;
  readonly headings: readonly string[];
  /** The file's first lines. */
  readonly sample: readonly (readonly string[])[];
  /** null where it is not said which column is the budget, and which was realised. */
  readonly reconciliation: Reconciliation | null;
  /** Of a file by 科目: its accounts, in place of the reconciliation. */
  readonly accounts: readonly AccountLine[] | null;
  readonly sha256: string;
}

/** So many lines show what a column holds. */
const linesShown = 3;

/** The accounting system's file held against rows. */
export async function reconcileMoney({
  file,
  asked,
  saved,
  rows,
  own,
  agencyNames,
}: MoneyFile): Promise<ReconciledFile> {
  const document = await openDocument(file);
  const headings = headingsOf(document);
  const mapping = asked ?? fitting(saved, headings) ?? guessMapping(headings);
  if (asked !== null) demandDistinct(asked);
  const { sha256 } = document;
  const shown = { mapping, headings, sample: sampleOf(document, linesShown), sha256, accounts: null };
  if (missingColumns(mapping).length > 0) return { ...shown, reconciliation: null };
  if (isByAccount(mapping)) return { ...shown, reconciliation: null, accounts: readAccountTable(document, mapping) };
  const form = { rows, own: new Set(own), agencyNames };
  return { ...shown, reconciliation: reconcile(form, readMoneyTable(document, mapping)) };
}

/** Last time's mapping, where this file still has its columns. An agency column that last time's file had not is read all the same. */
function fitting(saved: MoneyMapping | null, headings: readonly string[]): MoneyMapping | null {
  if (saved === null) return null;
  const names = isByAccount(saved) ? Object.values(saved.account ?? {}) : [saved.name];
  const fits = [...names, ...Object.values(saved.components)].every((heading) => headings.includes(heading));
  if (!fits) return null;
  const agency = headings.includes(saved.agency ?? '') ? saved.agency : guessMapping(headings).agency;
  return { ...saved, agency: agency ?? null };
}
