import { readdirSync, readFileSync } from 'node:fs';
import type { Store } from '@guankao/store';

/** Seconds of processor time, where the system tells (Linux); they say what was done however loaded the machine was. */
interface Processor {
  readonly program: number;
  readonly database: number;
}

const ticksASecond = 100;

/** What this program and its database used so far. */
function used(postmaster: number): Processor {
  const { user, system } = process.cpuUsage();
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  const database = processes
    .map((pid) => fieldsOf(pid))
    .filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
    // Of the postmaster the ended children's, too.
    .reduce((sum, { pid, own, children }) => sum + own + (pid === postmaster ? children : 0), 0);
  return { program: (user + system) / 1e6, database: database / ticksASecond };
}

function fieldsOf(pid: string) {
  let text = '';
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // It has ended.
  }
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent = 0, user = 0, system = 0, usersOfChildren = 0, systemsOfChildren = 0] = [1, 11, 12, 13, 14].map(
    (at) => fields[at] ?? 0,
  );
  return { pid: Number(pid), parent, own: user + system, children: usersOfChildren + systemsOfChildren };
}

export interface Timed<Result> {
  readonly result: Result;
  /** By the clock. */
  readonly seconds: number;
  readonly processor: Processor | null;
}

export async function timed<Result>({ server }: Store, work: () => Promise<Result>): Promise<Timed<Result>> {
  const postmaster = process.platform === 'linux' ? (server?.pid ?? null) : null;
  const before = postmaster === null ? null : used(postmaster);
  const began = performance.now();
  const result = await work();
  const seconds = (performance.now() - began) / 1000;
  if (postmaster === null || before === null) return { result, seconds, processor: null };
  const after = used(postmaster);
  const processor = { program: after.program - before.program, database: after.database - before.database };
  return { result, seconds, processor };
}
