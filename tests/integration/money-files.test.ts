import { afterAll, beforeAll, expect, test } from 'vitest';
import { random, shares, shuffledFile } from '../money-files/shuffled.ts';
import { openHouse, type House } from './house.ts';

/** Money lands where it belongs or nowhere: 30 shuffled files over HTTP. `npm run prove` reads a thousand. */

let house: House;
const year = '/api/years/範例部-114';
beforeAll(async () => {
  house = await openHouse();
  await house.openYear(shares.map(({ name, agency }) => ({ name, agency })));
  await house.person('own', [{ role: 'accountant', agency: 'bureau' }]);
}, 240_000);
afterAll(() => house.close());

const budgets = async () =>
  new Map(
    ((await house.store.office.year('範例部-114'))?.rows ?? []).map(({ id, money }) => [
      id,
      money.years[0]?.money.budget ?? null,
    ]),
  );
const send = (who: string, csv: string, more: object = {}) =>
  house.ask(who, 'POST', `${year}/money`, { fileName: 'm.csv', base64: Buffer.from(csv).toString('base64'), ...more });

test('30 shuffled files: no amount on a wrong row, and a file is recorded whole or not at all', async () => {
  const next = random(20_261_129);
  let [whole, refused] = [0, 0];
  for (let at = 0; at < 30; at += 1) {
    const { csv, amounts, isSure } = shuffledFile(next);
    const who = at % 3 === 0 ? 'own' : 'accountant';
    const mine = (id: string) => who === 'accountant' || shares.find((share) => share.id === id)?.agency === 'bureau';
    const before = await budgets();
    const answer = await send(who, csv, { record: true });
    const after = await budgets();
    for (const [id, budget] of after)
      expect([before.get(id), mine(id) ? amounts.get(id) : before.get(id)], `${at} ${id}\n${csv}`).toContain(budget);
    if (answer.status === 200) {
      whole += 1;
      for (const [id, amount] of amounts) if (mine(id)) expect(after.get(id), csv).toBe(amount);
      continue;
    }
    refused += 1;
    expect([409, 422]).toContain(answer.status);
    expect(isSure && who === 'accountant', `${answer.body}\n${csv}`).toBe(false);
    expect(after).toEqual(before);
    // The rows that are sure can be recorded by themselves.
    const chosen = [...amounts.keys()].filter(mine);
    if (chosen.length === 0) continue;
    expect((await send(who, csv, { record: true, rows: chosen })).status).toBe(200);
    const then = await budgets();
    for (const [id, budget] of then) expect(budget).toBe(chosen.includes(id) ? amounts.get(id) : before.get(id));
  }
  expect(Math.min(whole, refused)).toBeGreaterThan(5);
});

test('the refusal names plan and column, and nothing is recorded', async () => {
  const before = await budgets();
  const head = '計畫名稱,執行機關,法定預算數,實現數,應付數,保留數,賸餘數';
  const good = '防災倉儲計畫,範例署,5,5,0,0,0';
  const cases: readonly (readonly [string, readonly string[]])[] = [
    [`${head}\n${good}\n檔案數位化計畫,虛擬局,5,4,0,0,0`, ['檔案數位化計畫', '法定預算數', '實現數']],
    [`${head}\n${good}\n檔案數位化計畫,虛擬局,五元,5,0,0,0`, ['檔案數位化計畫', '法定預算數', '五元']],
    [`${head}\n${good}\n檔案數位化計畫,虛擬局,5,-5,10,0,0`, ['檔案數位化計畫', '實現數']],
    [
      `計畫名稱,法定預算數,實現數,應付數,保留數,賸餘數\n智慧服務計畫,5,5,0,0,0`,
      ['智慧服務計畫', '計畫名稱', '執行機關'],
    ],
    [`${head}\n${good}\n${good}`, ['防災倉儲計畫']],
  ];
  for (const [csv, words] of cases) {
    const answer = await send('accountant', csv, { record: true });
    expect([409, 422], answer.body).toContain(answer.status);
    for (const word of words) expect(answer.json().detail).toContain(word);
  }
  expect(await budgets()).toEqual(before);
});

test('the page keeps its table where recording is refused, and records the chosen rows', async () => {
  const csv =
    '計畫名稱,執行機關,法定預算數,實現數,應付數,保留數,賸餘數\n防災倉儲計畫,範例署,77,77,0,0,0\n檔案數位化計畫,虛擬局,5,4,0,0,0';
  const fields = { fileName: 'm.csv', base64: Buffer.from(csv).toString('base64') };
  const address = '/office/years/範例部-114/money/record';
  const refused = await house.send('accountant', address, fields);
  expect([refused.status, refused.body.includes('role="alert"'), refused.body.includes('name="rows"')]).toEqual([
    422,
    true,
    true,
  ]);
  const none = await house.send('accountant', address, { ...fields, only: '1' });
  expect(none.status).toBe(422);
  const chosen = await house.send('accountant', address, { ...fields, only: '1', rows: ['範例部-114-06'] });
  expect(chosen.status).toBe(200);
  expect((await budgets()).get('範例部-114-06')).toBe(77);
});

test('money of another ministry’s year, by another’s accountant, is not touched', async () => {
  const csv = '計畫名稱,法定預算數,實現數\n防災倉儲計畫,9,9';
  for (const who of ['xaccountant', 'officer', 'compiler', 'admin', 'nobody'])
    expect([403, 404]).toContain((await send(who, csv, { record: true })).status);
});
