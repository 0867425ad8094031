import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '@guankao/domain';
import { openStore } from '@guankao/store';
import { dayInTaipei } from '@guankao/workflow';
import type { Arguments } from '../command.ts';
import { load } from '../files.ts';
import { storeOptions } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** Written beside and moved into place when whole: a backup that has the name is one. */
export async function backupCommand(terminal: Terminal, { positionals: [path = ''] }: Arguments): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  const partial = `${path}.partial`;
  try {
    await pipeline(store.backup(terminal.now()), createGzip(), createWriteStream(partial, { mode: 0o600 })).catch(
      (error: unknown) => Promise.reject(cannotWrite(path, error)),
    );
    await rename(partial, path);
    const { size } = await stat(path);
    terminal.out(
      terminal.lang === 'en'
        ? `${path}: ${size.toLocaleString('en-US')} bytes\n`
        : `${path}：${size.toLocaleString('en-US')} 位元組\n`,
    );
    return exit.well;
  } finally {
    await rm(partial, { force: true });
    await store.close();
  }
}

export async function restoreCommand(terminal: Terminal, { positionals: [path = ''] }: Arguments): Promise<ExitCode> {
  await load(path);
  const store = await openStore(storeOptions(terminal));
  try {
    const counts = await store.restore(linesOf(path));
    // What became of today's digests no backup knows: none is sent twice.
    await store.office.enqueueDay(dayInTaipei(terminal.now()), [], terminal.now());
    for (const [table, rows] of Object.entries(counts)) terminal.out(`${table}  ${rows.toLocaleString('en-US')}\n`);
    return exit.well;
  } finally {
    await store.close();
  }
}

async function* linesOf(path: string): AsyncGenerator<string> {
  const file = createReadStream(path).pipe(createGunzip());
  const failed = new Promise<never>((_, reject) => file.once('error', () => reject(notGzip(path))));
  failed.catch(() => undefined);
  const lines = createInterface({ input: file, crlfDelay: Infinity })[Symbol.asyncIterator]();
  for (;;) {
    const next = await Promise.race([lines.next(), failed]);
    if (next.done === true) return;
    yield next.value;
  }
}

function notGzip(path: string): Refusal {
  return new Refusal('no-backup', 422, {
    'zh-Hant': `「${path}」不是 guankao 的備份，或中途被截斷；沒有還原任何東西。`,
    en: `${path} is no backup of guankao, or was cut short; nothing was restored.`,
  });
}

function cannotWrite(path: string, error: unknown): Error {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!/^E[A-Z]+$/.test(code)) return error instanceof Error ? error : new Error(String(error));
  return new Refusal('cannot-write', 403, {
    'zh-Hant': `寫不進「${path}」（${code}）。請換一個資料夾，或檢查權限與空間。`,
    en: `cannot write ${path} (${code}). Choose another folder, or check permissions and space.`,
  });
}
