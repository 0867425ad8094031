import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import { openDocument, type SourceFile } from '@guankao/documents';
import type { Office } from '@guankao/store';
import {
  currentEntry,
  demand,
  guessMapping,
  headingsOf,
  may,
  readMoneyTable,
  reconcile,
  recordMoney,
  rowPolicy,
  yearPolicy,
  type Actor,
  type MoneyMapping,
  type Reconciliation,
} from '@guankao/workflow';

export const largestMoneyFile = 5 * 1024 * 1024;

export interface MoneyPreview {
  readonly mapping: MoneyMapping;
  readonly headings: readonly string[];
  readonly reconciliation: Reconciliation;
}

/** Reads the accounting system's file and holds it against the rows that this accountant owns. Nothing is recorded. */
export async function previewMoney(
  office: Office,
  yearId: string,
  file: SourceFile,
  asked: MoneyMapping | null,
  actor: Actor,
): Promise<MoneyPreview> {
  const [tree, form] = [await office.tree(), await office.year(yearId)];
  if (form === null)
    throw new Refusal('no-such-year', 404, { 'zh-Hant': `找不到「${yearId}」。`, en: `there is no ${yearId}.` });
  demand(yearPolicy, 'import-money', actor, form.year, tree);
  const document = await openDocument(file);
  const headings = headingsOf(document);
  const saved = (await office.moneyMapping(agencyOf(actor))) as MoneyMapping | null;
  const mapping = asked ?? fitting(saved, headings) ?? guessMapping(headings);
  const rows = form.rows.filter((row) => may(rowPolicy, 'write-money', actor, row, tree));
  return { mapping, headings, reconciliation: reconcile(rows, readMoneyTable(document, mapping)) };
}

/** The same, and recorded row by row; the mapping is saved for next time. A row that refuses stops it, and says which. */
export async function importMoney(
  office: Office,
  yearId: string,
  file: SourceFile,
  asked: MoneyMapping | null,
  actor: Actor,
  now: Date,
): Promise<MoneyPreview> {
  const preview = await previewMoney(office, yearId, file, asked, actor);
  const context = { actor, tree: await office.tree(), now };
  for (const { row, line } of preview.reconciliation.rows) {
    if (line === null) continue;
    const entry = { ...currentEntry(row), money: line.money };
    // Refused before anything is written: the whole file is checked first.
    recordMoney(row, entry, file.name, row.version, context);
  }
  for (const { row, line } of preview.reconciliation.rows) {
    if (line === null) continue;
    await office.decideRow(row.id, { actor: actor.name, role: 'accountant', at: now }, (current) =>
      recordMoney(current, { ...currentEntry(current), money: line.money }, file.name, row.version, context),
    );
  }
  await office.keepMoneyMapping(agencyOf(actor), preview.mapping, now);
  return preview;
}

function agencyOf(actor: Actor): string {
  return actor.grants.find(({ role }) => role === 'accountant')?.agency ?? '';
}

/** Last time's mapping, where this file still has its columns. */
function fitting(saved: MoneyMapping | null, headings: readonly string[]): MoneyMapping | null {
  if (saved === null) return null;
  return [saved.name, ...Object.values(saved.components)].every((heading) => headings.includes(heading)) ? saved : null;
}

/** The one file of a form. Throws a Refusal where there is none, or it is too large. */
export async function uploadedFile(request: FastifyRequest): Promise<SourceFile> {
  const part = await request.file({ limits: { fileSize: largestMoneyFile, files: 1 } });
  const bytes = part === undefined ? new Uint8Array() : new Uint8Array(await part.toBuffer());
  if (part === undefined || bytes.length === 0) {
    throw new Refusal('no-file', 400, {
      'zh-Hant': '沒有收到檔案。請選擇會計系統匯出的 CSV、XLSX 或 ODS。',
      en: 'no file arrived. Choose a CSV, XLSX or ODS from the accounting system.',
    });
  }
  return { name: part.filename, bytes };
}
