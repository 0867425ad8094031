import { writeFile } from 'node:fs/promises';
import { Refusal } from '@guankao/domain';
import { diffForms, exportFileName, exportForm, exportFormats, exportNotices, type ExportFormat } from '@guankao/forms';
import { read, type Reading } from '@guankao/reading';
import type { Arguments } from '../command.ts';
import { load } from '../files.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

export async function exportCommand(
  terminal: Terminal,
  { positionals: [path = ''], values }: Arguments,
): Promise<ExitCode> {
  const format = formatAsked(values['to']);
  const { reading } = await read(await load(path));
  const out = typeof values['out'] === 'string' ? values['out'] : exportFileName(reading, format);
  const bytes = await exportForm(reading, format, {
    cover: values['cover'] === true,
    archive: values['archive'] === true,
  });
  await writeFile(out, bytes).catch((error: unknown) => Promise.reject(cannotWrite(out, error)));
  terminal.err(
    terminal.lang === 'en'
      ? `${out}: ${reading.plans.length} plan rows written\n`
      : `${out}：寫出 ${reading.plans.length} 列計畫\n`,
  );
  for (const notice of await exportNotices(reading, format)) terminal.err(`${notice[terminal.lang]}\n`);
  return values['diff'] === true ? showDifferences(terminal, reading, out, bytes) : exit.well;
}

/** Reads what was written back and holds it against what was filed, cell by cell. */
async function showDifferences(terminal: Terminal, filed: Reading, name: string, bytes: Uint8Array): Promise<ExitCode> {
  const differences = diffForms(filed, (await read({ name, bytes })).reading);
  for (const { row, name: plan, column, filed: was, generated } of differences)
    terminal.out(`${row} ${plan}・${column}\n  - ${was ?? '∅'}\n  + ${generated ?? '∅'}\n`);
  terminal.out(
    terminal.lang === 'en'
      ? `${differences.length} cells differ from the form as filed\n`
      : `與原表不同的儲存格：${differences.length}\n`,
  );
  return differences.length === 0 ? exit.well : exit.errorFound;
}

function formatAsked(value: string | boolean | undefined): ExportFormat {
  if (typeof value === 'string' && Object.hasOwn(exportFormats, value)) return value as ExportFormat;
  const all = Object.keys(exportFormats).join(', ');
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `--to 要的是 ${all} 其中之一${value === undefined ? '' : `，收到「${value}」`}。例：guankao export filing.txt --to ods`,
    en: `--to takes one of ${all}${value === undefined ? '' : `; it was given "${value}"`}. Example: guankao export filing.txt --to ods`,
  });
}

function cannotWrite(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) return error instanceof Error ? error : new Error(String(error));
  return new Refusal('cannot-write', 403, {
    'zh-Hant': `寫不進「${path}」（${code}）。請換一個資料夾，或檢查權限與空間。`,
    en: `cannot write ${path} (${code}). Choose another folder, or check permissions and space.`,
  });
}
