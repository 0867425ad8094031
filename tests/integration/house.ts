import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import { pastedForm, readDocument, typedDocument } from '@guankao/reading';
import { createServer, mailerOn, type Mailer, type MailSettings } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import type { Grant, Role } from '@guankao/workflow';
import { fingerprint, newSecret } from '../../packages/server/src/sign-in/secrets.ts';
import { testPool } from '../built-child.ts';
import { startTestServer } from './database.ts';

/**
 * A house with two ministries, each with its agencies and a person in every role, as scripts over HTTP find it. 範例部
 * has 範例署 (bureau) and 虛擬局 (office); 他部 (other) has 他署 (branch).
 */
export interface House {
  readonly store: Store;
  /** For programs beside it: where its database is, and its log's key. */
  readonly env: Readonly<Record<'DATABASE_URL' | 'GUANKAO_LOG_KEY', string>>;
  readonly server: FastifyInstance;
  /** Sends when it is told to; null: mail is off. */
  readonly mail: Mailer | null;
  /** ISO; may be moved on. */
  now: Date;
  /** Signs a person in who has these roles; their requests go by this login from then on. */
  person(login: string, grants: readonly Grant[]): Promise<void>;
  /** A request of somebody by login (a bearer session), or of nobody. */
  ask(who: string | null, method: Method, url: string, body?: unknown, headers?: Headers): Promise<Answer>;
  /** A form of our pages, sent with the cookie as a browser does. */
  send(who: string | null, url: string, fields: Fields): Promise<Answer>;
  /** The same with a file. */
  upload(who: string | null, url: string, file: GivenFile, fields?: Fields): Promise<Answer>;
  page(who: string | null, url: string): Promise<Answer>;
  /** The version that is shown, as If-Match wants it. */
  version(who: string, url: string): Promise<string>;
  secretOf(login: string): string;
  use(login: string, secret: string): void;
  idOf(login: string): string;
  /** Opens 範例部-114 with these plans, as its compiler. */
  openYear(plans: readonly Plan[], fiscalYear?: number): Promise<void>;
  close(): Promise<void>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Headers = Readonly<Record<string, string>>;
type Fields = Readonly<Record<string, string | readonly string[]>>;
interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}
interface Plan {
  readonly name: string;
  readonly agency: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
  readonly bytes: Buffer;
  /** Of a problem: its id. */
  readonly problem: string | null;
  // Whatever it holds is looked at by the test that asked for it.
  // oxlint-disable-next-line typescript/no-explicit-any
  json(): any;
}

const people: readonly (readonly [login: string, role: Role, agency: string])[] = [
  ['officer', 'officer', 'bureau'],
  ['supervisor', 'supervisor', 'bureau'],
  ['officer2', 'officer', 'office'],
  ['supervisor2', 'supervisor', 'office'],
  ['accountant', 'accountant', 'ministry'],
  ['compiler', 'compiler', 'ministry'],
  ['auditor', 'auditor', 'ministry'],
  ['admin', 'administrator', 'ministry'],
  ['xofficer', 'officer', 'branch'],
  ['xsupervisor', 'supervisor', 'branch'],
  ['xaccountant', 'accountant', 'other'],
  ['xcompiler', 'compiler', 'other'],
  ['xadmin', 'administrator', 'other'],
];

const agencies = [
  { id: 'ministry', name: '範例部', parent: null },
  { id: 'bureau', name: '範例署', parent: 'ministry' },
  { id: 'office', name: '虛擬局', parent: 'ministry' },
  { id: 'other', name: '他部', parent: null },
  { id: 'branch', name: '他署', parent: 'other' },
];

