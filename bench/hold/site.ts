import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { File } from './files.ts';

/** What became of something that was sent. */
export interface Outcome {
  readonly became: 'answered' | 'refused' | 'told to come back' | 'failed';
  readonly status: number;
  readonly milliseconds: number;
  /** The beginning of a failure, to be looked into. */
  readonly said: string;
}

/** Longer than this nobody waits, waiting pages included. */
const longest = 300_000;
const password = 'four unrelated words here';

/** A server with the example, its people, and an open year; what its askers do, as browsers and scripts do it. */
export class Site {
  readonly origin: string;
  readonly ended: Promise<unknown>;
  hasEnded = false;
  private readonly child: ChildProcess;
  private readonly setup: string;
  private readonly tokens = new Map<string, string>();
  private year = '';
  private row = '';
  private version = 0;

  private constructor(child: ChildProcess, origin: string, setup: string) {
    this.child = child;
    this.origin = origin;
    this.setup = setup;
    this.ended = new Promise((resolve) =>
      child.once('exit', (code, signal) => {
        this.hasEnded = true;
        resolve({ code, signal });
      }),
    );
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** Starts the built program of a checkout, in Node of ours, with a record of its own. */
  static async start(checkout: string, data: string): Promise<Site> {
    const { DATABASE_URL: _unused, ...env } = process.env;
    const child = spawn(process.execPath, [join(checkout, 'bin/guankao.mjs'), 'serve'], {
      cwd: data,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...env, LANG: 'en_US.UTF-8', PORT: '0', GUANKAO_DATA: join(data, 'record'), GUANKAO_PROXY: '127.0.0.1' },
    });
    let said = '';
    const hear = (part: Buffer) => (said += part.toString('utf8'));
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    for (let waited = 0; waited < 120_000; waited += 100) {
      const origin = /Listening on (http:\S+)/.exec(said)?.[1];
      const setup = /\/setup\/([\w-]+)/.exec(said)?.[1];
      if (origin !== undefined && setup !== undefined) return new Site(child, origin, setup);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    child.kill('SIGKILL');
    throw new Error(`the server did not start: ${said}`);
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 30_000);
    await this.ended;
    clearTimeout(timer);
  }

  /** People in their roles, and this year opened from the example, with an indicator to give evidence for. */
  async openYear(): Promise<void> {
    const agency = 'ministry';
    const admin = await this.json('POST', '/api/setup', null, {
      secret: this.setup,
      ministryId: agency,
      ministryName: '範例部',
      login: 'admin',
      name: 'admin',
      password,
    });
    this.tokens.set('admin', String(admin['token']));
    for (const role of ['compiler', 'officer', 'accountant']) {
      const account = { login: role, name: role, grants: [{ role, agency }] };
      const invited = await this.json('POST', '/api/accounts', 'admin', account);
      const signedIn = await this.json('POST', '/api/passwords', null, { secret: invited['secret'], password });
      this.tokens.set(role, String(signedIn['token']));
    }
    const year = await this.json('POST', '/api/years', 'compiler', {
      ministry: agency,
      fiscalYear: 2025,
      from: '範例部-113',
    });
    this.year = (year['year'] as { id: string }).id;
    const [first, second] = year['rows'] as { id: string }[];
    this.row = first?.id ?? '';
    // A text that an officer saved, and that every view of the year comes upon.
    const hostile = '\n1. 完成'.repeat(700);
    const texts = `/api/rows/${encodeURIComponent(second?.id ?? '')}/texts`;
    await this.json('PATCH', texts, 'officer', { goals: hostile, explanation: hostile }, { 'if-match': '1' });
    const indicator = { label: '步道整建', comparator: '>=', unit: '公里', target: 12, text: '12公里' };
    const path = `/api/rows/${encodeURIComponent(this.row)}/indicators`;
    const added = await this.json('POST', path, 'officer', indicator, { 'if-match': '1' });
    this.version = Number(added['version']);
  }

  checkOnPage(text: string): Promise<Outcome> {
    const body = new URLSearchParams(rowOf(text));
    return this.ask('/check', { method: 'POST', body, headers: { 'x-forwarded-for': '203.0.113.1' } });
  }

