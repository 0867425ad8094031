import fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { CounterInMemory, limitCostlyRequests, limits } from './limits.ts';

const start = new Date('2026-04-01T00:00:00Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1_000);

describe('who asked', () => {
  async function lastOf(trustProxy: string[] | false): Promise<{ status: number; retryAfter: unknown }> {
    const server = fastify({ trustProxy });
    limitCostlyRequests(server, new CounterInMemory(), () => start);
    server.get('/costly', { config: { limit: 'form' } }, () => 'done');
    server.setErrorHandler((error: { status?: number; retryAfter?: number }, _request, reply) =>
      reply.status(error.status ?? 500).send({ retryAfter: error.retryAfter }),
    );
    let last = { status: 0, retryAfter: undefined as unknown };
    for (let at = 0; at <= limits.form.most; at++) {
      const answer = await server.inject({ url: '/costly', headers: { 'x-forwarded-for': `192.0.2.${at % 200}` } });
      last = { status: answer.statusCode, retryAfter: at < limits.form.most ? null : safely(answer.body) };
    }
    await server.close();
    return last;
  }
  const safely = (body: string): unknown =>
    body === 'done' ? null : (JSON.parse(body) as { retryAfter: unknown }).retryAfter;

  test('is the socket’s address where nobody named a proxy: many names are one asker', async () =>
    expect(await lastOf(false)).toEqual({ status: 429, retryAfter: 60 }));
  test('is who a named proxy says', async () => expect((await lastOf(['127.0.0.1'])).status).toBe(200));
  test('is the socket’s address where another proxy was named', async () =>
    expect((await lastOf(['10.0.0.0/8'])).status).toBe(429));
});

describe('counting in this process', () => {
  const rule = { most: 2, windowSeconds: 60 };

  test('beyond the number, says when the window ends; then begins anew', async () => {
    const counter = new CounterInMemory();
    expect(await counter.countRequest('a', rule, start)).toBeNull();
    expect(await counter.countRequest('a', rule, after(10))).toBeNull();
    expect(await counter.countRequest('a', rule, after(20))).toEqual(after(60));
    expect(await counter.countRequest('b', rule, after(20))).toBeNull();
    expect(await counter.countRequest('a', rule, after(60))).toBeNull();
    expect(await counter.countRequest('a', rule, after(61))).toBeNull();
    expect(await counter.countRequest('a', rule, after(62))).toEqual(after(120));
  });
});
