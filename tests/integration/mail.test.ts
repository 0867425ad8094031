import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore, type Store } from '@guankao/store';
import type { Letter } from '@guankao/web';
import { Mailer, type MailSettings } from '../../packages/server/src/mail/mailer.ts';
import { startTestServer, type TestServer } from './database.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

/** The outbox against a real mail server and a real database: nothing twice, nothing lost, whatever the server does. */

let database: TestServer;
let url: string;
let mailServer: MailServer;
let store: Store;
let now = new Date('2026-01-05T01:00:00Z');
const clock = () => now;
const later = (minutes: number) => void (now = new Date(now.getTime() + minutes * 60_000));
const people = 200;
const accountOf = (at: number) => `id-${at}`;
const addressOf = (at: number) => `p${at}@agency.example`;

const letter: Letter = { locale: 'zh-Hant', subject: '通知', lead: '您有 1 件事。', parts: [], foot: [] };

function mailerOf(of: Store, patience: MailSettings['relay']['patience'] = {}): Mailer {
  return new Mailer({
    office: of.office,
    clock,
    settings: {
      relay: {
        host: '127.0.0.1',
        port: mailServer.port,
        secured: 'none',
        login: null,
        patience: { connecting: 400, answering: 400, whole: 1_500, ...patience },
      },
      from: { name: '管考', address: 'noreply@example.gov.tw' },
      origin: 'https://plans.example.gov.tw',
    },
    write: async (mail) => {
      await of.office.tellOnce(mail, [`told ${mail.key}`], now);
      return { letter: { ...letter, subject: mail.key }, stop: 'https://plans.example.gov.tw/mail/stop/secret' };
    },
  });
}

let day = 0;
/** Puts a mail for each of so many people in; gives their keys. */
async function put(count: number): Promise<readonly string[]> {
  day += 1;
  const mails = Array.from({ length: count }, (_, at) => ({
    key: `digest ${accountOf(at)} ${day}`,
    kind: 'digest' as const,
    account: accountOf(at),
    address: addressOf(at),
    locale: 'zh-Hant' as const,
    until: new Date(now.getTime() + 12 * 3_600_000),
  }));
  expect(await store.office.enqueueMail(mails, now)).toBe(count);
  expect(await store.office.enqueueMail(mails, now)).toBe(0);
  return mails.map(({ key }) => key);
}

const accounts = Array.from({ length: people }, (_, at) => accountOf(at));
const ofKeys = async (keys: readonly string[]) =>
  (await store.office.outbox({ accounts, before: null, most: 1_000 })).filter(({ key }) => keys.includes(key));
const one = async (keys: readonly string[]) => (await ofKeys(keys))[0];
const isTold = async (key = '') => (await store.office.toldOf(accountOf(0), [`told ${key}`])).size === 1;
const subjects = (keys: readonly string[]) =>
  mailServer.taken.map(({ subject }) => subject ?? '').filter((subject) => keys.includes(subject));

beforeAll(async () => {
  database = await startTestServer();
  url = await database.emptyDatabase();
  mailServer = await startMailServer();
  store = await openStore({ url, folder: '', program: 'guankao test' });
  for (const [at, id] of accounts.entries()) {
    await store.office.addAccount({ id, login: `p${at}`, name: `${at}先生`, password: null }, now);
    const links = { confirmSecret: `c${at}`, stopSecret: `s${at}` };
    await store.office.keepMailPerson({ account: id, address: addressOf(at), locale: 'zh-Hant', ...links }, now);
  }
}, 240_000);
afterEach(() => mailServer.behave({}));
afterAll(async () => {
  await mailServer.close();
  await store.close();
  await database.stop();
});

test('two programs on one database send 200 mails: each once', async () => {
  const keys = await put(people);
  const other = await openStore({ url, folder: '', program: 'guankao other' });
  try {
    const [first, second] = await Promise.all([mailerOf(store).sendDue(), mailerOf(other).sendDue()]);
    expect(first + second).toBe(people);
    expect(Math.min(first, second)).toBeGreaterThan(0);
  } finally {
    await other.close();
  }
  const came = subjects(keys);
  expect([came.length, new Set(came).size]).toEqual([people, people]);
  expect((await ofKeys(keys)).every(({ state, notices }) => state === 'sent' && notices === 1)).toBe(true);
  expect(await mailerOf(store).sendDue()).toBe(0);
});

test('text and HTML, one click to stop, sent by a program', async () => {
  const [key] = await put(1);
  await mailerOf(store).sendDue();
  const mail = mailServer.taken.at(-1);
  expect(mail?.from?.text).toBe('"管考" <noreply@example.gov.tw>');
  expect([mail?.subject, mail?.text?.includes('您有 1 件事。'), String(mail?.html).includes('您有 1 件事。')]).toEqual([
    key,
    true,
    true,
  ]);
  const line = (name: string) => mail?.headerLines.find((header) => header.key === name)?.line;
  expect(line('list-unsubscribe')).toBe('List-Unsubscribe: <https://plans.example.gov.tw/mail/stop/secret>');
  expect(line('list-unsubscribe-post')).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
  expect(line('auto-submitted')).toBe('Auto-Submitted: auto-generated');
  expect(line('content-language')).toBe('Content-Language: zh-Hant');
});

