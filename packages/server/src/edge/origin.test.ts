import fastify, { type FastifyInstance } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { isAtTheMachine, isHttps, originOf, setPublicOrigin } from './origin.ts';

const started: FastifyInstance[] = [];
afterAll(async () => {
  for (const server of started) await server.close();
});

/** What the server makes of a request: from this machine’s own address, or from another. */
async function told(
  headers: Record<string, string>,
  {
    origin,
    proxies,
    remoteAddress = '127.0.0.1',
  }: { origin?: string; proxies?: string[]; remoteAddress?: string } = {},
): Promise<{ origin: string; https: boolean; here: boolean }> {
  const server = fastify({ trustProxy: proxies ?? false });
  started.push(server);
  setPublicOrigin(server, origin);
  server.get('/', (request) => ({
    origin: originOf(request),
    https: isHttps(request),
    here: isAtTheMachine(request),
  }));
  return (await server.inject({ url: '/', headers, remoteAddress })).json();
}

describe('who sits at the machine', () => {
  test.each<[string, Record<string, string>, boolean]>([
    ['by its own name', { host: 'localhost:8080' }, true],
    ['by its address', { host: '127.0.0.1:8080' }, true],
    ['by its address of IPv6', { host: '[::1]:8080' }, true],
    ['from its own page', { host: 'localhost:8080', origin: 'http://localhost:8080' }, true],
    ['by a foreign name that leads here', { host: 'evil.example' }, false],
    ['by a name that begins like ours', { host: 'localhost.evil.example' }, false],
    ['by a foreign name that says to be ours', { host: 'evil.example', 'x-forwarded-host': 'localhost' }, false],
    ['by our name, passed on by a proxy', { host: 'localhost', 'x-forwarded-for': '192.0.2.1' }, false],
    ['by our name, passed on by another proxy', { host: '127.0.0.1:8080', via: '1.1 proxy' }, false],
    ['by our name from a foreign page', { host: 'localhost:8080', origin: 'https://plans.example.gov.tw' }, false],
  ])('%s', async (_name, headers, here) => {
    expect((await told(headers)).here).toBe(here);
    expect((await told(headers, { proxies: ['127.0.0.1'] })).here).toBe(here);
  });

  test('nobody who comes from another address, whatever they say', async () => {
    const headers = { host: 'localhost:8080', 'x-real-ip': '127.0.0.1' };
    expect((await told({ host: 'localhost:8080' }, { remoteAddress: '192.0.2.7' })).here).toBe(false);
    expect((await told(headers, { remoteAddress: '192.0.2.7' })).here).toBe(false);
  });
});

describe('how this site is called', () => {
  const host = 'plans.example.gov.tw';
  test.each<[string, Record<string, string>, Parameters<typeof told>[1], string]>([
    ['as it was asked for', { host }, {}, `http://${host}`],
    [
      'https where a named proxy says so',
      { host, 'x-forwarded-proto': 'https' },
      { proxies: ['127.0.0.1'] },
      `https://${host}`,
    ],
    ['not where nobody was named', { host, 'x-forwarded-proto': 'https' }, {}, `http://${host}`],
    [
      'not where another was named',
      { host, 'x-forwarded-proto': 'https' },
      { proxies: ['10.0.0.0/8'] },
      `http://${host}`,
    ],
    [
      'nothing but http and https',
      { host, 'x-forwarded-proto': 'javascript' },
      { proxies: ['127.0.0.1'] },
      `http://${host}`,
    ],
    [
      'never by the forwarded host',
      { host, 'x-forwarded-host': 'evil.example' },
      { proxies: ['127.0.0.1'] },
      `http://${host}`,
    ],
    ['as the operator said', { host: 'evil.example' }, { origin: `https://${host}` }, `https://${host}`],
  ])('%s', async (_name, headers, options, origin) =>
    expect(await told(headers, options)).toMatchObject({ origin, https: origin.startsWith('https:') }),
  );
});
