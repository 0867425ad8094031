import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

/** One's own address, what administrators see, and the links of mails, over HTTP. */

const origin = 'https://plans.example.gov.tw';
let house: House;
let mailServer: MailServer;
const send = () => house.mail?.sendDue();
const own = async (who: string) => (await house.ask(who, 'GET', '/api/me/mail')).json();
const set = (who: string, address: string, locale = 'zh-Hant') =>
  house.ask(who, 'PUT', '/api/me/mail', { address, locale });
/** The link of the last mail that leads to such a page, as an address of this site. */
const linkIn = (to: 'confirm' | 'stop') =>
  new RegExp(`${origin}((?:/en)?/mail/${to}/[\\w-]+)`).exec(mailServer.taken.at(-1)?.text ?? '')?.[1] ?? '';

beforeAll(async () => {
  mailServer = await startMailServer();
  house = await openHouse({
    relay: { host: '127.0.0.1', port: mailServer.port, secured: 'none', login: null, patience: { connecting: 500 } },
    from: { name: '管考通知', address: 'noreply@example.gov.tw' },
    origin,
  });
}, 240_000);
afterEach(() => mailServer.behave({}));
afterAll(async () => {
  await house.close();
  await mailServer.close();
});

test('an address gets nothing but one question until whoever reads mail there says that it is theirs', async () => {
  expect(await own('officer')).toEqual({
    on: true,
    address: null,
    locale: null,
    confirmed: false,
    stopped: false,
    refused: null,
  });
  for (const wrong of ['officer', 'a@', '<a@b.c>', 'a@b.c\nBcc: x@y.z', '王@例.台灣', 'a@b.c, d@e.f'])
    expect([400, 422], wrong).toContain((await set('officer', wrong)).status);
  const asked = await set('officer', ' wang@agency.example ');
  expect(asked.json()).toMatchObject({ address: 'wang@agency.example', confirmed: false });
  await send();
  expect(mailServer.receivers).toEqual(['wang@agency.example']);
  expect(mailServer.taken[0]?.subject).toBe('請確認管考通知的信箱');
  expect(mailServer.taken[0]?.headers.has('list-unsubscribe')).toBe(false);
  // It says nobody's name: it may have gone to a stranger.
  expect(mailServer.taken[0]?.text).not.toContain('先生');
  const link = linkIn('confirm');
  expect((await house.page(null, link)).body).toContain('這是我的信箱');
  expect((await own('officer')).confirmed).toBe(false);
  expect((await house.send(null, link, {})).body).toContain('信箱已確認');
  expect((await own('officer')).confirmed).toBe(true);
  // The same address in another language is asked about no more; another one is.
  expect((await set('officer', 'wang@agency.example', 'en')).json()).toMatchObject({ confirmed: true, locale: 'en' });
  await send();
  expect(mailServer.taken).toHaveLength(1);
  expect((await set('officer', 'other@agency.example', 'en')).json()).toMatchObject({ confirmed: false });
  await send();
  expect(mailServer.taken[1]?.subject).toBe('Confirm your address for notices of Guankao');
  expect((await house.page(null, link)).status).toBe(410);
  const newer = linkIn('confirm');
  house.now = new Date(house.now.getTime() + 8 * 86_400_000);
  house.use('officer', house.secretOf('officer'));
  expect((await house.page(null, newer)).status).toBe(410);
  house.now = new Date(house.now.getTime() - 8 * 86_400_000);
});

test('one click stops, without signing in; looking does not; the same link goes on again', async () => {
  const { stopSecret } = (await house.store.office.mailPerson(house.idOf('officer'))) ?? { stopSecret: '' };
  for (const path of [`/mail/stop/${stopSecret}`, `/en/mail/stop/${stopSecret}`]) {
    expect((await house.page(null, path)).status).toBe(200);
    expect((await own('officer')).stopped).toBe(false);
    const clicked = await house.server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'List-Unsubscribe=One-Click',
    });
    expect([clicked.statusCode, (await own('officer')).stopped]).toEqual([200, true]);
    await house.send(null, path, { do: 'start' });
    expect((await own('officer')).stopped).toBe(false);
  }
  expect((await house.page(null, '/mail/stop/guessed')).status).toBe(410);
  expect((await house.ask('officer', 'POST', '/api/me/mail/stop')).json().stopped).toBe(true);
  expect((await house.ask('officer', 'POST', '/api/me/mail/start')).json().stopped).toBe(false);
});

test('what was refused is shown to those who administer the account, with the server’s words, and tried again', async () => {
  mailServer.behave({ refuse: () => '550 5.1.1 no such user' });
  await set('supervisor', 'gone@agency.example');
  await send();
  const standing = async (who: string) => house.ask(who, 'GET', '/api/mail');
  const { server, people, mails } = (await standing('admin')).json();
  expect(server).toMatchObject({ host: '127.0.0.1', from: 'noreply@example.gov.tw' });
  expect(people.find(({ login }: { login: string }) => login === 'supervisor')).toMatchObject({
    address: 'gone@agency.example',
    refused: { words: '550 5.1.1 no such user' },
  });
  expect(mails[0]).toMatchObject({ kind: 'confirmation', state: 'refused', words: '550 5.1.1 no such user' });
  expect((await own('supervisor')).refused).toBe('550 5.1.1 no such user');
  expect((await standing('xadmin')).json()).toMatchObject({ people: [], mails: [] });
  for (const who of ['officer', 'compiler', 'auditor', 'nobody']) expect((await standing(who)).status).toBe(403);
  const retry = (who: string) => house.ask(who, 'POST', '/api/mail/refused/retry', {});
  expect([(await retry('officer')).status, (await retry('xadmin')).json()]).toEqual([403, { addresses: 0 }]);
  expect((await retry('admin')).json()).toEqual({ addresses: 1 });
  expect((await own('supervisor')).refused).toBeNull();
});

test('a test mail tells what the server said', async () => {
  const tryOut = (who: string, address: string) =>
    house.ask(who, 'POST', '/api/mail/test', { address, locale: 'zh-Hant' });
  expect((await tryOut('admin', 'me@agency.example')).json()).toMatchObject({ became: 'taken' });
  expect(mailServer.taken.at(-1)?.subject).toBe('管考系統測試信');
  mailServer.behave({ refuse: () => '550 5.7.1 relaying denied' });
  expect((await tryOut('admin', 'me@agency.example')).json()).toEqual({
    became: 'address-refused',
    words: '550 5.7.1 relaying denied',
    why: null,
  });
  mailServer.behave({ mute: true });
  expect((await tryOut('admin', 'me@agency.example')).json()).toMatchObject({ became: 'later' });
  expect((await tryOut('officer', 'me@agency.example')).status).toBe(403);
  expect((await tryOut('admin', 'nowhere')).problem).toBe('not-an-address');
});

test('an account that has ended gets nothing; an address that is given up neither', async () => {
  const before = mailServer.taken.length;
  await set('accountant', 'left@agency.example');
  await house.ask('admin', 'POST', `/api/accounts/${house.idOf('accountant')}/deactivation`);
  await set('auditor', 'given-up@agency.example');
  expect((await house.ask('auditor', 'DELETE', '/api/me/mail')).status).toBe(204);
  await send();
  expect([mailServer.taken.length, (await own('auditor')).address]).toEqual([before, null]);
});

test('no address stands in an event', async () => {
  const { rows } = await house.store.connection.pool.query('select p.body from guankao.payloads p');
  expect(JSON.stringify(rows)).not.toContain('agency.example');
});
