import { createConnection } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { createServer, firstAdministratorSecret } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { run, startTestServer, type TestServer } from './database.ts';

/** Signing in under attack, over HTTP, on two servers of one record. */

const password = 'four unrelated words here';
const own = { 'sec-fetch-site': 'same-origin' };
const json = { 'content-type': 'application/json' };
const form = { 'content-type': 'application/x-www-form-urlencoded' };

let database: TestServer;
let url: string;
let store: Store;
let servers: FastifyInstance[];
let bases: string[];
// No route is asked here that would have it work.
const pool = new Pool();
let now = new Date('2026-01-05T01:00:00Z');

beforeAll(async () => {
  database = await startTestServer();
  url = await database.emptyDatabase();
  store = await openStore({ url, folder: '', program: 'guankao test' });
  const options = { catalogue: store.catalogue, pool, office: store.office, clock: () => now };
  servers = [await createServer(options), await createServer(options)];
  bases = [];
  for (const server of servers) {
    await server.listen({ port: 0, host: '127.0.0.1' });
    bases.push(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
  }
  const secret = await firstAdministratorSecret(store.office, now);
  const made = { secret, ministryId: 'ministry', ministryName: '範例部', login: 'admin', name: '管理者', password };
  const { status } = await post('/api/setup', made);
  if (status !== 201) throw new Error(`the first administrator was not made: ${status}`);
});
afterAll(async () => {
  for (const server of servers) await server.close();
  await pool.close();
  await store.close();
  await database.stop();
});
beforeEach(async () => {
  now = new Date(now.getTime() + 2 * 86_400_000);
  await run(url, 'delete from guankao.request_counts');
});

interface Answer {
  readonly status: number;
  readonly text: string;
  readonly json: () => Record<string, unknown>;
  readonly headers: Headers;
  /** By name. */
  readonly cookies: Readonly<Record<string, string>>;
  readonly milliseconds: number;
}

async function ask(path: string, init: RequestInit, at = 0): Promise<Answer> {
  const started = performance.now();
  const response = await fetch(`${bases[at]}${path}`, { redirect: 'manual', ...init });
  const text = await response.text();
  const cookies = response.headers.getSetCookie().map((line) => /^([^=]+)=([^;]*)/.exec(line) ?? []);
  return {
    status: response.status,
    text,
    json: () => JSON.parse(text) as Record<string, unknown>,
    headers: response.headers,
    cookies: Object.fromEntries(cookies.map(([, name, value]) => [name ?? '', value ?? ''])),
    milliseconds: performance.now() - started,
  };
}

const post = (path: string, body: unknown, headers: Record<string, string> = {}, at = 0) =>
  ask(path, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } }, at);
const guess = (login: string, tried: string, headers: Record<string, string> = {}, at = 0) =>
  post('/api/sessions', { login, password: tried }, headers, at);

async function invite(login: string): Promise<string> {
  const admin = (await guess('admin', password)).json()['token'];
  const invited = await post(
    '/api/accounts',
    { login, name: login, grants: [{ role: 'officer', agency: 'ministry' }] },
    { authorization: `Bearer ${String(admin)}` },
  );
  return String(invited.json()['secret']);
}

async function account(login: string): Promise<Answer> {
  const set = await post('/api/passwords', { secret: await invite(login), password });
  expect(set.status).toBe(201);
  return set;
}

