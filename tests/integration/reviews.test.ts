import { afterAll, beforeAll, expect, test } from 'vitest';
import { openHouse, someTexts, type House } from './house.ts';

/** The queue of rows to approve: what is ticked is approved together, or nothing is; one after the other on their own pages. */

let house: House;
const year = '範例部-114';
const page = '/office/reviews';
const rowOf = (at: number) => `${year}-0${at}`;

async function versionOf(at: number): Promise<string> {
  return (await house.version('auditor', `/api/rows/${rowOf(at)}`)).replaceAll('"', '');
}

const stateOf = async (at: number) => (await house.ask('auditor', 'GET', `/api/rows/${rowOf(at)}`)).json().row.state;

async function move(who: string, at: number, name: string) {
  const version = { 'if-match': await versionOf(at) };
  return house.ask(who, 'POST', `/api/rows/${rowOf(at)}/moves`, { move: name }, version);
}

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    ...['步道整建計畫', '海岸復育計畫', '檔案數位化計畫', '防災倉儲計畫', '志工培訓計畫'].map((name) => ({
      name,
      agency: 'bureau',
    })),
    { name: '通學步道計畫', agency: 'office' },
  ]);
  for (const at of [1, 2, 3, 4, 5]) {
    // The fourth says less than it promised, and says it was met.
    const goals = at === 4 ? '完成整建3,420公尺。' : someTexts.goals;
    const explanation = at === 4 ? '完成整建3,417公尺，已達成。' : someTexts.explanation;
    const texts = { ...someTexts, goals, explanation };
    const version = { 'if-match': await versionOf(at) };
    expect((await house.ask('officer', 'PATCH', `/api/rows/${rowOf(at)}/texts`, texts, version)).status).toBe(200);
    expect((await move('officer', at, 'submit')).status).toBe(200);
  }
}, 240_000);
afterAll(() => house.close());

test('it holds what waits for this person: all texts to be read, and no tick where something was found', async () => {
  expect((await house.page('supervisor', '/office')).body).toContain('逐列讀過再核可（5 列）');
  const { body } = await house.page('supervisor', page);
  for (const text of ['步道整建計畫', someTexts.execution, '檢核有不符或應說明的，請開啟這一列看過再決定'])
    expect(body).toContain(text);
  expect(body.match(/type="checkbox"/g)).toHaveLength(4);
  expect(body).not.toContain('通學步道計畫');
  for (const who of ['officer', 'supervisor2', 'auditor'])
    expect((await house.page(who, page)).body, who).toContain('目前沒有等您核可的列');
  expect((await house.page(null, page)).status).toBe(303);
  expect((await house.page('supervisor', `/en${page}`)).body).toContain('Rows to approve');
});

test('ticked rows are approved together; when one of them changed meanwhile none is, and the ticks stay', async () => {
  const ticks = async (...rows: number[]) => Promise.all(rows.map(async (at) => `${rowOf(at)} ${await versionOf(at)}`));
  const none = await house.send('supervisor', page, {});
  expect([none.status, none.body.includes('還沒有勾選任何一列')]).toEqual([422, true]);
  const [one = '', two = ''] = await ticks(1, 2);
  expect((await move('officer', 2, 'withdraw')).status).toBe(200);
  const stale = await house.send('supervisor', page, { rows: [one, two] });
  expect([stale.status, await stateOf(1)]).toEqual([409, 'submitted']);
  expect(new RegExp(`<input[^>]*value="${one}"[^>]*>`).exec(stale.body)?.[0]).toContain('checked=""');
  expect((await house.send('officer', page, { rows: [one] })).status).toBe(403);
  const done = await house.send('supervisor', page, { rows: await ticks(1, 3) });
  expect([done.status, decodeURIComponent(String(done.headers['location']))]).toEqual([303, `${page}?approved=2`]);
  expect([await stateOf(1), await stateOf(3)]).toEqual(['approved', 'approved']);
  expect((await house.page('supervisor', `${page}?approved=2`)).body).toContain('已核可 2 列。');
});

test('on the rows’ own pages: approved, and the next of the queue is shown; at its end the queue', async () => {
  expect((await house.page('supervisor', `/office/rows/${rowOf(4)}`)).body).toContain('核可並看下一列');
  const approve = async (at: number) =>
    house.send('supervisor', `/office/rows/${rowOf(at)}/moves?next=1`, {
      move: 'approve',
      version: await versionOf(at),
    });
  const first = await approve(4);
  const next = decodeURIComponent(String(first.headers['location']));
  expect([first.status, next]).toEqual([303, `/office/rows/${rowOf(5)}?approved=${rowOf(4)}`]);
  const shown = (await house.page('supervisor', next)).body;
  expect(shown).toContain('已核可「防災倉儲計畫」');
  expect(shown, 'no other row waits').not.toContain('核可並看下一列');
  expect((await approve(5)).headers['location']).toBe(page);
});
