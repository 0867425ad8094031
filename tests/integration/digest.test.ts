import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ParsedMail } from 'mailparser';
import { mailerOn, type MailSettings } from '@guankao/server';
import { openHouse, type House } from './house.ts';
import { startMailServer, type MailServer } from './mail-server.ts';

/** Notices of a year by mail: who is told what on which day, once; to whom it goes up; and what nobody is told. */

const origin = 'https://plans.example.gov.tw';
const year = '範例部-114';
let house: House;
let mailServer: MailServer;
let settings: MailSettings;
const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
const plan = {
  level: 'ministry',
  items: [{ name: '機密工法設計', weight: 100, planned: byMonth(10, 50, 100) }],
  checkPoints: [{ name: '完成決標', due: '2025-03-14', evidence: '決標公告' }],
  spending: byMonth(0, 100_000),
};
const people = ['officer', 'supervisor', 'compiler', 'officer2', 'supervisor2', 'auditor', 'xofficer', 'xcompiler'];

async function act(who: string, url: string, body: object) {
  const of = url.split('/').slice(0, 4).join('/');
  return house.ask(who, 'POST', url, body, { 'if-match': await house.version('auditor', of) });
}

async function approvedPlan(row: number, agency: string, officer: string, supervisor: string): Promise<void> {
  const id = `/api/work-plans/${year}-0${row}-作業計畫-${agency}`;
  expect((await house.ask(officer, 'POST', '/api/work-plans', { row: `${year}-0${row}` })).status).toBe(201);
  for (const [who, command, body] of [
    [officer, 'save', plan],
    [officer, 'submit', {}],
    [supervisor, 'approve', {}],
  ] as const)
    expect((await act(who, `${id}/${command}`, body)).status, command).toBe(200);
}

/** Mails of a morning, by login, in Taipei. */
async function morning(day: string, hour = '08:05'): Promise<ReadonlyMap<string, ParsedMail>> {
  house.now = new Date(`${day}T${hour}:00+08:00`);
  const before = mailServer.taken.length;
  await house.mail?.sendDue();
  return new Map(
    mailServer.taken
      .slice(before)
      .map((mail, at) => [mailServer.receivers[before + at]?.split('@')[0] ?? '', mail] as const),
  );
}
const textOf = (mails: ReadonlyMap<string, ParsedMail>, who: string) => mails.get(who)?.text ?? '';

beforeAll(async () => {
  mailServer = await startMailServer();
  settings = {
    relay: { host: '127.0.0.1', port: mailServer.port, secured: 'none', login: null },
    from: { name: '管考通知', address: 'noreply@example.gov.tw' },
    origin,
  };
  house = await openHouse(settings);
  house.now = new Date('2025-01-03T01:00:00Z');
  await house.openYear([
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '檔案數位化計畫', agency: 'office' },
  ]);
  await approvedPlan(1, 'bureau', 'officer', 'supervisor');
  await approvedPlan(3, 'office', 'officer2', 'supervisor2');
  for (const login of people) {
    const account = house.idOf(login);
    const links = { confirmSecret: `confirm-${login}`, stopSecret: `stop-${login}` };
    const locale = login === 'officer2' ? 'en' : 'zh-Hant';
    await house.store.office.keepMailPerson(
      { account, address: `${login}@agency.example`, locale, ...links },
      house.now,
    );
    await house.store.office.confirmMail(account, `confirm-${login}`, house.now);
  }
  const of = `/api/rows/${year}-02`;

  const body = { fields: ['name'], level: 'closed', ground: '18-1-1', reason: '涉及機密' };
  const hidden = await house.ask('compiler', 'POST', `${of}/set-disclosure`, body, {
    'if-match': await house.version('compiler', of),
  });
  expect(hidden.status, hidden.body).toBe(200);
}, 240_000);
afterAll(async () => {
  await house.close();
  await mailServer.close();
});

test('on a working day from eight o’clock: what is new, in each one’s language, as text and HTML', async () => {
  expect((await morning('2025-01-05')).size).toBe(0);
  expect((await morning('2025-01-06', '07:59')).size).toBe(0);
  const mails = await morning('2025-01-06');
  expect([...mails.keys()].toSorted()).toEqual(['officer', 'officer2']);
  const officer = mails.get('officer');
  expect(officer?.subject).toBe('管考通知 3 件（114 年 1 月 6 日）');
  for (const said of [
    '■ 待填寫的列（2）',
    `${year}-01 步道整建計畫：待填寫`,
    `${origin}/office/rows/${encodeURIComponent(`${year}-01`)}`,
    '■ 已核定的年度作業計畫（1）',
    `${origin}/mail/stop/stop-officer`,
  ])
    expect(officer?.text).toContain(said);
  for (const said of ['待填寫的列（2）', `href="${origin}/office/rows/${encodeURIComponent(`${year}-01`)}"`])
    expect(officer?.html).toContain(said);
  const other = mails.get('officer2');
  expect(other?.subject).toBe('Guankao: 2 notices (6 Jan 2025)');
  expect(other?.text).toContain('Rows to fill in');
  expect(other?.text).toContain(`${origin}/en/office/rows/${encodeURIComponent(`${year}-03`)}`);
  expect(other?.text).not.toContain('步道整建計畫');
});