describe('200 guesses at the same moment, on two servers', () => {
  const kindsOf = (answers: readonly Answer[]) => {
    const kinds: Record<string, number> = {};
    for (const { status, text } of answers) {
      const kind = `${status} ${String((JSON.parse(text) as { type?: string }).type)}`;
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    return kinds;
  };
  const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

  async function attack(login: string, right: number | null): Promise<readonly Answer[]> {
    return Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        guess(login, at === right ? password : `wrong password ${at}`, {}, at % 2),
      ),
    );
  }

  test('five at most are looked at; the right one among the rest is refused, and the pause holds', async () => {
    await account('lin');
    const answers = await attack('lin', 120);
    const looked = answers.filter(({ status }) => status !== 429);
    expect(looked.length).toBeLessThanOrEqual(5);
    expect(answers[120]?.status).toBe(429);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect(Number(answers.find(({ status }) => status === 429)?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await guess('lin', password)).status).toBe(429);
    // The next one that is looked at doubles the pause.
    now = new Date(now.getTime() + 31_000);
    expect((await guess('lin', 'wrong again')).status).toBe(401);
    now = new Date(now.getTime() + 31_000);
    expect((await guess('lin', password)).status).toBe(429);
    now = new Date(now.getTime() + 31_000);
    expect((await guess('lin', password)).status).toBe(201);
  });

  test('a login that does not exist, and one that was only invited, answer the same', async () => {
    await account('known');
    await invite('invited');
    const kinds = [];
    for (const login of ['known', 'invited', 'nobody', 'no such login at all 王']) {
      kinds.push(kindsOf(await attack(login, null)));
    }
    expect(kinds[0]).toMatchObject({ '401 urn:guankao:problem:wrong-credentials': 5 });
    expect(kinds[1]).toEqual(kinds[0]);
    expect(kinds[2]).toEqual(kinds[0]);
    expect(kinds[3]).toEqual(kinds[0]);
  });

  test('the words of the answers are the same, but for the address of the request', async () => {
    await account('worded');
    const said = [];
    for (const login of ['worded', 'unworded']) {
      const texts = [];
      for (let at = 0; at < 7; at++) texts.push((await guess(login, 'wrong password')).text);
      said.push(texts);
    }
    expect(said[0]).toEqual(said[1]);
  });

  test('and they take the same time', async () => {
    await account('timed');
    const times: Record<'timed' | 'untimed', number[]> = { timed: [], untimed: [] };
    for (let round = 0; round < 30; round++) {
      // Each in a time of its own, so that none is paused; in turns, so that both see the same machine.
      now = new Date(now.getTime() + 2 * 86_400_000);
      const order = round % 2 === 0 ? (['timed', 'untimed'] as const) : (['untimed', 'timed'] as const);
      for (const login of order) times[login].push((await guess(login, 'wrong password')).milliseconds);
    }
    const ratio = median(times.timed) / median(times.untimed);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });
});

describe('a known device', () => {
  const cookieOf = ({ cookies }: Answer) => ({ cookie: `guankao_device=${cookies['guankao_device']}`, ...own });

  test('is not kept out by strangers’ guesses, and is paused by its own', async () => {
    const device = cookieOf(await account('chen'));
    for (let at = 0; at < 8; at++) await guess('chen', 'wrong password', {}, at % 2);
    expect((await guess('chen', password)).status).toBe(429);
    expect((await guess('chen', password, device)).status).toBe(201);
    for (let at = 0; at < 5; at++) expect((await guess('chen', `wrong ${at}`, device)).status).toBe(401);
    expect((await guess('chen', password, device)).status).toBe(429);
  });

  test('is not kept out by a network that is paused', async () => {
    const device = cookieOf(await account('hsu'));
    for (let at = 0; at < 51; at++) await guess(`somebody ${at}`, 'wrong password');
    const other = await guess('another', 'wrong password');
    expect([other.status, other.json()['type']]).toEqual([429, 'urn:guankao:problem:network-paused']);
    expect((await guess('hsu', password, device)).status).toBe(201);
  });

  test('is known for the accounts that signed in on it, and for no other', async () => {
    const first = await account('wu');
    await account('tsai');
    const both = await guess('tsai', password, cookieOf(first));
    for (let at = 0; at < 6; at++) {
      await guess('wu', 'wrong password');
      await guess('tsai', 'wrong password');
      await guess('admin', 'wrong password');
    }
    expect((await guess('tsai', password, cookieOf(first))).status).toBe(429);
    expect((await guess('wu', password, cookieOf(both))).status).toBe(201);
    expect((await guess('tsai', password, cookieOf(both))).status).toBe(201);
    expect((await guess('admin', password, cookieOf(both))).status).toBe(429);
  });

  test('a mark that was made up, changed or has ended is none', async () => {
    const { cookies } = await account('kuo');
    const mark = cookies['guankao_device'] ?? '';
    const [nonce = '', end = '', signature = ''] = mark.split('.');
    const forged = [
      `${nonce}.${end}.${'A'.repeat(43)}`,
      `${'B'.repeat(22)}.${end}.${signature}`,
      `${nonce}.${Number(end) + 1}.${signature}`,
      `${nonce}.${end}.`,
      '',
    ];
    for (let at = 0; at < 5; at++) await guess('kuo', 'wrong password');
    for (const value of forged)
      expect((await guess('kuo', password, { cookie: `guankao_device=${value}`, ...own })).status).toBe(429);
    now = new Date(now.getTime() + 366 * 86_400_000);
    for (let at = 0; at < 5; at++) await guess('kuo', 'wrong password');
    expect((await guess('kuo', password, { cookie: `guankao_device=${mark}`, ...own })).status).toBe(429);
  });

  test('a new password makes it unknown', async () => {
    const device = cookieOf(await account('yeh'));
    const { rows } = await store.connection.pool.query<{ id: string }>(
      `select id from guankao.accounts where login = 'yeh'`,
    );
    await store.office.addLink('0'.repeat(64), rows[0]?.id ?? '', new Date(now.getTime() + 1_000));
    await store.office.setPasswordByLink('0'.repeat(64), 'argon2 of another', now);
    for (let at = 0; at < 5; at++) await guess('yeh', 'wrong password');
    expect((await guess('yeh', 'anything', device)).status).toBe(429);
  });
});

