import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '@guankao/domain';
import { isDown, openStore } from '@guankao/store';
import { run, startTestServer, type TestServer } from './database.ts';

function open(url: string) {
  return openStore({ url, folder: '/nowhere', program: 'test' });
}

async function refusalOf(url: string): Promise<Refusal> {
  const error: unknown = await open(url).then(
    (store) => store.close(),
    (thrown: unknown) => thrown,
  );
  if (error instanceof Refusal) return error;
  throw new Error(`no refusal: ${String(error)}`);
}

describe('without a server', () => {
  test.each(['mysql://localhost/x', 'localhost:5432', 'postgres://'])('%s is no address', async (url) => {
    expect((await refusalOf(url)).id).toBe(url === 'postgres://' ? 'database-down' : 'database-url');
  });

  test.each([
    'postgresql://u:secret@127.0.0.1:1/x',
    'postgresql://u:secret@localhost:1/x',
    'postgresql://u:secret@no-such-host.invalid/x',
  ])('%s does not answer; the password is not told', async (url) => {
    const refusal = await refusalOf(url);
    expect(refusal.id).toBe('database-down');
    expect(JSON.stringify(refusal.inBothLanguages)).not.toContain('secret');
    expect(refusal.inBothLanguages.en).toContain(new URL(url).host);
  });
});

describe('a server older than 15', () => {
  let old: Server;
  let port = 0;
  beforeAll(async () => {
    old = pretend('14.9 (Debian 14.9-1)', 140_009);
    await new Promise<void>((listening) => old.listen(0, '127.0.0.1', listening));
    const address = old.address();
    port = typeof address === 'object' && address !== null ? address.port : 0;
  });
  afterAll(() => old.close());

  test('is refused with its version and what is needed', async () => {
    const refusal = await refusalOf(`postgresql://u@127.0.0.1:${port}/x`);
    expect(refusal.id).toBe('database-too-old');
    expect(refusal.inBothLanguages.en).toContain('PostgreSQL 14.9');
  });
});

test('a server that goes while it is used: a refusal in words, not a fault', async () => {
  const server = await startTestServer();
  try {
    const url = await server.emptyDatabase();
    const store = await open(url);
    const cut = store.connection.pool.query('select pg_sleep(60)').catch((error: unknown) => error);
    await expect
      .poll(
        async () => (await run(url, `select pid from pg_stat_activity where query = 'select pg_sleep(60)'`)).length,
        { timeout: 30_000 },
      )
      .toBe(1);
    await run(url, `select pg_terminate_backend(pid) from pg_stat_activity where query = 'select pg_sleep(60)'`);
    expect(isDown(await cut)).toBe(true);
    expect(await store.catalogue.health()).toMatchObject({ events: 0 });
    await run(new URL('/postgres', url).href, `drop database ${new URL(url).pathname.slice(1)} with (force)`);
    await expect(store.catalogue.health()).rejects.toThrow();
    await store.close();
  } finally {
    await server.stop();
  }
});

describe('a server that does not fit', () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startTestServer();
  });
  afterAll(() => server.stop());

  test('no such database', async () => {
    const url = new URL(await server.emptyDatabase());
    url.pathname = '/guankao_no_such';
    expect((await refusalOf(url.href)).id).toBe('database-missing');
  });

  test('another encoding', async () => {
    const url = new URL(await server.emptyDatabase());
    const name = `${url.pathname.slice(1)}_latin`;
    await run(url.href, `create database ${name} encoding 'LATIN1' locale 'C' template template0`);
    const latin = new URL(url);
    latin.pathname = `/${name}`;
    expect((await refusalOf(latin.href)).id).toBe('database-encoding');
    await run(url.href, `drop database ${name}`);
  });

  test('a wrong password', async () => {
    const url = new URL(await server.emptyDatabase());
    const role = url.pathname.slice(1);
    await run(url.href, `create role ${role} login password 'right'`);
    const wrong = new URL(url);
    wrong.username = role;
    wrong.password = 'wrong';
    const trusts = await run(wrong.href, 'select 1').then(
      () => true,
      () => false,
    );
    const opened: unknown = await open(wrong.href).then(
      (store) => store.close(),
      (error: unknown) => error,
    );
    await run(url.href, `drop role ${role}`);
    // A server whose pg_hba.conf trusts everyone takes any password; the role may then make no schema there.
    expect(opened).toMatchObject({ id: trusts ? 'database-owner-needed' : 'database-login' });
  });
});

/** Enough of PostgreSQL's protocol to be asked for its version: greets, then answers any query with one row. */
function pretend(shown: string, version: number): Server {
  return createServer((socket) => {
    socket.on('error', () => undefined);
    let greeted = false;
    socket.on('data', (data) => {
      const kind = String.fromCharCode(data[0] ?? 0);
      if (!greeted) {
        greeted = true;
        socket.write(Buffer.concat([message('R', int32(0)), ready()]));
      } else if (kind === 'Q') {
        socket.write(
          Buffer.concat([
            columns(['version', 'encoding', 'shown']),
            row([String(version), 'UTF8', shown]),
            message('C', text('SELECT 1')),
            ready(),
          ]),
        );
      }
    });
  });
}

function message(kind: string, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]);
}

function ready(): Buffer {
  return message('Z', Buffer.from('I'));
}

/** Names; the first an int4, the others text. */
function columns(names: readonly string[]): Buffer {
  const fields = names.map((name, at) =>
    Buffer.concat([text(name), int32(0), int16(0), int32(at === 0 ? 23 : 25), int16(-1), int32(-1), int16(0)]),
  );
  return message('T', int16(names.length), ...fields);
}

function row(values: readonly string[]): Buffer {
  return message(
    'D',
    int16(values.length),
    ...values.map((value) => Buffer.concat([int32(Buffer.byteLength(value)), Buffer.from(value)])),
  );
}

function text(value: string): Buffer {
  return Buffer.from(`${value}\0`);
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeInt16BE(value);
  return bytes;
}