  checkByApi(text: string): Promise<Outcome> {
    return this.ask('/api/check', {
      method: 'POST',
      body: JSON.stringify({ rows: [rowOf(text)] }),
      headers: { 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.2' },
    });
  }

  /** Where a file is taken in, this leads to the page on which its reading is settled. */
  importAndSettle(file: File): Promise<Outcome> {
    return this.upload('/import', file, 'compiler', { keep: 'public', ground: '依法公開' });
  }

  /** A file for the year; and each time the pages of the year are looked at, on which all rows are checked. */
  async office(target: 'money' | 'budget' | 'evidence', file: File): Promise<Outcome> {
    const year = `/office/years/${encodeURIComponent(this.year)}`;
    const sent =
      target === 'evidence'
        ? await this.evidence(file)
        : await this.upload(
            target === 'money' ? `${year}/money` : `${year}/money/budget`,
            file,
            target === 'money' ? 'accountant' : 'compiler',
          );
    if (sent.became === 'failed') return sent;
    const seen = await this.ask(year, { headers: this.as('compiler') });
    return seen.became === 'failed' ? seen : sent;
  }

  private async evidence(file: File): Promise<Outcome> {
    const path = `/api/rows/${encodeURIComponent(this.row)}/indicators/i1/evidence`;
    const body = JSON.stringify({ name: file.name, base64: Buffer.from(file.bytes).toString('base64') });
    const headers = { ...this.as('officer'), 'content-type': 'application/json', 'if-match': String(this.version) };
    const outcome = await this.ask(path, { method: 'POST', body, headers }, (answer) => {
      const { version } = answer as { version?: number };
      if (version !== undefined) this.version = version;
    });
    return outcome;
  }

  private upload(
    path: string,
    file: File,
    who: string,
    fields: Readonly<Record<string, string>> = {},
  ): Promise<Outcome> {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([file.bytes as Uint8Array<ArrayBuffer>]), file.name);
    return this.ask(path, { method: 'POST', body, headers: this.as(who) });
  }

  /** A person signed in, whose browser sends this from a page of the site. */
  private as(who: string): Record<string, string> {
    return { authorization: `Bearer ${this.tokens.get(who)}`, 'sec-fetch-site': 'same-origin' };
  }

  /** Sends it, follows where it leads, and waits on waiting pages as a browser does. */
  private async ask(
    path: string,
    init: RequestInit,
    take: (answer: unknown) => void = () => undefined,
  ): Promise<Outcome> {
    const began = performance.now();
    const signal = AbortSignal.timeout(longest);
    const outcome = (became: Outcome['became'], status: number, said = ''): Outcome => ({
      became,
      status,
      milliseconds: performance.now() - began,
      said: said.replace(/\s+/g, ' ').slice(0, 200),
    });
    try {
      let answer = await fetch(`${this.origin}${path}`, { ...init, redirect: 'manual', signal });
      while (answer.status === 303 || answer.headers.has('refresh')) {
        await answer.text();
        if (answer.headers.has('refresh')) await new Promise((resolve) => setTimeout(resolve, 1_000));
        const next = answer.headers.get('location') ?? new URL(answer.url).pathname;
        answer = await fetch(new URL(next, this.origin), { headers: init.headers ?? {}, redirect: 'manual', signal });
      }
      const said = await answer.text();
      if (answer.status < 400) {
        if (answer.headers.get('content-type')?.includes('json') === true) take(JSON.parse(said));
        return outcome('answered', answer.status);
      }
      if ([429, 503].includes(answer.status) && answer.headers.has('retry-after'))
        return outcome('told to come back', answer.status);
      if (answer.status < 500) return outcome('refused', answer.status);
      return outcome('failed', answer.status, said);
    } catch (error) {
      return outcome(
        'failed',
        0,
        error instanceof Error ? `${error.message} ${String(error.cause ?? '')}` : String(error),
      );
    }
  }

  private async json(
    method: string,
    path: string,
    who: string | null,
    body: unknown,
    headers: Record<string, string> = {},
  ): Promise<Record<string, unknown>> {
    const answer = await fetch(`${this.origin}${path}`, {
      method,
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(who === null ? {} : this.as(who)), ...headers },
    });
    const said = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${said}`);
    return JSON.parse(said) as Record<string, unknown>;
  }
}

function rowOf(text: string): Record<string, string> {
  const texts = { plannedWork: '', execution: '', goals: text, explanation: text };
  return {
    name: '範例計畫',
    type: '',
    period: '',
    approvedTotal: '',
    budgetedToDate: '',
    executedToDate: '',
    ...texts,
  };
}