describe('sessions', () => {
  const me = (headers: Record<string, string>) => ask('/api/me', { headers });
  const bearer = (answer: Answer) => ({ authorization: `Bearer ${String(answer.json()['token'])}` });

  test('a second sign-in in the same browser ends the first session', async () => {
    const first = await account('huang');
    expect((await me(bearer(first))).status).toBe(200);
    const cookie = `guankao_session=${first.cookies['guankao_session']}`;
    const second = await guess('huang', password, { cookie, ...own });
    expect((await me(bearer(first))).status).toBe(401);
    expect((await me(bearer(second))).status).toBe(200);
  });

  test('signing out with a bearer ends the session; a token for scripts is told that it is none', async () => {
    const opened = await account('liu');
    const token = await post('/api/tokens', { name: 'script' }, bearer(opened));
    const signOut = (answer: Answer) => ask('/api/sessions', { method: 'DELETE', headers: bearer(answer) });
    expect((await signOut(opened)).status).toBe(204);
    expect((await me(bearer(opened))).status).toBe(401);
    expect((await signOut(opened)).status).toBe(204);
    const refused = await signOut(token);
    expect([refused.status, refused.json()['type']]).toEqual([409, 'urn:guankao:problem:token-is-no-session']);
    expect((await me(bearer(token))).status).toBe(200);
  });

  test('what has ended is swept', async () => {
    await account('sung');
    await store.office.sweepSessions(new Date(now.getTime() + 86_400_000 * 4));
    await store.office.sweepAttempts(new Date(now.getTime() + 86_400_000 * 4));
    for (const table of ['sessions', 'links', 'sign_in_attempts', 'request_counts'])
      expect(await run(url, `select count(*)::int as count from guankao.${table}`)).toEqual([{ count: 0 }]);
  });

  test('cookies can be read by no script; the device’s goes to no other site’s request', async () => {
    const answer = await account('chiu');
    const [session, device] = answer.headers.getSetCookie();
    expect(session).toMatch(/^guankao_session=[\w-]{43}; Max-Age=36000; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(device).toMatch(/^guankao_device=\S+; Max-Age=31536000; Path=\/; HttpOnly; SameSite=Strict$/);
  });
});

describe('one-time links', () => {
  test('a weak or a common password leaves the link as it is', async () => {
    const secret = await invite('peng');
    for (const [weak, id] of [
      ['short', 'weak-password'],
      ['peng and more words', 'weak-password'],
      ['123456789012', 'common-password'],
      ['Password1234!', 'common-password'],
    ]) {
      const refused = await post('/api/passwords', { secret, password: weak });
      expect([refused.status, refused.json()['type']]).toEqual([422, `urn:guankao:problem:${id}`]);
    }
    const page = await ask(`/welcome/${secret}`, {
      method: 'POST',
      body: new URLSearchParams({ password: 'qwertyuiop12' }).toString(),
      headers: { ...form, ...own },
    });
    expect(page.status).toBe(422);
    expect((await post('/api/passwords', { secret, password })).status).toBe(201);
    expect((await post('/api/passwords', { secret, password })).status).toBe(410);
    expect((await ask(`/welcome/${secret}`, {})).status).toBe(410);
  });

  test('a setup that is refused leaves the console’s link as it is', async () => {
    const other = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
    try {
      const server = await createServer({ catalogue: other.catalogue, pool, office: other.office, clock: () => now });
      const secret = await firstAdministratorSecret(other.office, now);
      const made = { secret, ministryId: 'm1', ministryName: '範例部', login: 'admin', name: '管理者', password };
      const setup = async (body: object) =>
        (await server.inject({ method: 'POST', url: '/api/setup', payload: body })).statusCode;
      await other.office.addAgency({ id: 'taken', name: '某部', parent: null }, now);
      expect(await setup({ ...made, password: '管理者管理者管理者管理者' })).toBe(422);
      expect(await setup({ ...made, ministryId: 'taken' })).toBe(409);
      const all = await Promise.all(Array.from({ length: 6 }, (_, at) => setup({ ...made, login: `admin${at}` })));
      expect(all.toSorted()).toEqual([201, 410, 410, 410, 410, 410]);
      await server.close();
    } finally {
      await other.close();
    }
  });

  test('without a link the password is not even looked at', async () => {
    // Had it been, a weak one would be told as such.
    const made = { ministryId: 'm2', ministryName: '某部', login: 'nobody', name: '某人', password: 'weak' };
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, at) =>
        post(at % 2 === 0 ? '/api/setup' : '/api/passwords', { ...made, secret: `guess ${at}` }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410]));
    // And beyond a number a minute, not even looked at.
    const more = await Promise.all(
      Array.from({ length: 10 }, () => post('/api/setup', { ...made, secret: 'guess' }, {}, 1)),
    );
    expect(new Set(more.map(({ status }) => status))).toEqual(new Set([429]));
  });
});

