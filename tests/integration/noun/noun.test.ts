import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { diagram, nouns, roleTable } from '@guankao/workflow';
import { createHash } from 'node:crypto';
import { startTestServer, type TestServer } from '../database.ts';
import { licence } from './licence.ts';

/** A noun that stands in one folder of the tests: what the house makes of it by itself. */

const at = new Date('2026-01-10T02:00:00Z');
let database: TestServer;
let store: Store;
let server: FastifyInstance;
const pool = new Pool();

beforeAll(async () => {
  database = await startTestServer();
  const url = await database.emptyDatabase();
  store = await openStore({ url, folder: '', program: 'guankao test', nouns: [...nouns, licence] });
  const { office } = store;
  await office.addAgency({ id: 'bureau', name: '範例署', parent: null }, at);
  for (const [id, role] of [
    ['officer', 'officer'],
    ['auditor', 'auditor'],
  ] as const) {
    await office.addAccount({ id, login: id, name: `${id} 甲`, password: null }, at);
    await office.grant(id, { role, agency: 'bureau' });
    const end = new Date(at.getTime() + 3_600_000);
    await office.openSession(createHash('sha256').update(tokenOf(id)).digest('hex'), id, at, end);
  }
  server = await createServer({ catalogue: store.catalogue, pool, office, clock: () => at });
});
afterAll(async () => {
  await server.close();
  await store.close();
  await database.stop();
});

const tokenOf = (who: string) => `${who}-token-of-the-noun-test`;
const call = async (who: string, method: 'GET' | 'POST', url: string, payload?: object, ifMatch?: number) => {
  const headers = {
    authorization: `Bearer ${tokenOf(who)}`,
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  };
  const answer = await server.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
  return { status: answer.statusCode, body: answer.json<Record<string, unknown>>() };
};

const values = {
  title: '示範樓',
  purpose: '辦公\n集會',
  kind: 'building',
  issued: '2026-01-05',
  valid: '115年1月至116年12月',
  floors: 5,
  fee: 120_000,
  remark: '',
};

test('it is made, read, changed and moved over HTTP; the schema of its fields is held', async () => {
  const issue = { id: 'L-1', agency: 'bureau', values };
  expect((await call('auditor', 'POST', '/api/licences', issue)).status).toBe(403);
  expect(
    (await call('officer', 'POST', '/api/licences', { ...issue, values: { ...values, kind: 'ship' } })).status,
  ).toBe(400);
  const made = await call('officer', 'POST', '/api/licences', issue);
  expect([made.status, made.body]).toEqual([
    201,
    { record: { id: 'L-1', version: 1, agency: 'bureau', state: 'held', values } },
  ]);
  expect((await call('officer', 'POST', '/api/licences', issue)).body['type']).toBe(
    'urn:guankao:problem:already-there',
  );
  expect((await call('auditor', 'GET', '/api/licences/L-1')).status).toBe(404);
  const amend = (floors: number, version: number) =>
    call('officer', 'POST', '/api/licences/L-1/amend', { floors }, version);
  expect((await amend(6, 1)).body).toMatchObject({ record: { version: 2, values: { floors: 6, title: '示範樓' } } });
  expect((await amend(7, 1)).body['type']).toBe('urn:guankao:problem:stale-version');
  expect((await call('officer', 'POST', '/api/licences/L-1/return', { reason: '遺失' }, 2)).body).toMatchObject({
    record: { state: 'returned' },
  });
  expect((await call('officer', 'POST', '/api/licences/L-1/return', { reason: '再繳' }, 3)).body['type']).toBe(
    'urn:guankao:problem:illegal-move',
  );
});

test('its history tells who, in which role, what before and after; a rebuild makes it the same', async () => {
  const { events } = (await call('officer', 'GET', '/api/licences/L-1/history')).body as {
    readonly events: readonly Record<string, unknown>[];
  };
  expect(events.map(({ kind, role, reason }) => [kind, role, reason])).toEqual([
    ['licence-issued', 'officer', null],
    ['licence-amended', 'officer', null],
    ['licence-returned', 'officer', '遺失'],
  ]);
  expect(events[1]).toMatchObject({ payload: { before: { floors: 5 }, after: { floors: 6 } } });
  expect((await store.rebuild()).identical).toBe(true);
});

test('it stands in /openapi.json, in the role table and in a diagram', async () => {
  const { paths } = (await server.inject('/openapi.json')).json<{ readonly paths: Record<string, object> }>();
  expect(
    Object.keys(paths)
      .filter((path) => path.includes('licence'))
      .toSorted(),
  ).toEqual([
    '/api/licences',
    '/api/licences/{id}',
    '/api/licences/{id}/amend',
    '/api/licences/{id}/history',
    '/api/licences/{id}/history/{event}/proof',
    '/api/licences/{id}/return',
  ]);
  expect(roleTable([...nouns, licence])).toContain('| licence | amend | ● |  |');
  expect(licence.machine === null ? '' : diagram(licence.machine, 'zh-Hant')).toContain(
    'held --> returned: 繳回（承辦）',
  );
});
