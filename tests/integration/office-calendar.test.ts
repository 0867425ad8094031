import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { calendarCsv } from './calendar-file.ts';
import { openHouse, type House } from './house.ts';

/** The calendar of workdays (政府行政機關辦公日曆表) and what it does to deadlines, over HTTP and on pages. */

let house: House;
const year = '範例部-114';
const utf8 = (text: string) => Buffer.from(`\uFEFF${text}`);
const holidays = {
  '2025-01-01': [2, '開國紀念日'],
  '2025-03-20': [2, '虛擬紀念日'],
  '2025-02-08': [0, '補行上班'],
} as const;
const file = (text: string, more: object = {}) => ({
  fileName: '114年中華民國政府行政機關辦公日曆表.csv',
  base64: utf8(text).toString('base64'),
  ...more,
});
const send = (who: string | null, body: object) => house.ask(who, 'POST', '/api/office-calendars', body);
const deadlines = async () => (await house.ask('compiler', 'GET', `/api/years/${year}/deadlines`)).json();
const report = async () => (await deadlines()).deadlines.find(({ id }: { id: string }) => id === 'report-2025-02');

beforeAll(async () => {
  house = await openHouse();
  house.now = new Date('2025-01-05T01:00:00Z');
  await house.openYear([{ name: '步道整建計畫', agency: 'bureau' }]);
}, 240_000);
afterAll(() => house.close());

describe('by the API', () => {
  test('without a calendar weekends alone are known, and every deadline says so', async () => {
    const { unknown, deadlines: all } = await deadlines();
    expect(unknown).toEqual([2025, 2026]);
    const told = all.map(({ byCalendar }: { byCalendar: boolean | null }) => byCalendar);
    expect(new Set(told), 'null: no day of rest moves it').toEqual(new Set([false, null]));
    expect(await report()).toMatchObject({ day: '2025-03-20', from: '2025-03-20', why: null, settled: false });
    const january = all.find(({ id }: { id: string }) => id === 'report-2025-03');
    expect(january, 'a Sunday').toMatchObject({ day: '2025-04-21', from: '2025-04-20', why: 'sunday' });
  });

  test('imported by administrators alone, and not kept unasked', async () => {
    for (const who of ['officer', 'compiler', 'accountant', 'auditor', 'nobody'])
      expect((await send(who, file(calendarCsv(2025)))).problem, who).toBe('not-allowed');
    expect((await send(null, file(calendarCsv(2025)))).status).toBe(401);
    const shown = await send('admin', file(calendarCsv(2025, holidays)));
    expect([shown.status, shown.json().year, shown.json().recorded], shown.body).toEqual([200, 2025, false]);
    expect(shown.json().noted).toEqual([{ day: '2025-02-08', note: '補行上班' }]);
    expect((await house.ask('officer', 'GET', '/api/office-calendars')).json().records).toEqual([]);
  });

  test.each([
    ['a day that is missing', (text: string) => text.replace(/20250108,.*\r\n/, ''), '缺 1 天，第一個是 2025-01-08'],
    ['a day twice', (text: string) => text.replace('20250108', '20250107'), '第 9 行'],
    ['a weekday that does not fit', (text: string) => text.replace('20250108,三', '20250108,四'), '第 9 行'],
    ['no calendar at all', () => '計畫,金額\r\n步道,1\r\n', '第 1 行'],
  ])('%s is refused with line and reason, and nothing is kept', async (_what, spoil, said) => {
    const answer = await send('admin', file(spoil(calendarCsv(2025)), { record: true }));
    expect([answer.status, answer.body.includes(said)], answer.body).toEqual([422, true]);
    expect((await house.ask('officer', 'GET', '/api/office-calendars')).json().records).toEqual([]);
  });

  test('once it is kept, deadlines are moved by it; another edition owes its reason', async () => {
    expect((await send('admin', file(calendarCsv(2025, holidays), { record: true }))).json().recorded).toBe(true);
    expect(await report()).toMatchObject({ day: '2025-03-21', from: '2025-03-20', why: 'holiday', byCalendar: true });
    const again = await send('admin', file(calendarCsv(2025), { record: true }));
    expect([again.status, again.problem]).toEqual([409, 'calendar-held']);
    expect((await send('admin', file(calendarCsv(2025), { record: true, reason: ' ' }))).problem).toBe('reason-owed');
    const replaced = await send('admin', file(calendarCsv(2025), { record: true, reason: '行政院修正公布' }));
    expect(replaced.status, replaced.body).toBe(200);
    expect(await report()).toMatchObject({ day: '2025-03-20', why: null });
    const [calendar] = (await house.ask('officer', 'GET', '/api/office-calendars')).json().records;
    expect(calendar).toMatchObject({ year: 2025, version: 2, reason: '行政院修正公布', by: 'admin先生' });
    expect((await send('admin', file(calendarCsv(2025, holidays), { record: true, reason: '復原' }))).status).toBe(200);
  });

  test('a report that is due on a holiday is in time on the next workday', async () => {
    const byMonth = (...values: number[]) => Array.from({ length: 12 }, (_, at) => values[at] ?? values.at(-1) ?? 0);
    const act = async (who: string, url: string, body: object) => {
      const of = url.split('/').slice(0, 4).join('/');
      return house.ask(who, 'POST', url, body, { 'if-match': await house.version('auditor', of) });
    };
    const plan = `/api/work-plans/${year}-01-作業計畫-bureau`;
    const content = {
      level: 'ministry',
      items: [{ name: '設計', weight: 100, planned: byMonth(0, 50, 100) }],
      checkPoints: [],
      spending: byMonth(0, 1),
    };
    await house.ask('officer', 'POST', '/api/work-plans', { row: `${year}-01` });
    for (const [who, command, body] of [
      ['officer', 'save', content],
      ['officer', 'submit', {}],
      ['supervisor', 'approve', {}],
    ] as const)
      expect((await act(who, `${plan}/${command}`, body)).status, command).toBe(200);
    house.now = new Date('2025-03-21T01:00:00Z');
    const id = `${year}-01-填報-bureau-02`;
    const made = await house.ask('officer', 'POST', '/api/periodic-reports', { row: `${year}-01`, month: 2 });
    expect(made.json().record.due, made.body).toBe('2025-03-21');
    const told = { checkPoints: [], spent: 0, cause: null, explanation: '', measures: '', forecast: null };
    const save = await act('officer', `/api/periodic-reports/${id}/save`, {
      items: [{ item: 'w1', done: 50 }],
      ...told,
    });
    expect(save.status, save.body).toBe(200);
    const submitted = await act('officer', `/api/periodic-reports/${id}/submit`, {});
    expect(submitted.json().record, submitted.body).toMatchObject({ firstSubmitted: '2025-03-21', daysLate: 0 });
    const page = (await house.page('officer', `/office/rows/${year}-01/reports/2`)).body;
    for (const text of ['114 年 3 月 21 日', '原為 114 年 3 月 20 日', '放假日']) expect(page).toContain(text);
  });
});