describe('bodies that come slowly', () => {
  test('a body of a byte now and then ends when its time is over', async () => {
    const server = await createServer({
      catalogue: store.catalogue,
      pool,
      office: store.office,
      clock: () => now,
      timeouts: { request: 600, headers: 400, checkEvery: 100 },
    });
    await server.listen({ port: 0, host: '127.0.0.1' });
    const { port } = server.server.address() as AddressInfo;
    const started = performance.now();
    const [body, head] = await Promise.all([
      slowly(
        port,
        `POST /api/check HTTP/1.1\r\nhost: 127.0.0.1\r\ncontent-type: application/json\r\ncontent-length: 5000\r\n\r\n`,
        ' ',
      ),
      slowly(port, 'GET /plans HTTP/1.1\r\nx-a: ', 'b'),
    ]);
    expect(body).toMatch(/^HTTP\/1\.1 408 /);
    expect(head).toMatch(/^HTTP\/1\.1 408 /);
    expect(performance.now() - started).toBeLessThan(10_000);
    await server.close();
  });

  /** Sends the beginning, then a byte every 50 ms; gives what came back when the server closed. */
  async function slowly(port: number, beginning: string, byte: string): Promise<string> {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let answer = '';
    socket.on('data', (part) => (answer += part.toString()));
    socket.on('error', () => undefined);
    socket.write(beginning);
    const drip = setInterval(() => socket.write(byte), 50);
    await new Promise((closed) => socket.once('close', closed));
    clearInterval(drip);
    return answer;
  }
});
