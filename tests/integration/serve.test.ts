import { spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const program = join(import.meta.dirname, '../../bin/guankao.mjs');
const example = join(import.meta.dirname, '../../corpus/example/filing.txt');

let folder: string;
const running: ChildProcess[] = [];

beforeEach((context) => {
  if (!existsSync(join(import.meta.dirname, '../../dist/guankao.mjs'))) context.skip('not built: npm run setup');
  folder = mkdtempSync(join(tmpdir(), 'guankao-test-'));
});
afterEach(async () => {
  for (const child of running.splice(0)) await end(child, 'SIGTERM');
  rmSync(folder, { recursive: true, force: true });
});

interface Site {
  readonly child: ChildProcess;
  readonly address: string;
  readonly said: () => string;
}

function run(
  words: readonly string[],
  env: Record<string, string> = {},
): { child: ChildProcess; said: () => string; ended: Promise<number | null> } {
  const { DATABASE_URL: _unused, ...rest } = process.env;
  const child = spawn(process.execPath, [program, ...words], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...rest, LANG: 'en_US.UTF-8', PORT: '0', GUANKAO_DATA: join(folder, 'data'), ...env },
  });
  let text = '';
  child.stdout?.on('data', (part) => (text += part));
  child.stderr?.on('data', (part) => (text += part));
  return { child, said: () => text, ended: new Promise((resolve) => child.once('close', resolve)) };
}

async function serve(...files: string[]): Promise<Site> {
  return serveWith({}, ...files);
}

async function serveWith(env: Record<string, string>, ...files: string[]): Promise<Site> {
  const { child, said, ended } = run(['serve', ...files], env);
  running.push(child);
  void ended.then((code) =>
    running.includes(child) ? process.stderr.write(`serve ended with ${code}: ${said()}\n`) : undefined,
  );
  await expect.poll(said, { timeout: 60_000, interval: 20 }).toContain('Listening on http://');
  return { child, said, address: /Listening on (\S+)/.exec(said())?.[1] ?? '' };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (running.includes(child)) running.splice(running.indexOf(child), 1);
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  child.kill(signal);
  return ended;
}

const sign = () => join(folder, 'data/database/cluster/postmaster.pid');

/** Events, that which opens the record's log among them: it is there as soon as a head is signed. */
async function total({ address }: Site): Promise<number> {
  await expect.poll(async () => (await fetch(`${address}/log/checkpoint`)).status, { timeout: 20_000 }).toBe(200);
  const health = (await (await fetch(`${address}/healthz`)).json()) as { events: number };
  return health.events;
}

test('with nothing: takes the example in and serves it; the second start takes nothing in; SIGTERM stops all of it', async () => {
  const first = await serve();
  expect(first.said()).toContain('taken in as');
  expect((await fetch(`${first.address}/plans`)).status).toBe(200);
  const before = await total(first);
  expect(await end(first.child, 'SIGTERM')).toBe(0);
  expect(existsSync(sign())).toBe(false);
  const second = await serve(example);
  expect(second.said()).toContain('nothing changed');
  expect(await total(second)).toBe(before);
  expect(await end(second.child, 'SIGINT')).toBe(0);
  expect(existsSync(sign())).toBe(false);
});

test('after kill -9 the next start finds the database and all that was in it', async () => {
  const first = await serve(example);
  const before = await total(first);
  await end(first.child, 'SIGKILL');
  const server = readFileSync(sign(), 'utf8').split('\n')[0];
  const second = await serve();
  expect(readFileSync(sign(), 'utf8').split('\n')[0]).toBe(server);
  expect(await total(second)).toBe(before);
});

test('a file is taken in beside a running site, which shows it at once', async () => {
  const site = await serve();
  const corrected = join(folder, 'corrected.txt');
  writeFileSync(corrected, `${readFileSync(example, 'utf8')}\n`);
  const kept = run(['import', corrected, '--reason', 'one more line']);
  expect(await kept.ended).toBe(0);
  expect(kept.said()).toContain('edition 2');
  expect(kept.said()).toContain('shown to nobody');
  const shown = async () => (await (await fetch(`${site.address}/api/filings`)).json()).filings[0].editions.length;
  expect(await shown()).toBe(1);
  const published = run(['import', corrected, '--keep', 'public', '--ground', 'Freedom of information']);
  expect(await published.ended).toBe(0);
  expect(published.said()).toContain('(public)');
  expect(await shown()).toBe(2);
  expect(await total(site)).toBe(4);
  const rebuild = run(['rebuild']);
  expect(await rebuild.ended).toBe(0);
  expect(rebuild.said()).toContain('Identical');
});