test('told once: nothing new, no mail; by two programs neither', async () => {
  expect((await morning('2025-01-06', '09:00')).size).toBe(0);
  expect((await morning('2025-01-07')).size).toBe(0);
});

test('before the day, late, up to the supervisor, up to the compiler: each step once', async () => {
  expect((await morning('2025-02-12')).size).toBe(0);
  const before = await morning('2025-02-13');
  expect(before.get('officer')?.subject).toContain('管考通知 1 件');
  expect(textOf(before, 'officer')).toContain('1 月填報，期限 114 年 2 月 20 日（剩 7 日）');
  expect(textOf(before, 'officer')).toContain('還沒辦的另有 2 件');
  expect((await morning('2025-02-14')).size).toBe(0);
  expect(textOf(await morning('2025-02-19'), 'officer')).toContain('剩 1 日');
  const late = await morning('2025-02-21');
  expect([...late.keys()].toSorted()).toEqual(['officer', 'officer2']);
  expect(textOf(late, 'officer')).toContain('■ 逾期未報（1）');
  const escalated = await morning('2025-02-24');
  expect([...escalated.keys()].toSorted()).toEqual(['officer', 'officer2', 'supervisor', 'supervisor2']);
  expect(textOf(escalated, 'supervisor')).toContain('■ 所轄逾期未報（1）');
  expect(textOf(escalated, 'supervisor')).toContain(`${year}-01 步道整建計畫：1 月填報逾期 4 日`);
  expect(textOf(escalated, 'supervisor')).not.toContain(`${year}-03`);
  const up = await morning('2025-02-27');
  expect([...up.keys()]).toEqual(['compiler']);
  expect(textOf(up, 'compiler')).toContain('■ 所轄逾期未報（2）');
});

test('returned, answered and awaiting one’s review', async () => {
  const id = `${year}-01-填報-bureau-01`;
  const report = `/api/periodic-reports/${id}`;
  house.now = new Date('2025-03-03T02:00:00Z');
  expect((await house.ask('officer', 'POST', '/api/periodic-reports', { row: `${year}-01`, month: 1 })).status).toBe(
    201,
  );
  const told = { items: [{ item: 'w1', done: 10 }], checkPoints: [{ checkPoint: 'c1', reached: null, evidence: '' }] };
  const rest = { spent: 0, cause: null, explanation: '', measures: '', forecast: 100 };
  expect((await act('officer', `${report}/save`, { ...told, ...rest })).status).toBe(200);
  expect((await act('officer', `${report}/submit`, {})).status).toBe(200);
  expect(textOf(await morning('2025-03-04'), 'supervisor')).toContain('1 月填報已陳核，待您審核');
  expect((await act('supervisor', `${report}/return`, { reason: '請附不公開的附件' })).status).toBe(200);
  const returned = await morning('2025-03-05');
  expect(textOf(returned, 'officer')).toContain('1 月填報已退回');
  // Why stands in the workbench, and in no mail.
  expect(textOf(returned, 'officer')).not.toContain('附件');
  expect((await act('officer', `${report}/submit`, {})).status).toBe(200);
  expect((await act('supervisor', `${report}/review`, {})).status).toBe(200);
  const answered = await morning('2025-03-06');
  expect(textOf(answered, 'officer')).toContain('1 月填報已審核');
  expect(answered.has('supervisor')).toBe(false);
  expect(textOf(await morning('2025-03-07'), 'officer')).toContain('查核點，預定 114 年 3 月 14 日 達成（剩 7 日）');
});

test('no mail tells a name that is not to be shown, nor anything that was written', async () => {
  const all = mailServer.taken.map(({ text, html, subject }) => `${subject}${text}${String(html)}`).join('\n');
  for (const never of ['海岸復育計畫', '機密工法設計', '完成決標', 'undefined', 'null'])
    expect(all).not.toContain(never);
  expect(all).toContain(`${year}-02：待填寫`);
});

test('two programs, one morning: one mail each', async () => {
  const other = mailerOn(house.store.office, settings, () => house.now);
  house.now = new Date('2025-03-14T00:30:00Z');
  const before = mailServer.taken.length;
  await Promise.all([house.mail?.sendDue(), other.sendDue()]);
  const receivers = mailServer.receivers.slice(before);
  expect(receivers.length).toBeGreaterThan(1);
  expect(new Set(receivers).size).toBe(receivers.length);
  await other.stop();
});

