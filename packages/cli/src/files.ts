import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Refusal } from '@guankao/domain';
import type { SourceFile } from '@guankao/documents';

/** A path as the person gave it, with the file's bytes. */
export interface GivenFile extends SourceFile {
  readonly path: string;
}

/** Files that a filing may be in; others in a folder are passed over in silence only when they are not of these kinds. */
const readable = /\.(txt|csv|pdf|ods|odt|xlsx|docx|xls|doc|html?|json)$/i;

/** The files behind the paths given, folders opened (all levels), in order of name. Throws a Refusal for a path that is not there. */
export async function expand(paths: readonly string[]): Promise<readonly string[]> {
  const all = await Promise.all(
    paths.map(async (path) => ((await statOf(path)).isDirectory() ? filesIn(path) : [path])),
  );
  return all.flat();
}

async function filesIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true }).catch((error: unknown) =>
    Promise.reject(cannotRead(folder, error)),
  );
  const files = names
    .filter((name) => readable.test(name))
    .toSorted()
    .map((name) => join(folder, name));
  if (files.length > 0) return files;
  throw new Refusal('empty-folder', 404, {
    'zh-Hant': `資料夾「${folder}」裡沒有可讀的檔案（txt、pdf、ods、odt、xlsx、docx、html、csv）。請指定檔案或另一個資料夾。`,
    en: `the folder ${folder} holds no file that can be read (txt, pdf, ods, odt, xlsx, docx, html, csv). Name a file or another folder.`,
  });
}

async function statOf(path: string) {
  return stat(path).catch((error: unknown) => Promise.reject(cannotRead(path, error)));
}

export async function load(path: string): Promise<GivenFile> {
  if ((await statOf(path)).isDirectory()) {
    throw new Refusal('is-a-folder', 400, {
      'zh-Hant': `「${path}」是資料夾，這裡要的是一個檔案。`,
      en: `${path} is a folder; a file is wanted here.`,
    });
  }
  const bytes = await readFile(path).catch((error: unknown) => Promise.reject(cannotRead(path, error)));
  return { path, name: basename(path), bytes };
}

export function cannotRead(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') {
    return new Refusal('no-such-file', 404, {
      'zh-Hant': `找不到「${path}」。請檢查路徑與檔名。`,
      en: `there is no ${path}. Check the path and the name.`,
    });
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new Refusal('no-permission', 403, {
      'zh-Hant': `沒有讀取「${path}」的權限。請調整檔案權限，或以有權限的使用者執行。`,
      en: `no permission to read ${path}. Change the file's permissions, or run as a user who has them.`,
    });
  }
  return error instanceof Error ? error : new Error(String(error));
}
