import { expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { memoryCatalogue } from './fixtures/memory-catalogue.ts';
import { smallFiling } from './fixtures/small-filing.ts';
import { createServer } from './index.ts';

const clock = () => new Date('2026-04-01T00:00:00Z');
const filing = encodeURIComponent('範例部-113');

async function logged(level: 'errors' | 'requests', catalogue = memoryCatalogue([smallFiling()])) {
  const lines: string[] = [];
  const server = await createServer({
    catalogue,
    pool: new Pool(),
    clock,
    log: { level, write: (line) => lines.push(line) },
  });
  const answers = [];
  for (const url of [`/plans/${filing}-r01`, '/plans?q=%E7%8E%8B%E5%B0%8F%E6%98%8E', '/nowhere/%E7%8E%8B']) {
    answers.push(
      await server.inject({
        url,
        remoteAddress: '203.0.113.9',
        headers: { cookie: 'guankao_session=secret', authorization: 'Bearer secret' },
      }),
    );
  }
  await server.close();
  return { lines, answers, records: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test('each request is a line with its number, and the answer bears the number', async () => {
  const { records, answers } = await logged('requests');
  expect(
    records.map(({ level, time, method, route, status, event }) => ({ level, time, method, route, status, event })),
  ).toEqual([
    {
      level: 'info',
      time: '2026-04-01T00:00:00.000Z',
      method: 'GET',
      route: '/plans/:id',
      status: 200,
      event: 'answered',
    },
    { level: 'info', time: '2026-04-01T00:00:00.000Z', method: 'GET', route: '/plans', status: 200, event: 'answered' },
    { level: 'info', time: '2026-04-01T00:00:00.000Z', method: 'GET', route: null, status: 404, event: 'answered' },
  ]);
  expect(records.map(({ request }) => request)).toEqual(answers.map(({ headers }) => headers['x-request-id']));
  expect(new Set(records.map(({ request }) => request)).size).toBe(3);
});

test('nothing of who asked, from where and for what stands in them', async () => {
  const { lines } = await logged('requests');
  expect(lines.join('')).not.toMatch(/王|%E7|203\.0|secret|範例部|hostname|"pid"/);
});

test('faults alone by default, with the number that the page shows', async () => {
  const broken = { ...memoryCatalogue([smallFiling()]), plans: async () => Promise.reject(new Error('a bug')) };
  const { records, answers } = await logged('errors', broken);
  expect(records).toHaveLength(1);
  expect(records[0]).toMatchObject({ level: 'error', event: 'request failed' });
  expect(answers[1]?.body).toContain(String(records[0]?.['request']));
});