export async function openHouse(mailBy: MailSettings | null = null): Promise<House> {
  const database = await startTestServer();
  const work = await testPool();
  const logFolder = mkdtempSync(join(tmpdir(), 'guankao-house-'));
  const logKey = join(logFolder, 'key');
  const url = await database.emptyDatabase();
  // As an office runs it: the program's role may add to the record, and change nothing that is in it.
  const programUrl = await database.programOf(url);
  const store = await openStore({ url: programUrl, ownerUrl: url, folder: '', program: 'guankao test', logKey });
  const secrets = new Map<string, string>();
  const ids = new Map<string, string>();
  const clock = () => house.now;
  const { pool } = work;
  const mail = mailBy === null ? null : mailerOn(store.office, mailBy, clock);
  const server = await createServer({
    catalogue: store.catalogue,
    pool,
    office: store.office,
    store,
    mail,
    publicLog: store.log,
    clock,
    patience: 60_000,
  });

  async function inject(options: InjectOptions): Promise<Answer> {
    // Limits by the minute are another test's.
    await store.connection.pool.query('delete from guankao.request_counts');
    const answer = await server.inject(options);
    const isProblem = String(answer.headers['content-type']).includes('problem+json');
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: answer.body,
      bytes: answer.rawPayload,
      problem: isProblem ? String(answer.json().type).replace('urn:guankao:problem:', '') : null,
      json: () => answer.json(),
    };
  }
  const cookie = (who: string | null) => (who === null ? {} : { cookie: `guankao_session=${house.secretOf(who)}` });
  const own = { 'sec-fetch-site': 'same-origin' };

  const house: House = {
    store,
    env: { DATABASE_URL: url, GUANKAO_LOG_KEY: logKey },
    server,
    mail,
    now: new Date('2026-01-05T01:00:00Z'),
    async person(login, grants) {
      const id = `id-${login}`;
      await store.office.addAccount({ id, login, name: `${login}先生`, password: null }, house.now);
      for (const grant of grants) await store.office.grant(id, grant);
      const secret = newSecret();
      await store.office.openSession(fingerprint(secret), id, house.now, new Date(house.now.getTime() + 36_000_000));
      ids.set(login, id);
      secrets.set(login, secret);
    },
    ask: (who, method, url, body, headers = {}) =>
      inject({
        method,
        url: encodeURI(url),
        ...(body === undefined ? {} : { payload: body as object }),
        headers: { ...(who === null ? {} : { authorization: `Bearer ${house.secretOf(who)}` }), ...headers },
      }),
    send: (who, url, fields) =>
      inject({
        method: 'POST',
        url: encodeURI(url),
        payload: new URLSearchParams(
          Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
        ).toString(),
        headers: { ...own, ...cookie(who), 'content-type': 'application/x-www-form-urlencoded' },
      }),
    upload(who, url, { name, bytes }, fields = {}) {
      const boundary = 'guankao-test-boundary';
      const parts = Object.entries(fields).map(
        ([field, value]) =>
          `--${boundary}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${String(value)}\r\n`,
      );
      const head = `${parts.join('')}--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
      return inject({
        method: 'POST',
        url: encodeURI(url),
        payload: Buffer.concat([Buffer.from(head), Buffer.from(bytes), Buffer.from(`\r\n--${boundary}--\r\n`)]),
        headers: { ...own, ...cookie(who), 'content-type': `multipart/form-data; boundary=${boundary}` },
      });
    },
    page: (who, url) => inject({ method: 'GET', url: encodeURI(url), headers: cookie(who) }),
    version: async (who, url) => String((await house.ask(who, 'GET', url)).headers['etag']),
    secretOf(login) {
      const secret = secrets.get(login);
      if (secret === undefined) throw new Error(`${login} is not signed in`);
      return secret;
    },
    use: (login, secret) => void secrets.set(login, secret),
    idOf: (login) => ids.get(login) ?? '',
    async openYear(plans, fiscalYear = 2025) {
      const opened = await house.ask('compiler', 'POST', '/api/years', { ministry: 'ministry', fiscalYear, plans });
      if (opened.status !== 201) throw new Error(opened.body);
    },
    async close() {
      await server.close();
      await mail?.stop();
      await work.close();
      await store.close();
      await database.stop();
      rmSync(logFolder, { recursive: true, force: true });
    },
  };
  for (const agency of agencies) await store.office.addAgency(agency, house.now);
  for (const [login, role, agency] of people) await house.person(login, [{ role, agency }]);
  await house.person('nobody', []);
  return house;
}

/** What a page says: in English ones Chinese words are marked among the others. */
export function withoutTags(html: string): string {
  return html.replaceAll(/<[^>]*>/g, '');
}

/** A filing of a ministry as a file: what a compiler imports. */
export async function filingOf(agency: string, fiscalYear: number, names: readonly string[], goals = '完成3案。') {
  const rows = names.map((name) => ({
    name,
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '9,000',
    budgetedToDate: '700',
    executedToDate: '650',
    plannedWork: '辦理相關作業。',
    execution: '完成相關作業。',
    goals,
    explanation: '完成3案。',
  }));
  return readDocument(await typedDocument(pastedForm(agency, fiscalYear, '千元', rows).form));
}

/** Texts that fill a row. */
export const someTexts = {
  type: '社會發展',
  period: '113年1月至116年12月',
  plannedWork: '辦理第二期作業。',
  execution: '第二期於114年6月20日完成。',
  goals: '完成3案。',
  explanation: '完成3案。',
} as const;

/** Money that adds up. */
export const someMoney = {
  budget: 1_000_000,
  supplementary: 0,
  carriedIn: 0,
  realised: 900_000,
  payable: 100_000,
  carriedOver: 0,
  lapsed: 0,
  prepaid: 0,
} as const;
