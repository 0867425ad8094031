import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';

/** People invited by a list, and the log of who signed in and out. */

let house: House;
beforeAll(async () => {
  house = await openHouse();
}, 240_000);
afterAll(() => house.close());

const events = async () => (await house.store.catalogue.health()).events;
const logins = async () => (await house.store.office.accounts()).map(({ login }) => login);
const list = (lines: readonly string[], head = '帳號,姓名,角色,機關代碼') => ({
  name: 'people.csv',
  bytes: [head, ...lines].join('\n'),
});
/** What the page was sent with, as a browser sends it back. */
function hiddenIn(html: string): Record<string, string[]> {
  const fields: Record<string, string[]> = {};
  for (const [, name = '', value = ''] of html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g))
    if (['login', 'name', 'roles', 'agency'].includes(name)) (fields[name] ??= []).push(value);
  return fields;
}
const linksIn = (html: string) => html.match(/\/welcome\/[\w-]{20,}/g) ?? [];

describe('a list of people', () => {
  test('is shown before anybody is invited: the faulty first, each with its line and why', async () => {
    const before = await events();
    const shown = await house.upload(
      'admin',
      '/office/accounts/list',
      list([
        'wang,王小範,承辦、主計,bureau',
        'lin,林小範,國王,bureau',
        'xin,辛小範,承辦,branch',
        'officer,新人,承辦,bureau',
      ]),
    );
    expect(shown.status).toBe(200);
    expect(linksIn(shown.body)).toEqual([]);
    expect(await events()).toBe(before);
    for (const said of ['角色不是', '機關代碼不是您所管理的機關', '帳號已有人使用', '可以邀請', '其中 3 人不能邀請'])
      expect(shown.body).toContain(said);
    expect(shown.body.indexOf('國王')).toBeLessThan(shown.body.indexOf('王小範'));
    const english = await house.upload('admin', '/en/office/accounts/list', list(['lin,林小範,國王,bureau']));
    expect(english.body).toContain('a role is none of');
  });

  test.each([
    ['no heading', list(['wang,王小範'], '帳號,姓名')],
    ['nobody', list([])],
    ['more than five hundred', list(Array.from({ length: 501 }, (_, at) => `p${at},人${at},承辦,bureau`))],
    ['no table', { name: 'people.csv', bytes: '' }],
  ])('%s is refused', async (_what, file) => {
    const before = await events();
    const answer = await house.upload('admin', '/office/accounts/list', file);
    expect([answer.status, answer.body.includes('role="alert"')]).toEqual([422, true]);
    expect(await events()).toBe(before);
  });

  test('the lines chosen are invited, with every role, and links that are given once', async () => {
    const shown = await house.upload(
      'admin',
      '/office/accounts/list',
      list(['wang,王小範,承辦、主計,bureau', 'lin,林小範,單位主管,虛擬局', 'chen,陳小範,國王,bureau']),
    );
    const fields = hiddenIn(shown.body);
    expect(fields['login']).toEqual(['wang', 'lin', 'chen']);
    const invited = await house.send('admin', '/office/accounts/invitations', { ...fields, lines: ['2', '3'] });
    expect(invited.status, invited.body.slice(0, 900)).toBe(200);
    expect(linksIn(invited.body)).toHaveLength(2);
    expect(linksIn((await house.page('admin', '/office/accounts')).body)).toEqual([]);
    const accounts = await house.store.office.accounts();
    expect(accounts.find(({ login }) => login === 'wang')?.grants).toEqual([
      { role: 'accountant', agency: 'bureau' },
      { role: 'officer', agency: 'bureau' },
    ]);
    expect(accounts.find(({ login }) => login === 'lin')?.grants).toEqual([{ role: 'supervisor', agency: 'office' }]);
    expect(await logins()).not.toContain('chen');
  });

  test('a line that cannot be invited, nobody chosen, a list that was changed meanwhile: nobody is', async () => {
    const fields = {
      login: ['kao', 'wang'],
      name: ['高小範', '王小範'],
      roles: ['承辦', '承辦'],
      agency: ['bureau', 'bureau'],
    };
    const before = await events();
    for (const lines of [['2', '3'], [], ['9']]) {
      const answer = await house.send('admin', '/office/accounts/invitations', { ...fields, lines });
      expect([answer.status, answer.body.includes('高小範')]).toEqual([422, true]);
    }
    expect(await events()).toBe(before);
    expect(await logins()).not.toContain('kao');
  });

  test('over HTTP: checked, then invited whole or by lines', async () => {
    const people = [
      { login: 'api1', name: '甲', roles: 'officer, accountant', agency: 'bureau' },
      { login: 'api2', name: '乙', roles: 'king', agency: 'bureau' },
    ];
    const checked = await house.ask('admin', 'POST', '/api/accounts/list', { people });
    expect(checked.status, checked.body).toBe(200);
    expect(checked.json().people.map(({ faults }: { faults: unknown[] }) => faults.length)).toEqual([0, 1]);
    expect(checked.json().invited).toEqual([]);
    expect((await house.ask('admin', 'POST', '/api/accounts/list', { people, invite: true })).problem).toBe(
      'no-person',
    );
    const invited = (
      await house.ask('admin', 'POST', '/api/accounts/list', { people, invite: true, lines: [2] })
    ).json();
    expect(invited.invited).toMatchObject([{ login: 'api1' }]);
    const secret = invited.invited[0].secret as string;
    const password = 'four unrelated words here';
    expect((await house.ask(null, 'POST', '/api/passwords', { secret, password })).status).toBe(201);
  });

  test.each(['officer', 'compiler', 'auditor', 'nobody', null])('not by %s', async (who) => {
    const before = await events();
    const people = [{ login: 'zzz', name: '某', roles: 'officer', agency: 'bureau' }];
    const api = await house.ask(who, 'POST', '/api/accounts/list', { people, invite: true });
    expect([401, 403, 422]).toContain(api.status);
    const page = await house.upload(who, '/office/accounts/list', list(['zzz,某,承辦,bureau']));
    expect(page.status).toBeGreaterThan(400);
    const sent = await house.send(who, '/office/accounts/invitations', {
      login: 'zzz',
      name: '某',
      roles: '承辦',
      agency: 'bureau',
      lines: '2',
    });
    expect(sent.status).toBeGreaterThan(400);
    expect(await events()).toBe(before);
  });
});

