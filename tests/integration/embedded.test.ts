import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '@guankao/store';
import { findBinaries } from '../../packages/store/src/embedded/binaries.ts';
import { asUser, chooseGuise } from '../../packages/store/src/embedded/guise.ts';
import { keepServer, startServer, type EmbeddedServer } from '../../packages/store/src/embedded/server.ts';

let top: string;
let folder: string;
const running: EmbeddedServer[] = [];

beforeEach(() => {
  // 0700, as `mktemp -d` makes it.
  top = mkdtempSync(join(tmpdir(), 'guankao-test-'));
  folder = join(top, '深 處', 'data');
});
afterEach(async () => {
  for (const server of running.splice(0)) await server.stop();
  rmSync(top, { recursive: true, force: true });
});

async function start(options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<EmbeddedServer> {
  const server = await startServer({ folder, ...options });
  running.push(server);
  return server;
}

async function stop(server: EmbeddedServer): Promise<void> {
  running.splice(running.indexOf(server), 1);
  await server.stop();
}

async function ask(server: EmbeddedServer, statement: string): Promise<unknown> {
  const client = new Client(server);
  await client.connect();
  const { rows } = await client.query<Record<string, unknown>>(statement);
  await client.end();
  return Object.values(rows[0] ?? {})[0];
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

const sign = () => join(folder, 'database/cluster/postmaster.pid');

test('starts in a folder below a closed one, keeps what it was given, and stops', async () => {
  const first = await start();
  expect(first.origin).toBe('started');
  await ask(first, 'create table kept as select 7 as n');
  await stop(first);
  expect(existsSync(sign())).toBe(false);
  const second = await start();
  expect(await ask(second, 'select n from kept')).toBe(7);
});

test('is a safe server: fsync and checksums on, UTF-8, only on 127.0.0.1, no socket, a password of its own', async () => {
  const server = await start();
  const settings = [
    'fsync',
    'data_checksums',
    'server_encoding',
    'listen_addresses',
    'unix_socket_directories',
    'password_encryption',
  ];
  expect(await ask(server, `select array[${settings.map((name) => `current_setting('${name}')`).join(', ')}]`)).toEqual(
    ['on', 'on', 'UTF8', '127.0.0.1', '', 'scram-sha-256'],
  );
  expect(server.password.length).toBeGreaterThan(30);
  const stranger = new Client({ ...server, password: 'guess' });
  await expect(stranger.connect()).rejects.toThrow('password authentication failed');
});

describe('two programs on one folder', () => {
  test('share the server; the last to leave stops it', async () => {
    const first = await start();
    const second = await start();
    expect([second.origin, second.pid]).toEqual(['found', first.pid]);
    await stop(first);
    expect(await ask(second, 'select 1')).toBe(1);
    await stop(second);
    expect(existsSync(sign())).toBe(false);
  });

  test('that begin at once in an empty folder make one database', async () => {
    const servers = await Promise.all([start(), start(), start()]);
    expect(new Set(servers.map(({ pid }) => pid)).size).toBe(1);
  });

  test('one leaves as another comes: the other has a server', async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await start();
      const [, second] = await Promise.all([stop(first), start()]);
      expect(await ask(second, 'select 1')).toBe(1);
      await stop(second);
    }
  });
});

