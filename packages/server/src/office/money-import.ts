import type { FastifyRequest } from 'fastify';
import { Refusal } from '@guankao/domain';
import type { SourceFile } from '@guankao/documents';
import type { Output, Pool } from '@guankao/pool';
import type { Office } from '@guankao/store';
import {
  currentEntry,
  demand,
  demandReadable,
  may,
  recordable,
  rowPolicy,
  yearPolicy,
  type Actor,
  type MoneyMapping,
  type Reconciliation,
  isStanding,
} from '@guankao/workflow';
import { keyOf } from '../commands/asked.ts';
import { askedBy } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';
import { uploadedParts } from '../edge/uploads.ts';

export const largestMoneyFile = 5 * 1024 * 1024;

export type MoneyPreview = Output<'reconcile-money'>;

/** Throws a Refusal where it is not said which column is what. */
export function demandReconciled({ mapping, headings, reconciliation, accounts }: MoneyPreview): Reconciliation {
  demandReadable(mapping, headings);
  if (accounts !== null) throw byAccount(Object.values(mapping.account ?? {}));
  if (reconciliation === null) throw new Error('a file that can be read was not held against the rows');
  return reconciliation;
}

function byAccount(headings: readonly string[]): Refusal {
  return new Refusal('file-by-account', 422, {
    'zh-Hant': `這個檔案依預算科目編列（「${headings.join('」「')}」），不是依計畫，所以沒有比對也沒有登錄。請到這個年度的「科目對應」頁匯入科目，再指定歸屬的計畫。其中一欄其實是計畫名稱的話，請把它指定為計畫的欄。`,
    en: `this file goes by budget account (${headings.join(', ')}), not by plan, so nothing was compared or recorded. Import accounts on the page "Account mapping" of this year, and assign them to plans there. If one of these columns does name the plans, choose it as the plan's column.`,
  });
}

/** Reads the accounting system's file and holds it against the rows that this accountant owns. Nothing is recorded. */
export async function previewMoney(
  pool: Pool,
  request: FastifyRequest,
  office: Office,
  yearId: string,
  file: SourceFile,
  asked: MoneyMapping | null,
  actor: Actor,
): Promise<MoneyPreview> {
  const [tree, form] = [await office.tree(), await office.year(yearId)];
  if (form === null || !may(yearPolicy, 'read', actor, form.year, tree))
    throw new Refusal('no-such-year', 404, {
      'zh-Hant': `找不到「${yearId}」這個年度的表，或您無權查看。`,
      en: `there is no year ${yearId}, or you may not see it.`,
    });
  demand(yearPolicy, 'import-money', actor, form.year, tree);
  const saved = (await office.moneyMapping(agencyOf(actor))) as MoneyMapping | null;
  const own = form.rows.filter((row) => may(rowPolicy, 'write-money', actor, row, tree)).map(({ id }) => id);
  const agencyNames = Object.fromEntries((await office.agencies()).map(({ id, name }) => [id, name]));
  const input = { file, asked, saved, rows: form.rows.filter(isStanding), own, agencyNames };
  return pool.run('reconcile-money', input, asking(request, file.name));
}

/** The same, and recorded: the whole file or the chosen rows, in one transaction, or nothing. The mapping is saved for next time. */
export async function importMoney(
  pool: Pool,
  request: FastifyRequest,
  office: Office,
  yearId: string,
  file: SourceFile,
  asked: MoneyMapping | null,
  actor: Actor,
  now: Date,
  chosen: readonly string[] | null,
): Promise<MoneyPreview> {
  const preview = await previewMoney(pool, request, office, yearId, file, asked, actor);
  const steps = recordable(demandReconciled(preview), preview.mapping, chosen).flatMap(({ row, line }) =>
    line === null
      ? []
      : [
          {
            noun: 'row',
            command: 'record-money',
            id: row.id,
            shown: row.version,
            input: { ...currentEntry(row), money: line.money, document: file.name },
          },
        ],
  );
  await office.perform(steps, { ...askedBy(request), at: now, key: keyOf(request) });
  await office.keepMoneyMapping(agencyOf(actor), preview.mapping, now);
  return preview;
}

function agencyOf(actor: Actor): string {
  return actor.grants.find(({ role }) => role === 'accountant')?.agency ?? '';
}

/** The same, with the fields of the form, wherever they stand in it. */
export async function uploadedWithFields(
  request: FastifyRequest,
): Promise<{ readonly file: SourceFile; readonly fields: Readonly<Record<string, string>> }> {
  const fields: Record<string, string> = {};
  let file: SourceFile | null = null;
  for await (const part of uploadedParts(request, { fileSize: largestMoneyFile, files: 1 })) {
    if ('field' in part) fields[part.field] = part.value;
    else ({ file } = part);
  }
  if (file === null || file.bytes.length === 0) throw noFile();
  return { file, fields };
}

/** The one file of a form. Throws a Refusal where there is none, or it is too large. */
export async function uploadedFile(request: FastifyRequest): Promise<SourceFile> {
  return (await uploadedWithFields(request)).file;
}

function noFile(): Refusal {
  return new Refusal('no-file', 400, {
    'zh-Hant': '沒有收到檔案。請選擇要匯入的 CSV、XLSX 或 ODS。',
    en: 'no file arrived. Choose the CSV, XLSX or ODS to be imported.',
  });
}