describe('the log of sign-ins', () => {
  const password = 'four unrelated words here';
  const entries = async (who: string) =>
    (await house.ask(who, 'GET', '/api/security-log')).json().entries as readonly {
      kind: string;
      account: string | null;
      network: string | null;
    }[];

  test('tells attempts, sessions and tokens, with the network; none of it is in the journal', async () => {
    const { id, secret } = (
      await house.ask('admin', 'POST', '/api/accounts', {
        login: 'traced',
        name: '蹤先生',
        grants: [{ role: 'officer', agency: 'bureau' }],
      })
    ).json();
    house.use('traced', (await house.ask(null, 'POST', '/api/passwords', { secret, password })).json().token);
    await house.ask(null, 'POST', '/api/sessions', { login: 'traced', password: 'wrong guess at it' });
    await house.ask(null, 'POST', '/api/sessions', { login: 'my own password by mistake', password });
    const token = (await house.ask('traced', 'POST', '/api/tokens', { name: 'script' })).json();
    await house.ask('traced', 'DELETE', `/api/tokens/${token.id}`);
    await house.ask('traced', 'POST', '/api/me/password', { current: 'wrong guess', password: 'other words' });
    await house.ask('traced', 'DELETE', '/api/sessions');
    const own = (await entries('admin')).filter(({ account }) => account === id).map(({ kind }) => kind);
    expect(own).toEqual([
      'session-ended',
      'password-failed',
      'token-revoked',
      'token-made',
      'sign-in-failed',
      'session-opened',
      'password-set',
    ]);
    expect((await entries('admin')).every(({ network }) => network === '127.0.0.1')).toBe(true);
    const { rows } = await house.store.connection.pool.query('select * from guankao.security_log');
    expect(JSON.stringify(rows)).not.toContain('mistake');
    const journal = await house.store.connection.pool.query('select * from guankao.events');
    expect(JSON.stringify(journal.rows)).not.toContain('127.0.0.1');
  });

  test('is seen by those who administer the account, and by nobody else', async () => {
    const page = await house.page('admin', '/office/security');
    expect(page.status).toBe(200);
    for (const said of ['登入失敗', '蹤先生（traced）', '（不存在的帳號）', '127.0.0.1'])
      expect(page.body).toContain(said);
    expect((await house.page('admin', '/en/office/security')).body).toContain('Sign-in failed');
    expect((await house.page('admin', '/office/security?before=1')).body).toContain('沒有紀錄');
    expect((await house.page('xadmin', '/office/security')).body).not.toContain('traced');
    for (const who of ['officer', 'compiler', 'auditor', 'nobody']) {
      expect((await house.page(who, '/office/security')).status).toBe(403);
      expect((await house.ask(who, 'GET', '/api/security-log')).status).toBe(403);
    }
    expect((await house.page(null, '/office/security')).status).toBe(303);
    expect((await house.ask(null, 'GET', '/api/security-log')).status).toBe(401);
    await house.person('badmin', [{ role: 'administrator', agency: 'bureau' }]);
    expect((await entries('badmin')).some(({ account }) => account === null)).toBe(false);
    expect((await entries('badmin')).length).toBeGreaterThan(0);
  });

  test('attempts while paused are one entry a minute; what is older than half a year is swept', async () => {
    for (let at = 0; at < 9; at += 1)
      await house.ask(null, 'POST', '/api/sessions', { login: 'traced', password: `wrong guess number ${at}` });
    const kinds = (await entries('admin')).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'sign-in-paused')).toHaveLength(1);
    await house.store.office.sweepSecurityLog(new Date(house.now.getTime() + 1_000));
    expect(await entries('admin')).toEqual([]);
  });
});

test('mail is off until the operator sets it up, and that is said', async () => {
  expect((await house.ask('admin', 'GET', '/api/mail')).json()).toMatchObject({ server: null, mails: [] });
  expect((await house.page('admin', '/office/mail')).body).toContain('沒有設定郵件（預設關閉）');
  expect((await house.page('admin', '/en/office/mail')).body).toContain('off by default');
  expect((await house.page('officer', '/office/mail')).status).toBe(403);
  expect((await house.page('officer', '/office/me/mail')).body).toContain('目前沒有設定郵件');
  const address = { address: 'a@agency.example', locale: 'zh-Hant' };
  expect((await house.ask('officer', 'PUT', '/api/me/mail', address)).problem).toBe('mail-off');
  expect((await house.ask('admin', 'POST', '/api/mail/test', address)).problem).toBe('mail-off');
  expect((await house.send('officer', '/office/me/mail', { do: 'set', ...address })).status).toBe(409);
});
