import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import type { Misbehaviour } from '../../packages/pool/src/fixtures/misbehave.ts';
import { memoryCatalogue } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { smallFiling } from '../../packages/server/src/fixtures/small-filing.ts';
import { builtChild } from '../built-child.ts';

const texts = { plannedWork: '', execution: '', goals: '完成1案。', explanation: '' };
const row = {
  name: '範例計畫',
  type: '',
  period: '',
  approvedTotal: '',
  budgetedToDate: '',
  executedToDate: '',
  ...texts,
};
const nothingFound = { do: 'find-nothing' } as const;

let wild: Awaited<ReturnType<typeof builtChild>>;
let pool: Pool;
let server: FastifyInstance;
let origin: string;

beforeAll(async () => {
  wild = await builtChild('packages/pool/src/fixtures/misbehave.ts');
  const few = { public: 3, 'signed-in': 3, job: 3 };
  pool = new Pool({ program: wild.program, size: 2, queue: { ofKind: few, ofAsker: few } });
  server = await createServer({ catalogue: memoryCatalogue([smallFiling()]), pool });
  origin = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(async () => {
  // A client opens connections ahead and sends nothing on them: these would be waited for.
  server.server.closeAllConnections();
  await server.close();
  await pool.close();
  wild.remove();
});

/** The check over the API, whose child does what the agency's name says. */
function check(task: Misbehaviour, init: RequestInit = {}): Promise<Response> {
  return fetch(`${origin}/api/check`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en' },
    body: JSON.stringify({ agency: JSON.stringify(task), rows: [row] }),
    ...init,
  });
}

/** The same by the page: it names no agency, which its child takes amiss and ends. */
function checkPage(): Promise<Response> {
  return fetch(`${origin}/en/check`, { method: 'POST', body: new URLSearchParams(row) });
}

describe('a check that cannot be made', () => {
  test('is refused over the API by its id, in words; pages are answered meanwhile', async () => {
    const checking = check({ do: 'loop' });
    for (let at = 0; at < 20; at++) expect((await fetch(`${origin}/plans`)).status).toBe(200);
    const answer = await checking;
    expect([answer.status, answer.headers.get('content-type')]).toEqual([
      422,
      'application/problem+json; charset=utf-8',
    ]);
    const problem = (await answer.json()) as { type: string; detail: string };
    expect(problem.type).toBe('urn:guankao:problem:took-too-long');
    expect(problem.detail).toContain('5 seconds');
  });

  test('keeps what was pasted, on the page', async () => {
    // The page's own agency is no task: its child fails, which is a fault of ours and is told by number.
    const fault = await checkPage();
    expect(fault.status).toBe(500);
    const blocked = [check({ do: 'wait', milliseconds: 1_500 }), check({ do: 'wait', milliseconds: 1_500 })];
    const queued = [1, 2, 3].map(() => check(nothingFound));
    let busy = fault;
    await expect.poll(async () => (busy = await checkPage()).status).toBe(503);
    const html = await busy.text();
    expect(Number(busy.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
    expect(html).toContain('role="alert"');
    expect(html).toContain('完成1案。');
    await Promise.all([...blocked, ...queued]);
  });

  test('is told when to come back, over the API too', async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => check({ do: 'wait', milliseconds: 400 })));
    const refused = all.filter(({ status }) => status === 503);
    expect(refused.length).toBeGreaterThanOrEqual(3);
    for (const answer of refused) {
      expect(Number(answer.headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
      expect(((await answer.json()) as { type: string }).type).toBe('urn:guankao:problem:busy');
    }
  });
});

test('who closes the page in the middle is worked for no longer, running or waiting', async () => {
  const leaving = new AbortController();
  const left = Array.from({ length: 3 }, () => check({ do: 'loop' }, { signal: leaving.signal }).catch(() => 'left'));
  await expect.poll(() => pool.state()).toMatchObject({ working: 2, waiting: 1 });
  leaving.abort();
  expect(await Promise.all(left)).toEqual(['left', 'left', 'left']);
  // Long before the deadline of any of them.
  await expect.poll(() => pool.state(), { timeout: 4_000 }).toMatchObject({ working: 0, waiting: 0 });
  expect((await check(nothingFound)).status).toBe(200);
});