describe('on the pages', () => {
  const upload = (who: string, text: string) =>
    house.upload(who, '/office/calendar', { name: '115年辦公日曆表.csv', bytes: utf8(text) });

  test('a file is shown before it is kept; what is wrong says its line', async () => {
    expect((await house.page('officer', '/office/calendar')).body).toContain('由系統管理者匯入');
    const wrong = await upload('admin', calendarCsv(2026).replace('20260108,四', '20260108,五'));
    expect([wrong.status, wrong.body.includes('第 9 行')]).toEqual([422, true]);
    const read = await upload('admin', calendarCsv(2026, { '2026-01-01': [2, '開國紀念日'] }));
    for (const text of ['115 年（115年辦公日曆表.csv）', '放假 105 日', '開國紀念日', '存入'])
      expect(read.body).toContain(text);
    expect((await house.page('admin', '/office/calendar')).body).not.toContain('115年辦公日曆表');
    const hidden = [...read.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    expect((await house.send('officer', '/office/calendar/keep', fields)).status).toBe(403);
    const kept = await house.send('admin', '/office/calendar/keep', fields);
    expect([kept.status, kept.headers['location']]).toEqual([303, '/office/calendar?kept=2026']);
    const again = await house.send('admin', '/office/calendar/keep', { ...fields, once: 'another' });
    expect([again.status, again.body.includes('更換理由')]).toEqual([409, true]);
  });

  test('Big5, as older years are given out', async () => {
    // 西元日期,星期,是否放假,備註 and the seven weekdays in Big5.
    const big5: Readonly<Record<string, string>> = {
      西元日期: 'a6e8a4b8a4e9b4c1',
      星期: 'ac50b4c1',
      是否放假: 'ac4fa75fa9f1b0b2',
      備註: 'b3c6b5f9',
      日: 'a4e9',
      一: 'a440',
      二: 'a447',
      三: 'a454',
      四: 'a57c',
      五: 'a4ad',
      六: 'a4bb',
    };
    const bytes = calendarCsv(2024)
      .split(/(西元日期|星期|是否放假|備註|[日一二三四五六])/)
      .map((part) => (big5[part] === undefined ? Buffer.from(part, 'latin1') : Buffer.from(big5[part] ?? '', 'hex')));
    const body = { fileName: '113.csv', base64: Buffer.concat(bytes).toString('base64') };
    const read = await send('admin', body);
    expect([read.status, read.json().year], read.body).toEqual([200, 2024]);
  });

  test('a year’s deadlines, each with its ground', async () => {
    const page = (await house.page('officer', `/office/years/${year}/deadlines`)).body;
    for (const text of ['年度期限一覽', '十二月份會計月報', '行政程序法第48條第4項', '決算法第2條', '定期填報', '原為'])
      expect(page).toContain(text);
    expect(page).not.toContain('還沒有匯入');
    expect((await house.page('compiler', `/office/years/${year}`)).body).toContain('年度期限一覽');
    for (const who of ['xcompiler', 'nobody'])
      expect((await house.page(who, `/office/years/${year}/deadlines`)).status).toBe(404);
    expect((await house.page('auditor', `/en/office/years/${year}/deadlines`)).body).toContain('Deadlines of the year');
  });

  test('a record that is rebuilt is the same', async () => {
    expect((await house.store.rebuild()).identical).toBe(true);
  });
});
