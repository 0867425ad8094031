import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { startProgram } from './program.ts';
import { startBrowser } from './site.ts';

/** The program with a ministry's year open, and people who are signed in. */
export interface YearHouse {
  readonly origin: string;
  readonly browser: Browser;
  /** A person's page, signed in. */
  page(login: string): Promise<Page>;
  api(
    who: string,
    method: 'GET' | 'POST' | 'PATCH' | 'PUT',
    path: string,
    body?: object,
    headers?: object,
  ): Promise<Answer>;
  /** Everybody, once the program's clock was moved on: sessions end. */
  signInAgain(): Promise<void>;
  close(): Promise<void>;
}

// Whatever it holds is looked at by the test that asked for it.
// oxlint-disable-next-line typescript/no-explicit-any
type Answer = any;

const password = 'four unrelated words here';

interface Person {
  readonly login: string;
  readonly name: string;
  readonly role: string;
  readonly agency: string;
}

/** 範例部 (ministry) with these agencies and people; 範例部-114 with these plans. A compiler of the ministry is there. */
export async function openYearHouse(
  agencies: readonly { readonly id: string; readonly name: string }[],
  people: readonly Person[],
  plans: readonly { readonly name: string; readonly agency: string }[],
  settings: Readonly<Record<string, string>> = {},
): Promise<YearHouse> {
  const data = mkdtempSync(join(tmpdir(), 'guankao-year-'));
  const [program, browser] = await Promise.all([startProgram(data, settings), startBrowser()]);
  const tokens = new Map<string, string>();

  async function ask(token: string, method: string, path: string, body?: object, headers: object = {}) {
    const answer = await fetch(`${program.origin}${encodeURI(path)}`, {
      method,
      headers: {
        ...(token === '' ? {} : { authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  const secret = program.setup.split('/').at(-1) ?? '';
  const first = { ministryId: 'ministry', ministryName: '範例部', login: 'admin', name: '管理者' };
  const { token } = await ask('', 'POST', '/api/setup', { ...first, secret, password });
  for (const { id, name } of agencies) await ask(token, 'POST', '/api/agencies', { id, name, parent: 'ministry' });
  const compiler = { login: 'compiler', name: '彙整者', role: 'compiler', agency: 'ministry' };
  for (const { login, name, role, agency } of [compiler, ...people]) {
    const invited = await ask(token, 'POST', '/api/accounts', { login, name, grants: [{ role, agency }] });
    const welcome = { secret: invited.secret, password };
    tokens.set(login, (await ask('', 'POST', '/api/passwords', welcome)).token);
  }
  await ask(tokens.get('compiler') ?? '', 'POST', '/api/years', { ministry: 'ministry', fiscalYear: 2025, plans });

  return {
    origin: program.origin,
    browser,
    async page(login) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-TW' });
      const page = await context.newPage();
      await page.goto(`${program.origin}/sign-in`);
      await page.getByLabel('帳號').fill(login);
      await page.getByLabel('密碼').fill(password);
      await page.getByRole('button', { name: '登入' }).click();
      await page.waitForURL(/\/office$/);
      return page;
    },
    async signInAgain() {
      for (const login of tokens.keys())
        tokens.set(login, (await ask('', 'POST', '/api/sessions', { login, password })).token);
    },
    api: (who, method, path, body, headers) => ask(tokens.get(who) ?? '', method, path, body, headers),
    async close() {
      await browser.close();
      await program.stop();
      rmSync(data, { recursive: true, force: true });
    },
  };
}