test('an address that is refused for good is kept with the server’s words, and the others get theirs', async () => {
  const refused = addressOf(1);
  mailServer.behave({ refuse: (address) => (address === refused ? '550 5.1.1 no such user here' : null) });
  const keys = await put(3);
  expect(await mailerOf(store).sendDue()).toBe(2);
  const [entry] = (await ofKeys(keys)).filter(({ address }) => address === refused);
  expect(entry).toMatchObject({ state: 'refused', words: '550 5.1.1 no such user here', notices: 0 });
  expect((await store.office.mailPerson(accountOf(1)))?.refused?.words).toBe('550 5.1.1 no such user here');
  expect((await store.office.mailPerson(accountOf(0)))?.refused).toBeNull();
  later(600);
  expect(await mailerOf(store).sendDue()).toBe(0);
});

test.each([
  ['at the address', { refuse: () => '450 4.2.1 mailbox busy' }],
  ['after the mail', { afterMail: () => '451 4.3.0 try later' }],
  ['at the sender, for all', { sender: '530 5.7.0 sign in first' }],
  ['as it goes away', { refuse: () => '421 4.3.2 shutting down' }],
])('refused for now %s: tried again after growing waits, and told once', async (_where, how) => {
  const keys = await put(1);
  mailServer.behave(how);
  const mailer = mailerOf(store);
  const tried: number[] = [];
  for (const minutes of [0, 1, 1, 4, 5, 9]) {
    later(minutes);
    await mailer.sendDue();
    tried.push((await one(keys))?.attempts ?? 0);
  }
  expect(tried).toEqual([1, 2, 2, 3, 3, 3]);
  expect(await one(keys)).toMatchObject({ state: 'waiting', notices: 0 });
  expect(await isTold(keys[0])).toBe(false);
  mailServer.behave({});
  later(60);
  expect(await mailer.sendDue()).toBe(1);
  expect([subjects(keys).length, await isTold(keys[0])]).toEqual([1, true]);
});

describe('a server that stalls', () => {
  test('before the mail: it waits, no other mail knocks in vain, and the program goes on', async () => {
    const keys = await put(20);
    mailServer.behave({ mute: true });
    const mailer = mailerOf(store);
    await mailer.sendDue();
    expect(mailer.trouble?.words).toBeTruthy();
    const entries = await ofKeys(keys);
    expect(entries.filter(({ attempts }) => attempts > 0)).toHaveLength(1);
    expect(entries.every(({ state }) => state === 'waiting')).toBe(true);
    mailServer.behave({});
    later(2);
    expect(await mailer.sendDue()).toBe(20);
    expect(new Set(subjects(keys)).size).toBe(20);
    expect(mailer.trouble).toBeNull();
  });

  test.each(['silence', 'hang-up'] as const)(
    'after the mail (%s): it may have it, and is given it no more',
    async (end) => {
      const keys = await put(1);
      mailServer.behave({ afterMail: () => end });
      const given = mailServer.given();
      const mailer = mailerOf(store);
      await mailer.sendDue();
      expect(await one(keys)).toMatchObject({ state: 'unknown' });
      mailServer.behave({});
      later(60);
      expect(await mailer.sendDue()).toBe(0);
      expect([mailServer.given() - given, await isTold(keys[0])]).toEqual([1, true]);
    },
  );

  test('nobody there at all: it waits', async () => {
    const keys = await put(1);
    const real = mailServer.port;
    const gone = await startMailServer();
    await gone.close();
    Object.assign(mailServer, { port: gone.port });
    await mailerOf(store).sendDue();
    Object.assign(mailServer, { port: real });
    expect(await one(keys)).toMatchObject({ state: 'waiting', attempts: 1 });
    later(2);
    expect(await mailerOf(store).sendDue()).toBe(1);
  });
});

test('what a program marked before it died is sent by no other, and is told to be unknown', async () => {
  const keys = await put(1);
  expect((await store.office.claimMail(now))?.key).toBe(keys[0]);
  expect(await mailerOf(store).sendDue()).toBe(0);
  expect(await one(keys)).toMatchObject({ state: 'marked' });
  later(11);
  expect(await mailerOf(store).sendDue()).toBe(0);
  expect(await one(keys)).toMatchObject({ state: 'unknown' });
  expect(subjects(keys)).toEqual([]);
});

test('what waited until its time was over is dropped, with why it waited; a content that is refused is not sent again', async () => {
  const keys = await put(1);
  mailServer.behave({ refuse: () => '450 4.2.1 mailbox busy' });
  await mailerOf(store).sendDue();
  later(13 * 60);
  await mailerOf(store).sendDue();
  expect(await one(keys)).toMatchObject({ state: 'dropped', words: '450 4.2.1 mailbox busy' });
  expect(await isTold(keys[0])).toBe(false);
  const other = await put(1);
  mailServer.behave({ afterMail: () => '554 5.7.1 looks like spam' });
  await mailerOf(store).sendDue();
  expect(await one(other)).toMatchObject({ state: 'refused', words: '554 5.7.1 looks like spam' });
  expect((await store.office.mailPerson(accountOf(0)))?.refused).toBeNull();
});

test('the digests of a day are put in once, by whichever program is first', async () => {
  const other = await openStore({ url, folder: '', program: 'guankao other' });
  const mail = (at: number) => ({
    key: `digest ${accountOf(at)} 2026-02-02`,
    kind: 'digest' as const,
    account: accountOf(at),
    address: addressOf(at),
    locale: 'en' as const,
    until: new Date(now.getTime() + 3_600_000),
  });
  try {
    const [first, second] = await Promise.all([
      store.office.enqueueDay('2026-02-02', [mail(0), mail(1)], now),
      other.office.enqueueDay('2026-02-02', [mail(0), mail(1)], now),
    ]);
    expect([first, second].toSorted()).toEqual([false, true]);
  } finally {
    await other.close();
  }
});
