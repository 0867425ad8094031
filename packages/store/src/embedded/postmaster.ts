import { link, readFile, readlink, realpath, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** What a running server says of itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  /** null while it has not come so far. */
  readonly port: number | null;
}

/** Lines of the file: process id, data folder, start time, port, socket folder, address, shared memory, state. */
export async function readPostmaster(cluster: string): Promise<Postmaster | null> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  const port = Number(lines[3]);
  return { pid, port: Number.isInteger(port) && port > 0 ? port : null };
}

/** Alive and within our reach: a process of some other user is none that we started. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Alive, and at work in this folder. After a restart of the machine or container the number in the file
 * often belongs to some other process, for which PostgreSQL would refuse to start.
 */
export async function isOurs({ pid }: Postmaster, cluster: string): Promise<boolean> {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null);
  return folder === (await realpath(cluster));
}

/**
 * Removes the sign of a server whose number has passed to some other process; PostgreSQL sees to all other leftovers.
 * It is moved aside first and put back if it turns out to be a newer server's.
 */
export async function forget(cluster: string, stale: Postmaster): Promise<void> {
  if (!isAlive(stale.pid)) return;
  const sign = join(cluster, 'postmaster.pid');
  const aside = join(cluster, `postmaster.pid.${process.pid}`);
  await rename(sign, aside).catch(() => undefined);
  const moved = await readFile(aside, 'utf8').catch(() => '');
  if (moved !== '' && Number.parseInt(moved, 10) !== stale.pid) await link(aside, sign).catch(() => undefined);
  await rm(aside, { force: true });
}

/**
 * true once the server has put its things in order and gone; false where it is still there after `milliseconds`.
 * An orphan's number may stay for a while after its end, until the system has taken notice: its sign is what counts.
 */
export async function hasEnded({ pid }: Postmaster, cluster: string, milliseconds: number): Promise<boolean> {
  for (let waited = 0; waited < milliseconds; waited += 20) {
    if (!isAlive(pid) || (await readPostmaster(cluster))?.pid !== pid) return true;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return false;
}