describe('after a crash', () => {
  /** A program that starts the server and is killed outright; gives the server that it leaves behind. */
  async function orphan(): Promise<number> {
    const script = `import('${join(import.meta.dirname, 'start-and-wait.ts')}').then((m) => m.startAndWait(${JSON.stringify(folder)}))`;
    const child = spawn(process.execPath, ['--conditions=source', '--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const pid = await new Promise<number>((resolve) =>
      child.stdout.once('data', (line: Buffer) => resolve(Number(line.toString()))),
    );
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    return pid;
  }

  test('of the program: the orphan is found, used, and stopped in the end', async () => {
    const pid = await orphan();
    expect(isAlive(pid)).toBe(true);
    const server = await start();
    expect([server.origin, server.pid]).toEqual(['found', pid]);
    await stop(server);
    expect(existsSync(sign())).toBe(false);
  });

  test('of the server: the next start recovers what was committed', async () => {
    const server = await start();
    await ask(server, 'create table kept as select 7 as n');
    process.kill(server.pid, 'SIGKILL');
    running.length = 0;
    const next = await start();
    expect(next.origin).toBe('started');
    expect(await ask(next, 'select n from kept')).toBe(7);
  });

  test('of the server under a program that keeps it: it is there again at the same port', async () => {
    const kept = await keepServer({ folder });
    running.push(kept);
    process.kill(kept.pid, 'SIGKILL');
    await expect.poll(() => ask(kept, 'select 1').catch(() => 'down'), { timeout: 30_000, interval: 100 }).toBe(1);
    await stop(kept);
    expect(existsSync(sign())).toBe(false);
  });

  test('of the server under an open record: questions in between are refused in words, later ones answered', async () => {
    const store = await openStore({ folder, program: 'test' });
    process.kill(store.server?.pid ?? 0, 'SIGKILL');
    // The old server's processes may answer a moment longer, so it is asked until the new one is there.
    const failures: unknown[] = [];
    const health = () => store.catalogue.health().catch((error: unknown) => void failures.push(error));
    await expect
      .poll(() => readFileSync(sign(), 'utf8').split('\n')[0], { timeout: 30_000, interval: 20 })
      .not.toBe(String(store.server?.pid));
    await expect.poll(health, { timeout: 30_000, interval: 20 }).toMatchObject({ events: 0 });
    for (const failure of failures)
      expect(failure).toMatchObject({ name: 'Refusal', id: 'database-down', status: 503 });
    await store.close();
  });

  test('of the machine, when the number has passed to another process', async () => {
    const server = await start();
    await stop(server);
    writeFileSync(sign(), `${process.pid}\n${join(folder, 'database/cluster')}\n0\n5432\n\n127.0.0.1\n\nready\n`);
    expect((await start()).origin).toBe('started');
  });

  test('in the middle of making the database: what is left is swept away', async () => {
    const half = join(folder, 'database.999999999-0a.new');
    mkdirSync(half, { recursive: true });
    await start();
    expect(existsSync(half)).toBe(false);
  });
});

test('a folder that was moved goes on', async () => {
  await stop(await start());
  renameSync(folder, join(top, 'moved'));
  folder = join(top, 'moved');
  expect((await start()).origin).toBe('started');
});

describe('as root', () => {
  test('where there are no user namespaces: as another user, to whom the data passes, below a closed folder', async (context) => {
    if (process.geteuid?.() !== 0) context.skip('only root can run the server as another user');
    const nobody = asUser({ uid: 65534, gid: 65534 });
    const first = await start({ guise: async () => nobody });
    expect(readFileSync(`/proc/${first.pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534\b/m);
    await stop(first);
    // From then on that user is found by the folder's owner.
    expect((await chooseGuise(join(folder, 'database'), await findBinaries())).owner).toEqual({
      uid: 65534,
      gid: 65534,
    });
    await start();
  });

  test("below another user's closed folder, which root in a namespace cannot reach", async (context) => {
    if (process.geteuid?.() !== 0) context.skip('only root can run the server as another user');
    chownSync(top, 12_345, 12_345);
    const server = await start();
    expect(await ask(server, 'select 1')).toBe(1);
  });
});

describe('refused', () => {
  test('a folder that may not be written', async (context) => {
    if (process.geteuid?.() === 0) context.skip('root may write everywhere; run as an ordinary user');
    chmodSync(top, 0o500);
    await expect(start()).rejects.toMatchObject({ name: 'Refusal', id: 'data-folder' });
    chmodSync(top, 0o700);
  });

  test('a file where the folder should be', async () => {
    writeFileSync(join(top, '深 處'), '');
    await expect(start()).rejects.toMatchObject({ id: 'data-folder' });
  });

  test('data of another version of PostgreSQL: its own words are told', async () => {
    await stop(await start());
    writeFileSync(join(folder, 'database/cluster/PG_VERSION'), '16\n');
    await expect(start()).rejects.toMatchObject({
      id: 'database-not-started',
      message: expect.stringContaining('initialized by PostgreSQL version 16'),
    });
  });
});
