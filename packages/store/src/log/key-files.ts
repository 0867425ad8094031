import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Refusal } from '@guankao/domain';
import { hexOf, type VerifierKey } from '@guankao/log';
import { newSigningKey, parseSigningKey, type SigningKey } from '@guankao/log/node';

/** Where the key that signs lies, and beside it the last head that it signed: both outside the database. */
export interface KeyFiles {
  readonly key: string;
  readonly head: string;
  /** Beside the embedded database the first key is made by itself. */
  readonly isOurs: boolean;
}

/** `named`: by the setting. null: this program serves the log and signs nothing. */
export function keyFilesOf(folder: string | null, named: string | undefined): KeyFiles | null {
  const key = named ?? (folder === null ? null : join(folder, 'log', 'key'));
  return key === null ? null : { key, head: `${key}.head`, isOurs: named === undefined };
}

/** null where there is none. Throws a Refusal where what lies there is no signing key. */
export async function readKey({ key: path }: Pick<KeyFiles, 'key'>): Promise<SigningKey | null> {
  const text = await readOrNull(path);
  if (text === null) return null;
  const key = parseSigningKey(text);
  if (key === null || key.verifier.type !== 'log') throw noKey(path);
  return key;
}

/** A new key for a new origin: the installation's id, which says nothing of who runs it. */
export async function makeKey({ key: path }: Pick<KeyFiles, 'key'>, origin = newOrigin()): Promise<SigningKey> {
  const key = newSigningKey(origin, 'log');
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => Promise.reject(cannotWrite(path, error)));
  try {
    await file.writeFile(`${key.secret}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  return key;
}

function newOrigin(): string {
  return `guankao/${randomBytes(16).toString('hex')}`;
}

/** The last head that was signed, as a note; null where none is kept. */
export async function readHead({ head }: Pick<KeyFiles, 'head'>): Promise<string | null> {
  return readOrNull(head);
}

/** On the disk before anybody sees what it says. */
export async function writeHead({ head }: Pick<KeyFiles, 'head'>, note: string): Promise<void> {
  const beside = `${head}.new`;
  const file = await open(beside, 'w', 0o600).catch((error: unknown) => Promise.reject(cannotWrite(head, error)));
  try {
    await file.writeFile(note);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(beside, head);
  const folder = await open(dirname(head), 'r');
  await folder.sync().finally(() => folder.close());
}

/** Puts what is left of an old key and its head aside, never away: what they signed stands. */
export async function putAside({ key, head }: KeyFiles, { id }: VerifierKey): Promise<void> {
  for (const path of [key, head])
    await rename(path, `${path}.${hexOf(id)}.old`).catch((error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw cannotWrite(path, error);
    });
}

async function readOrNull(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw cannotRead(path, error);
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}

function noKey(path: string): Refusal {
  return new Refusal('log-key-unreadable', 500, {
    'zh-Hant': `「${path}」不是公開日誌的簽署金鑰（PRIVATE+KEY+…，種類 1）。紀錄照常提供，但不簽署。請放回原來的檔案；遺失了就執行 guankao log open。`,
    en: `${path} is no signing key of a log (PRIVATE+KEY+…, of type 1). The record is served and nothing is signed. Put the file back; where it is lost, run guankao log open.`,
  });
}

function cannotRead(path: string, error: unknown): Refusal {
  return new Refusal('log-key-unreadable', 500, {
    'zh-Hant': `讀不到「${path}」（${codeOf(error)}）。紀錄照常提供，但不簽署。請檢查檔案的權限。`,
    en: `cannot read ${path} (${codeOf(error)}). The record is served and nothing is signed. Check the file’s permissions.`,
  });
}

function cannotWrite(path: string, error: unknown): Refusal {
  return new Refusal('log-key-not-written', 500, {
    'zh-Hant': `寫不進「${path}」（${codeOf(error)}）；原有的檔案沒有更動。請檢查資料夾的權限與空間，或用 GUANKAO_LOG_KEY 指定別處。`,
    en: `cannot write ${path} (${codeOf(error)}); what was there was not touched. Check the folder’s permissions and space, or name another place by GUANKAO_LOG_KEY.`,
  });
}
