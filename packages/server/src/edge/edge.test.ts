import type { FastifyInstance, InjectOptions } from 'fastify';
import { afterAll, describe, expect, test } from 'vitest';
import { Pool } from '@guankao/pool';
import { memoryCatalogue } from '../fixtures/memory-catalogue.ts';
import { createServer, type ServerOptions } from '../server.ts';

// No route is asked here that would have it work.
const pool = new Pool();
const started: FastifyInstance[] = [];
afterAll(async () => {
  for (const server of started) await server.close();
  await pool.close();
});

async function site(options: Partial<ServerOptions> = {}): Promise<FastifyInstance> {
  const server = await createServer({
    catalogue: memoryCatalogue([]),
    pool,
    clock: () => new Date('2026-04-01T00:00:00Z'),
    ...options,
  });
  started.push(server);
  return server;
}

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const theme = (headers: Record<string, string>): InjectOptions => ({
  method: 'POST',
  url: '/theme',
  headers: { ...form, ...headers },
  payload: 'theme=dark',
});

describe('who may send a form', async () => {
  const plain = await site();
  const https = await site({ origin: 'https://plans.example.gov.tw', proxies: ['127.0.0.1'] });
  const here = { host: 'plans.example.gov.tw' };
  const status = async (server: FastifyInstance, headers: Record<string, string>) => {
    const answer = await server.inject(theme(headers));
    if (answer.statusCode !== 303) expect(answer.headers['content-type']).toContain('text/html');
    return answer.statusCode;
  };

  test.each<[string, Record<string, string>, number]>([
    ['a script: neither header, no cookie', here, 303],
    ['a script with a cookie that does not say from where', { ...here, cookie: 'theme=dark' }, 403],
    ['our page', { ...here, 'sec-fetch-site': 'same-origin', origin: 'http://plans.example.gov.tw' }, 303],
    ['our page in an old browser', { ...here, origin: 'http://plans.example.gov.tw', cookie: 'theme=dark' }, 303],
    [
      'our page behind a proxy that nobody named',
      { ...here, 'sec-fetch-site': 'same-origin', origin: 'https://plans.example.gov.tw' },
      303,
    ],
    ['another site', { ...here, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }, 403],
    ['another site in an old browser', { ...here, origin: 'https://evil.example' }, 403],
    [
      'another site that adds a token',
      { ...here, origin: 'https://evil.example', authorization: 'Bearer xxxxxxxxxxxxxxxxxxxxxxxx' },
      403,
    ],
    ['a sister host', { ...here, 'sec-fetch-site': 'same-site', origin: 'http://www.example.gov.tw' }, 403],
    ['another port', { ...here, origin: 'http://plans.example.gov.tw:8080' }, 403],
    ['nobody in particular', { ...here, origin: 'null' }, 403],
    [
      'a host that was named by whoever sends it',
      { ...here, origin: 'https://evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' },
      403,
    ],
  ])('%s', async (_name, headers, expected) => expect(await status(plain, headers)).toBe(expected));

  test.each<[string, Record<string, string>, number]>([
    [
      'our page',
      { host: '127.0.0.1:8080', 'sec-fetch-site': 'same-origin', origin: 'https://plans.example.gov.tw' },
      303,
    ],
    [
      'a page under a foreign name that leads here',
      { host: 'evil.example', 'sec-fetch-site': 'same-origin', origin: 'http://evil.example' },
      403,
    ],
    [
      'the same by the forwarded host',
      { host: 'plans.example.gov.tw', origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      403,
    ],
    [
      'whoever sits at the machine',
      { host: 'localhost:8080', 'sec-fetch-site': 'same-origin', origin: 'http://localhost:8080' },
      303,
    ],
    [
      'the same through a proxy',
      { host: 'localhost:8080', origin: 'http://localhost:8080', 'x-forwarded-for': '192.0.2.1' },
      403,
    ],
  ])('with a public origin: %s', async (_name, headers, expected) =>
    expect(await status(https, headers)).toBe(expected),
  );

  test.each(['/check', '/en/check', '/theme', '/api/check', '/api/sessions', '/no-such-page'])(
    '%s is looked at like all others',
    async (url) => {
      const headers = { ...here, 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' };
      const answer = await plain.inject({ method: 'POST', url, headers });
      expect(answer.statusCode).toBe(403);
    },
  );
});

describe('where the public origin is https', async () => {
  const server = await site({ origin: 'https://plans.example.gov.tw' });

  test('browsers come by https, and cookies are bound to this host', async () => {
    const answer = await server.inject(theme({}));
    expect(answer.headers['strict-transport-security']).toMatch(/^max-age=31536000/);
    expect(answer.headers['set-cookie']).toMatch(
      /^__Host-theme=dark; Max-Age=31536000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    const dark = async (cookie: string) => (await server.inject({ url: '/', headers: { cookie } })).body;
    expect(await dark('__Host-theme=dark')).toContain('data-theme="dark"');
    expect(await dark('theme=dark')).not.toContain('data-theme="dark"');
  });

  test('addresses are told by it, whatever Host was asked for', async () => {
    const { body } = await server.inject({
      url: '/about',
      headers: { host: 'evil.example', 'x-forwarded-host': 'evil.example' },
    });
    expect(body).toContain('https://plans.example.gov.tw/about');
    expect(body).not.toContain('evil.example');
  });
});

describe('without one', async () => {
  test('no header asks for https, and X-Forwarded-Proto counts from a named proxy only', async () => {
    const [anybody, named] = [await site(), await site({ proxies: ['127.0.0.0/8'] })];
    const headers = { host: 'plans.example.gov.tw', 'x-forwarded-proto': 'https' };
    const [one, other] = [await anybody.inject(theme(headers)), await named.inject(theme(headers))];
    expect(one.headers['strict-transport-security']).toBeUndefined();
    expect(one.headers['cross-origin-resource-policy']).toBe('same-origin');
    expect(one.headers['set-cookie']).toMatch(/^theme=dark; .*HttpOnly; SameSite=Lax$/);
    expect(other.headers['set-cookie']).toMatch(/^__Host-theme=dark; .*Secure/);
  });
});

describe('what a body may be', async () => {
  const server = await site();
  const send = async (url: string, type: string, payload: string) => {
    const answer = await server.inject({ method: 'POST', url, headers: { 'content-type': type }, payload });
    return [answer.statusCode, String(answer.headers['content-type']).split(';')[0]];
  };

  test.each([
    ['/api/check', 'application/x-www-form-urlencoded', 'rows=1'],
    ['/api/check', 'text/plain', '{"rows":[]}'],
    ['/api/check', 'text/plain; charset=utf-8', '{"rows":[]}'],
    ['/%61pi/check', 'application/x-www-form-urlencoded', 'rows=1'],
    ['/api/check', 'application/xml', '<a/>'],
  ])('%s takes no %s', async (url, type, payload) =>
    expect(await send(url, type, payload)).toEqual([415, 'application/problem+json']),
  );

  test.each([
    ['/check', 'application/json', '{"goals":"x"}'],
    ['/check', 'text/plain', 'goals=x'],
  ])('%s takes no %s', async (url, type, payload) =>
    expect(await send(url, type, payload)).toEqual([415, 'text/html']),
  );

  test('JSON of the wrong shape is told as such', async () =>
    expect(await send('/api/check', 'application/json', '{}')).toEqual([400, 'application/problem+json']));
});

describe('text', async () => {
  const server = await site();

  test.each([
    '/plans/%00',
    '/filings/a%0Ab',
    '/plans?q=%00',
    '/plans?q=%C2%85',
    '/en/rules/%1B',
    '/api/plans/%00',
    '/api/plans?q=a%7F',
  ])('%s is refused, with its place', async (url) => {
    const answer = await server.inject({ url });
    expect(answer.statusCode).toBe(400);
    expect(answer.body).toMatch(/U\+00|控制字元/);
  });

  test.each(['/plans?page=1e309', '/api/plans?size=1e309', '/api/plans?page=-1e999'])('%s is no number', async (url) =>
    expect((await server.inject({ url })).statusCode).toBe(400),
  );

  test('an address that cannot be decoded leads to the page for what is not there, and is a problem under /api', async () => {
    const [page, api] = [await server.inject('/plans/%ED%A0%80'), await server.inject('/api/plans/%ED%A0%80')];
    expect([page.statusCode, page.headers.location]).toEqual([302, '/not-found']);
    expect([api.statusCode, api.headers['content-type']]).toEqual([400, 'application/problem+json; charset=utf-8']);
  });

  test('half a surrogate pair in JSON is refused, with its place', async () => {
    const answer = await server.inject({
      method: 'POST',
      url: '/api/check',
      headers: { 'content-type': 'application/json', 'accept-language': 'en' },
      payload: '{"rows":[{"name":"ab\\ud83d"}]}',
    });
    expect([answer.statusCode, answer.json().type]).toEqual([422, 'urn:guankao:problem:control-character']);
    expect(answer.json().detail).toContain('character 3 of the field "rows[0].name" is U+D83D');
  });
});
