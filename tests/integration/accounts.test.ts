import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { createServer, firstAdministratorSecret } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { startTestServer, type TestServer } from './database.ts';

/** Accounts through their life: invited, given and taken roles, let in anew, ended; each act an event without a secret. */

const at = new Date('2026-01-10T02:00:00Z');
const password = 'four unrelated words here';
let database: TestServer;
let store: Store;
let server: FastifyInstance;
const tokens = new Map<string, string>();

beforeAll(async () => {
  database = await startTestServer();
  store = await openStore({ url: await database.emptyDatabase(), folder: '', program: 'guankao test' });
  server = await createServer({ catalogue: store.catalogue, pool: new Pool(), office: store.office, clock: () => at });
  const secret = await firstAdministratorSecret(store.office, at);
  const body = { secret, ministryId: 'ministry', ministryName: '範例部', login: 'admin', name: '管理者', password };
  tokens.set('admin', (await call(null, 'POST', '/api/setup', body)).body['token']);
});
afterAll(async () => {
  await server.close();
  await store.close();
  await database.stop();
});

async function call(who: string | null, method: 'GET' | 'POST', url: string, payload?: object) {
  const token = who === null ? undefined : tokens.get(who);
  const answer = await server.inject({
    method,
    url,
    ...(payload === undefined ? {} : { payload }),
    headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
  });
  return { status: answer.statusCode, body: answer.body === '' ? {} : answer.json() };
}

const invite = (who: string, login: string, role: string, agency: string) =>
  call(who, 'POST', '/api/accounts', { login, name: login, grants: [{ role, agency }] });
const enter = async (login: string, secret: string) => {
  const { status, body } = await call(null, 'POST', '/api/passwords', { secret, password });
  tokens.set(login, body['token']);
  return status;
};
const ids = new Map<string, string>();

test('a weak password leaves the link as it was; a new link ends the old one', async () => {
  expect(
    (await call('admin', 'POST', '/api/agencies', { id: 'bureau', name: '範例署', parent: 'ministry' })).status,
  ).toBe(201);
  const { body } = await invite('admin', 'officer', 'officer', 'bureau');
  ids.set('officer', body['id']);
  expect((await call(null, 'POST', '/api/passwords', { secret: body['secret'], password: 'short' })).status).toBe(422);
  const again = await call('admin', 'POST', `/api/accounts/${body['id']}/link`);
  expect(again.status).toBe(201);
  expect(await enter('officer', body['secret'])).toBe(410);
  expect(await enter('officer', again.body['secret'])).toBe(201);
});

test('roles are given and taken at once; a role that is none is refused; the last administrator stays', async () => {
  const id = ids.get('officer');
  expect(
    (await call('officer', 'POST', `/api/accounts/${id}/grants`, { role: 'compiler', agency: 'ministry' })).status,
  ).toBe(404);
  expect(
    (await call('admin', 'POST', `/api/accounts/${id}/grants`, { role: 'supervisor', agency: 'bureau' })).status,
  ).toBe(204);
  expect((await call('officer', 'GET', '/api/me')).body['grants']).toHaveLength(2);
  expect(
    (await call('admin', 'POST', `/api/accounts/${id}/revocations`, { role: 'supervisor', agency: 'bureau' })).status,
  ).toBe(204);
  expect((await call('officer', 'GET', '/api/me')).body['grants']).toHaveLength(1);
  expect(
    (await call('admin', 'POST', `/api/accounts/${id}/grants`, { role: 'superuser', agency: 'bureau' })).status,
  ).toBe(400);
  const admin = (await call('admin', 'GET', '/api/me')).body['id'];
  const last = await call('admin', 'POST', `/api/accounts/${admin}/deactivation`);
  expect([last.status, last.body['type']]).toEqual([409, 'urn:guankao:problem:last-administrator']);
});

test('nobody takes over an account that has a role where they administer nothing', async () => {
  const { body } = await invite('admin', 'local', 'administrator', 'bureau');
  expect(await enter('local', body['secret'])).toBe(201);
  const above = await invite('admin', 'compiler', 'compiler', 'ministry');
  for (const act of ['link', 'deactivation'])
    expect((await call('local', 'POST', `/api/accounts/${above.body['id']}/${act}`)).status).toBe(404);
  expect((await call('local', 'POST', `/api/accounts/${ids.get('officer')}/link`)).status).toBe(201);
});

test('an ended account is nobody: session, token and password open nothing; it can be let in again', async () => {
  const { body } = await call('admin', 'POST', `/api/accounts/${ids.get('officer')}/link`);
  expect(await enter('officer', body['secret'])).toBe(201);
  const script = await call('officer', 'POST', '/api/tokens', { name: 'script' });
  tokens.set('script', script.body['token']);
  expect((await call('script', 'GET', '/api/me')).status).toBe(200);
  expect((await call('admin', 'POST', `/api/accounts/${ids.get('officer')}/deactivation`)).status).toBe(204);
  for (const who of ['officer', 'script']) expect((await call(who, 'GET', '/api/me')).status).toBe(401);
  expect((await call(null, 'POST', '/api/sessions', { login: 'officer', password })).status).toBe(401);
  expect((await call('admin', 'POST', `/api/accounts/${ids.get('officer')}/reactivation`)).status).toBe(204);
  expect((await call(null, 'POST', '/api/sessions', { login: 'officer', password })).status).toBe(201);
  // What was ended stays ended.
  expect((await call('script', 'GET', '/api/me')).status).toBe(401);
});

test('a new password ends tokens too', async () => {
  const signedIn = await call(null, 'POST', '/api/sessions', { login: 'officer', password });
  tokens.set('officer', signedIn.body['token']);
  tokens.set('script', (await call('officer', 'POST', '/api/tokens', { name: 'script' })).body['token']);
  const { body } = await call('admin', 'POST', `/api/accounts/${ids.get('officer')}/link`);
  expect(await enter('officer', body['secret'])).toBe(201);
  expect((await call('script', 'GET', '/api/me')).status).toBe(401);
});

test('all of it stands in the journal, by whom, and without a secret', async () => {
  const events = await store.eventsAfter(0, 1_000);
  const kinds = new Set(events.map(({ kind }) => kind));
  for (const kind of [
    'account-invited',
    'account-granted',
    'account-revoked',
    'account-link-issued',
    'account-password-set',
    'account-deactivated',
    'account-reactivated',
    'agency-added',
  ])
    expect(kinds).toContain(kind);
  expect(events.every(({ account, actor }) => account !== null && actor !== '')).toBe(true);
  expect(JSON.stringify(events)).not.toMatch(/argon2|[\w-]{43}/);
  expect((await store.rebuild()).identical).toBe(true);
});