test('who lost the role, or stopped mail, between morning and sending gets nothing', async () => {
  house.now = new Date('2025-03-21T00:30:00Z');
  mailServer.behave({ sender: '451 4.3.0 try later' });
  await house.mail?.sendDue();
  const { mails } = (await house.ask('admin', 'GET', '/api/mail')).json();
  const waiting = mails.filter(({ state }: { state: string }) => state === 'waiting');
  expect(waiting.map(({ account }: { account: string }) => account).toSorted()).toEqual(['id-officer', 'id-officer2']);
  await house.ask('admin', 'POST', `/api/accounts/id-officer/revocations`, { role: 'officer', agency: 'bureau' });
  await house.send(null, '/mail/stop/stop-officer2', { 'List-Unsubscribe': 'One-Click' });
  mailServer.behave({});
  const before = mailServer.taken.length;
  house.now = new Date('2025-03-21T03:00:00Z');
  await house.mail?.sendDue();
  expect(mailServer.taken.length).toBe(before);
  const ended = await house.store.office.outbox({ accounts: ['id-officer', 'id-officer2'], before: null, most: 2 });
  expect(ended.map(({ state, notices }) => [state, notices])).toEqual([
    ['dropped', 0],
    ['dropped', 0],
  ]);
});

test('the same by the API, of what one may see', async () => {
  const own = async (who: string) => (await house.ask(who, 'GET', '/api/me/notices')).json().notices;
  const kinds = (notices: readonly { kind: string }[]) => [...new Set(notices.map(({ kind }) => kind))];
  expect(kinds(await own('supervisor2'))).toContain('report-escalated');
  expect((await own('supervisor2')).every(({ agency }: { agency: string }) => agency === 'office')).toBe(true);
  for (const who of ['xofficer', 'xcompiler', 'nobody', 'auditor']) expect(await own(who), who).toEqual([]);
  expect((await house.ask(null, 'GET', '/api/me/notices')).status).toBe(401);
});

test('a deputy is told what comes to their principal, on the page, by the API and by mail; comments, too', async () => {
  house.now = new Date('2025-03-24T01:00:00Z');
  const comment = await house.ask('auditor', 'POST', '/api/comments', {
    on: { noun: 'row', id: `${year}-01` },
    text: '請補佐證 @supervisor',
    assignee: 'supervisor',
  });
  expect(comment.status, comment.body).toBe(201);
  const mine = async (who: string, kind: string) =>
    (await house.ask(who, 'GET', '/api/me/notices'))
      .json()
      .notices.filter((one: { kind: string }) => one.kind === kind);
  expect(await mine('supervisor', 'comment-assigned')).toMatchObject([{ row: `${year}-01`, for: null }]);
  expect(await mine('supervisor2', 'comment-assigned')).toEqual([]);
  const deputyship = await house.ask('supervisor', 'POST', '/api/deputies', {
    deputy: 'supervisor2',
    grants: [{ role: 'supervisor', agency: 'bureau' }],
    from: '2025-03-24',
    until: '2025-03-25',
    reason: '休假',
  });
  expect(deputyship.status, deputyship.body).toBe(201);
  const { id } = deputyship.json().record;
  const [told] = await mine('supervisor2', 'comment-assigned');
  expect(told).toMatchObject({ row: `${year}-01`, for: { deputyship: id, name: 'supervisor先生' } });
  expect(await mine('supervisor', 'comment-assigned'), 'they are told all the same').toHaveLength(1);
  const mail = textOf(await morning('2025-03-25'), 'supervisor2');
  expect(mail).toContain(`（代理supervisor先生）${year}-01`);
  expect(mail).toContain('有意見待您處理');
  expect(mail).not.toContain('請補佐證');
  expect(mail).toContain(`${origin}/office/notices`);

  const page = (await house.page('supervisor2', '/office/notices')).body;
  expect(page).toContain('（代理supervisor先生）');
  const to = `/office/rows/${encodeURIComponent(`${year}-01`)}/comments#comment-comment-1`;
  expect(page).toContain(`name="to" value="${to}"`);
  const chosen = await house.send('supervisor2', '/office/acting', { as: id, to });
  expect([chosen.status, chosen.headers['location']]).toEqual([303, to]);
  for (const elsewhere of [
    '//evil.example',
    'https://evil.example/office/',
    '/office/../admin?x',
    '/office//x',
    '/x',
  ]) {
    const sent = await house.send('supervisor2', '/office/acting', { as: '', to: elsewhere });
    expect([sent.status, sent.headers['location']], elsewhere).toEqual([303, '/office']);
  }
  house.now = new Date('2025-03-26T01:00:00Z');
  expect(await mine('supervisor2', 'comment-assigned'), 'it is over').toEqual([]);
});
