import { execFile } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '@guankao/domain';
import type { Binaries } from './binaries.ts';
import { handOver, type Guise } from './guise.ts';
import { isAlive } from './postmaster.ts';

const run = promisify(execFile);

/** Where the parts of an embedded database lie below its home, `GUANKAO_DATA/database`. */
export function partsOf(home: string) {
  return { cluster: join(home, 'cluster'), password: join(home, 'password'), log: join(home, 'log') };
}

/** Owns the schema: migrates and restores. */
export const superuser = 'guankao';

/** As whom the program works on the embedded database: it may add to the record, and not change it. */
export const programRole = 'guankao_program';

/**
 * Makes a new, empty database in `home`, whole or not at all: it is built beside and renamed into place.
 * Where another program was quicker, its database stands and ours is thrown away.
 */
export async function createCluster(binaries: Binaries, guise: Guise, home: string): Promise<void> {
  await sweep(home);
  const building = `${home}.${process.pid}-${randomBytes(3).toString('hex')}.new`;
  const parts = partsOf(building);
  await makeFolder(building);
  await writeFile(parts.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
  await handOver(building, guise);
  await initialise(binaries, guise, building);
  await rename(building, home).catch(async (error: unknown) => {
    await rm(building, { recursive: true, force: true });
    if (!(error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'EEXIST')))
      throw error;
  });
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o700);
  } catch (error) {
    throw cannotWrite(dirname(folder), error);
  }
}

async function initialise(binaries: Binaries, { prefix }: Guise, home: string): Promise<void> {
  const { cluster, password } = partsOf(home);
  const [program = '', ...words] = [
    ...prefix,
    binaries.initdb,
    `--pgdata=${cluster}`,
    `--username=${superuser}`,
    `--pwfile=${password}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--data-checksums',
  ];
  try {
    await run(program, words, { cwd: home, env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  } catch (error) {
    await rm(home, { recursive: true, force: true });
    throw cannotCreate(home, error);
  }
}

/** Throws away what programs that were killed in the middle left behind. */
async function sweep(home: string): Promise<void> {
  const names = await readdir(dirname(home)).catch(() => []);
  for (const name of names) {
    const pid = name.startsWith(`${basename(home)}.`) ? /\.(\d+)-[0-9a-f]+\.new$/.exec(name)?.[1] : undefined;
    if (pid !== undefined && !isAlive(Number(pid)))
      await rm(join(dirname(home), name), { recursive: true, force: true });
  }
}

export async function passwordOf(home: string): Promise<string> {
  return readFile(partsOf(home).password, 'utf8').catch((error: unknown) => Promise.reject(cannotOpen(home, error)));
}

/**
 * The program's own, made of the owner's: a folder of an older program has no second file, and whoever learns this one
 * does not know the other.
 */
export function programPassword(ownersPassword: string): string {
  return createHmac('sha256', ownersPassword).update(programRole).digest('base64url');
}

function cannotWrite(folder: string, error: unknown): Refusal {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Refusal('data-folder', 500, {
    'zh-Hant': `無法在「${folder}」建立資料夾（${cause}）。請用 GUANKAO_DATA 指定一個可以寫入的資料夾。`,
    en: `cannot make a folder in ${folder} (${cause}). Name a folder that may be written by GUANKAO_DATA.`,
  });
}

function cannotOpen(home: string, error: unknown): Refusal {
  const cause = error instanceof Error && 'code' in error ? String(error.code) : String(error);
  return new Refusal('data-folder', 500, {
    'zh-Hant': `無法開啟「${home}」的資料庫（${cause}）。請以當初建立它的使用者執行，或用 GUANKAO_DATA 指定另一個資料夾。`,
    en: `cannot open the database in ${home} (${cause}). Run as the user who created it, or name another folder by GUANKAO_DATA.`,
  });
}

function cannotCreate(home: string, error: unknown): Refusal {
  const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : String(error);
  return new Refusal('database-not-created', 500, {
    'zh-Hant': `內附的 PostgreSQL 無法在「${dirname(home)}」建立資料庫：${said}。請檢查磁碟空間與權限，或用 DATABASE_URL 指定伺服器。`,
    en: `the embedded PostgreSQL could not create its database in ${dirname(home)}: ${said}. Check disk space and permissions, or name a server by DATABASE_URL.`,
  });
}
