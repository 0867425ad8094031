import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { startServer } from '../../packages/store/src/embedded/server.ts';

/**
 * The server that integration tests run against: DATABASE_URL's, whose user must be allowed to create databases,
 * or the one that the run has started, or an embedded one in a folder of its own (that `mktemp -d` makes: 0700).
 */
export interface TestServer {
  /** Address of a new, empty database. */
  emptyDatabase(): Promise<string>;
  /** Address of the same database for a new role that may only log in. */
  programOf(url: string): Promise<string>;
  stop(): Promise<void>;
}

export async function startTestServer(): Promise<TestServer> {
  const given = process.env['DATABASE_URL'] || process.env[runsServer];
  if (given !== undefined) return around(given, async () => undefined);
  const { url, stop } = await embedded();
  return around(url, stop);
}

/** Where the address of the server stands that a run of the tests shares: starting one takes longer than most files do. */
const runsServer = 'GUANKAO_TEST_SERVER';

/** For all files of a run, as Vitest's `globalSetup`; gives what ends it. */
export default async function startForRun(): Promise<() => Promise<void>> {
  if (process.env['DATABASE_URL']) return async () => undefined;
  const { url, stop } = await embedded();
  process.env[runsServer] = url;
  return stop;
}

async function embedded(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-test-'));
  const server = await startServer({ folder });
  const url = `postgresql://${server.user}:${server.password}@${server.host}:${server.port}/${server.database}`;
  // What these databases hold is gone with them: nothing need reach the disk.
  for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes'])
    await run(url, `alter system set ${setting} = off`);
  await run(url, 'select pg_reload_conf()');
  return {
    url,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function around(url: string, stop: () => Promise<void>): TestServer {
  const made: string[] = [];
  const roles: string[] = [];
  return {
    async emptyDatabase() {
      const name = `guankao_test_${randomBytes(6).toString('hex')}`;
      await run(url, `create database ${name} encoding 'UTF8' template template0`);
      made.push(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return address.href;
    },
    async programOf(of) {
      const name = `guankao_test_${randomBytes(6).toString('hex')}`;
      await run(url, `create role ${name} login password '${name}'`);
      roles.push(name);
      const address = new URL(of);
      address.username = name;
      address.password = name;
      return address.href;
    },
    async stop() {
      for (const name of made) await run(url, `drop database if exists ${name} with (force)`);
      for (const name of roles) await run(url, `drop role ${name}`);
      await stop();
    },
  };
}

/** One statement on a connection of its own. */
export async function run(
  url: string,
  statement: string,
  values: unknown[] = [],
): Promise<readonly Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement, values)).rows;
  } finally {
    await client.end();
  }
}
