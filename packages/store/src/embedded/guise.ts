import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chown, lstat, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Refusal } from '@guankao/domain';
import type { Binaries } from './binaries.ts';

const run = promisify(execFile);

/**
 * How PostgreSQL is started: it refuses to run as root, so root runs it as someone else.
 * `prefix` goes before its command line; each such program becomes the one after it, so the process id stays.
 */
export interface Guise {
  readonly prefix: readonly string[];
  /** To whom the database's folder must belong; null: to whom it belongs already. */
  readonly owner: Owner | null;
}

interface Owner {
  readonly uid: number;
  readonly gid: number;
}

const asMyself: Guise = { prefix: [], owner: null };

/** Nobody's id on Linux. Inside a user namespace it is only a name for who we are outside. */
const nobody: Owner = { uid: 65534, gid: 65534 };

const inNamespace: Guise = {
  prefix: ['unshare', '--user', `--map-user=${nobody.uid}`, `--map-group=${nobody.gid}`],
  owner: null,
};

/**
 * As an ordinary user: as oneself. As root there are two ways, both tried on folders below a 0700 one:
 *
 * 1. A user namespace in which root is called nobody. All files stay root's. Not to be had in many containers.
 * 2. Another user, who keeps the one capability to reach folders that are closed to others. The data becomes theirs.
 *
 * A database that belongs to another user already goes on as that user.
 */
export async function chooseGuise(home: string, { postgres }: Pick<Binaries, 'postgres'>): Promise<Guise> {
  if (process.geteuid?.() !== 0) return asMyself;
  const owner = await ownerOf(home);
  const isRoots = owner === null || owner.uid === 0;
  const candidates = isRoots ? [inNamespace, asUser(await someUser())] : [asUser(owner)];
  for (const guise of candidates) {
    if (await works(guise, postgres, nearestFolder(home))) return guise;
  }
  throw rootRefused();
}

/** The folder itself, or the one in which it will be made. */
function nearestFolder(path: string): string {
  return existsSync(path) ? path : nearestFolder(dirname(path));
}

export function asUser(owner: Owner): Guise {
  const capability = '+dac_override';
  return {
    prefix: [
      'setpriv',
      `--reuid=${owner.uid}`,
      `--regid=${owner.gid}`,
      '--clear-groups',
      `--inh-caps=${capability}`,
      `--ambient-caps=${capability}`,
    ],
    owner,
  };
}

/** It can be had here, reaches the program, and may write the folder (which in a namespace only root's own are). */
async function works(
  { prefix: [program = '', ...words], owner }: Guise,
  postgres: string,
  folder: string,
): Promise<boolean> {
  const tries = [[postgres, '--version'], ...(owner === null ? [['test', '-w', folder]] : [])];
  return Promise.all(tries.map(async (command) => run(program, [...words, ...command]))).then(
    () => true,
    () => false,
  );
}

async function ownerOf(path: string): Promise<Owner | null> {
  return stat(path).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );
}

/** initdb wants a user whom the system knows by name. */
async function someUser(): Promise<Owner> {
  const users = await readFile('/etc/passwd', 'utf8').catch(() => '');
  const line = /^postgres:[^:]*:(\d+):(\d+)/m.exec(users);
  return line === null ? nobody : { uid: Number(line[1]), gid: Number(line[2]) };
}

/** Gives the folder and all in it to the guise's owner. */
export async function handOver(folder: string, { owner }: Guise): Promise<void> {
  if (owner === null) return;
  await chown(folder, owner.uid, owner.gid);
  const entries = await readdir(folder, { recursive: true });
  for (const entry of entries) {
    const path = join(folder, entry);
    if ((await lstat(path)).uid !== owner.uid) await chown(path, owner.uid, owner.gid);
  }
}

function rootRefused(): Refusal {
  return new Refusal('database-as-root', 500, {
    'zh-Hant':
      'PostgreSQL 不以 root 執行，而這台電腦既不能用使用者命名空間（unshare），也不能換成別的使用者（setpriv）。請改用一般使用者執行，或用 DATABASE_URL 指定伺服器。',
    en: 'PostgreSQL does not run as root, and this machine offers neither user namespaces (unshare) nor another user (setpriv). Run as an ordinary user, or name a server by DATABASE_URL.',
  });
}