test('with a public origin of https: browsers come by it, and the first link names it', async () => {
  const site = await serveWith({ GUANKAO_ORIGIN: 'https://plans.example.gov.tw', GUANKAO_PROXY: '127.0.0.1' });
  await expect.poll(site.said, { timeout: 20_000 }).toContain('https://plans.example.gov.tw/en/setup/');
  const { headers } = await fetch(`${site.address}/about`);
  expect(headers.get('strict-transport-security')).toMatch(/^max-age=/);
  const setup = new URL(/https:\S+\/setup\/\S+/.exec(site.said())?.[0] ?? '').pathname;
  const password = 'four unrelated words here';
  const fields = { ministryName: '範例部', ministryId: 'ministry', name: '管理者', login: 'admin', password };
  const send = (origin: string) =>
    fetch(`${site.address}${setup}`, {
      method: 'POST',
      redirect: 'manual',
      headers: {
        origin,
        'sec-fetch-site': 'same-origin',
        'x-forwarded-for': '192.0.2.7',
        'x-forwarded-proto': 'https',
      },
      body: new URLSearchParams(fields),
    });
  expect((await send('https://evil.example')).status).toBe(403);
  const made = await send('https://plans.example.gov.tw');
  expect(made.status).toBe(303);
  for (const cookie of made.headers.getSetCookie())
    expect(cookie).toMatch(/^__Host-guankao_.*; Path=\/; HttpOnly; Secure/);
});

describe('refused, with a message and exit code 2', () => {
  async function refused(words: readonly string[], env: Record<string, string> = {}): Promise<string> {
    const { ended, said } = run(words, env);
    expect(await ended).toBe(2);
    expect(said()).not.toMatch(/\n\s+at /);
    return said();
  }

  test('a port in use', async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    const address = other.address();
    const port = String(typeof address === 'object' ? address?.port : 0);
    expect(await refused(['serve'], { PORT: port })).toContain(`port ${port} on 127.0.0.1 is in use`);
    other.close();
  });

  test.each([
    ['a port that is none', ['serve'], { PORT: 'eighty' }, 'PORT takes a whole number'],
    ['a public origin with a path', ['serve'], { GUANKAO_ORIGIN: 'https://a.example/b' }, 'GUANKAO_ORIGIN takes'],
    ['a proxy that is no address', ['serve'], { GUANKAO_PROXY: 'proxy.example' }, 'GUANKAO_PROXY takes'],
    ['too few children', ['serve'], { GUANKAO_WORKERS: '1' }, 'GUANKAO_WORKERS takes a whole number from 2 to 64'],
    ['an address of another machine', ['serve'], { HOST: '192.0.2.1' }, 'this machine has no address 192.0.2.1'],
    ['a file that is not there', ['serve', 'nowhere.txt'], {}, 'there is no nowhere.txt'],
    [
      'a database that is down',
      ['import', example],
      { DATABASE_URL: 'postgresql://u:secret@127.0.0.1:1/x' },
      '127.0.0.1:1/x does not answer',
    ],
    [
      'an address that is no database',
      ['rebuild'],
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL is no PostgreSQL address',
    ],
  ])('%s', async (_name, words, env, message) => {
    expect(await refused(words, env)).toContain(message);
  });

  test('publishing without a ground, and a choice that is none; checked only leaves nothing', async () => {
    expect(await refused(['import', example, '--keep', 'public'])).toContain('--ground');
    expect(await refused(['import', example, '--keep', 'secret'])).toContain('check-only');
    const { ended, said } = run(['import', example, '--keep', 'check-only']);
    expect(await ended).toBe(0);
    expect(said()).toMatch(/checked and not kept: \d+ plan rows/);
  });

  test('files of which none can be taken in; one that can is taken in all the same', async () => {
    const junk = join(folder, 'junk.txt');
    writeFileSync(junk, '');
    expect(await refused(['serve', junk])).toContain('is empty');
    const good = join(folder, 'good.txt');
    copyFileSync(example, good);
    const { ended, said } = run(['import', junk, good]);
    expect(await ended).toBe(2);
    expect(said()).toContain('taken in as');
  });

  test('a file in which no plan row is read: neither kept nor published nor called checked, nor shown at start', async () => {
    const note = join(folder, 'note.txt');
    writeFileSync(note, '本週共有3件公文。\n');
    for (const words of [
      ['import'],
      ['import', '--keep', 'public', '--ground', 'x'],
      ['import', '--keep', 'check-only'],
    ])
      expect(await refused([...words, note])).toContain('no plan was found in note.txt');
    const said = await refused(['serve', note]);
    expect(said).toContain('no plan was found in note.txt');
    expect(said).not.toContain('Listening');
  });
});
