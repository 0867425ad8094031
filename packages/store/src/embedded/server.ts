import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { open, readFile, stat, truncate } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { Refusal } from '@guankao/domain';
import { findBinaries, type Binaries } from './binaries.ts';
import { createCluster, partsOf, passwordOf, programPassword, programRole, superuser } from './cluster.ts';
import { chooseGuise, handOver, type Guise } from './guise.ts';
import { forget, hasEnded, isOurs, readPostmaster, type Postmaster } from './postmaster.ts';
import { greet, type Presence } from './presence.ts';

/** A real PostgreSQL in a data folder, on 127.0.0.1 at a free port. `user` and `password` are the owner's. */
export interface EmbeddedServer {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
  /** The role that works, once `keepProgramRole` has made it. */
  readonly program: { readonly user: string; readonly password: string };
  readonly pid: number;
  /** How it came to be there: begun now, found running (another program's, or an orphan after `kill -9`). */
  readonly origin: 'started' | 'found';
  /** Leaves; the last program to leave stops the server. */
  stop(): Promise<void>;
}

export interface StartOptions {
  /** `GUANKAO_DATA`. */
  readonly folder: string;
  /** Called when the server goes away by itself. */
  readonly lost?: () => void;
  /** Where to listen; a free port by default. */
  readonly port?: number;
  /** For tests: how to run it, where the choice is not left to the machine. */
  readonly guise?: typeof chooseGuise;
}

const patience = 60_000;
const stopPatience = 30_000;
const largestLog = 10_000_000;

/**
 * PostgreSQL itself decides who owns the folder: of two programs that start at once one loses the race for
 * `postmaster.pid`, and then finds the other's server. So there is no lock of ours that could go stale.
 * Throws a Refusal where the server cannot be started.
 */
export async function startServer({
  folder,
  lost = () => undefined,
  port,
  guise = chooseGuise,
}: StartOptions): Promise<EmbeddedServer> {
  const home = join(resolve(folder), 'database');
  const { cluster } = partsOf(home);
  const binaries = await findBinaries();
  const disguise = await guise(home, binaries);
  if (!existsSync(home)) await createCluster(binaries, disguise, home);
  const password = await passwordOf(home);
  const deadline = Date.now() + patience;
  let begun: Attempt | null = null;
  while (Date.now() < deadline) {
    const found = await readPostmaster(cluster);
    if (found !== null && (await isOurs(found, cluster))) {
      const presence =
        found.port === null
          ? null
          : await greet(found.port, password, lost).catch((error: unknown) =>
              Promise.reject(notStarted(home, String(error))),
            );
      if (presence !== null && found.port !== null) {
        const origin = begun?.pid === found.pid ? 'started' : 'found';
        return { ...access(found.port, password), pid: found.pid, origin, stop: () => stop(presence, found, cluster) };
      }
    } else if (begun === null || begun.ended()) {
      if (begun !== null) await checkFailure(home, begun.logStart);
      if (found !== null) await forget(cluster, found);
      begun = await launch(binaries, disguise, home, port ?? (await freePort()));
    }
    await new Promise((wake) => setTimeout(wake, 20));
  }
  throw notStarted(home, await logSince(home, begun?.logStart ?? 0));
}

/**
 * The same, and started anew at its port when it goes away by itself (killed for want of memory, by a careless hand):
 * whoever asks in between is told that the database is down, and finds it again.
 */
export async function keepServer(options: Omit<StartOptions, 'lost' | 'port'>): Promise<EmbeddedServer> {
  let leaving = false;
  let current = startServer({ ...options, lost });
  const first = await current;
  function lost(): void {
    if (!leaving) current = startServer({ ...options, port: first.port, lost });
    // Where it cannot be started again, queries go on failing with the reason, and so does `stop` in silence.
    current.catch(() => undefined);
  }
  return {
    ...first,
    async stop() {
      leaving = true;
      await current.then(
        (server) => server.stop(),
        () => undefined,
      );
    },
  };
}

function access(port: number, password: string) {
  const program = { user: programRole, password: programPassword(password) };
  return { host: '127.0.0.1', port, user: superuser, password, database: 'postgres', program };
}

async function stop(presence: Presence, server: Postmaster, cluster: string): Promise<void> {
  // The signal is sent while the lock is held: whoever arrives now is turned away and starts anew.
  if (await presence.leave().catch(() => false)) {
    process.kill(server.pid, 'SIGINT');
    await hasEnded(server, cluster, stopPatience);
  }
  await presence.end();
}

interface Attempt {
  readonly pid: number;
  readonly logStart: number;
  ended(): boolean;
}

async function launch(binaries: Binaries, guise: Guise, home: string, port: number): Promise<Attempt> {
  const { cluster, log } = partsOf(home);
  await handOver(home, guise);
  const logStart = await trimmedSize(log);
  const output = await open(log, 'a', 0o600);
  const [program = '', ...words] = [...guise.prefix, binaries.postgres, '-D', cluster, ...settings(port)];
  // A session of its own: Ctrl-C in the terminal is for the program, which stops the server when it is done with it.
  const child = spawn(program, words, {
    cwd: home,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  });
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  child.unref();
  await output.close();
  return { pid: child.pid ?? 0, logStart, ended: () => ended };
}

/** Given on the command line, so that a data folder from an older program runs with today's. */
function settings(port: number): string[] {
  const values = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    max_connections: 60,
    // Counting 30,000 rows stays off the disk.
    work_mem: '16MB',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // The binary comes without its compiler.
    jit: 'off',
  };
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening, failed) => server.once('error', failed).listen(0, '127.0.0.1', listening));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no port of a TCP server');
  return address.port;
}

async function trimmedSize(log: string): Promise<number> {
  const size = await stat(log).then(
    (file) => file.size,
    () => 0,
  );
  if (size <= largestLog) return size;
  await truncate(log);
  return 0;
}

async function logSince(home: string, start: number): Promise<string> {
  const log = await readFile(partsOf(home).log).catch(() => Buffer.alloc(0));
  return log.subarray(start).toString('utf8').trim();
}

/** Reasons that pass: another program was quicker, the port was taken in between, the last server's processes are still going. */
const passing =
  /"postmaster\.pid" already exists|is another postmaster|pre-existing shared memory|Address already in use|could not create any TCP/i;

async function checkFailure(home: string, logStart: number): Promise<void> {
  const said = await logSince(home, logStart);
  if (!passing.test(said)) throw notStarted(home, said);
}

function notStarted(home: string, said: string): Refusal {
  const tail = said.split('\n').slice(-6).join(' / ') || '-';
  return new Refusal('database-not-started', 500, {
    'zh-Hant': `內附的 PostgreSQL 沒有啟動（資料在「${home}」）。它說：${tail}。完整紀錄在 ${partsOf(home).log}；也可以用 DATABASE_URL 指定另一個伺服器。`,
    en: `the embedded PostgreSQL did not start (its data: ${home}). It says: ${tail}. The whole log: ${partsOf(home).log}; or name another server by DATABASE_URL.`,
  });
}
