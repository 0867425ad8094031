import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeCameBack } from '../collection/write-came-back.ts';
import { openHouse, someTexts, type House } from './house.ts';

/**
 * What the checks found in a row is kept from one page to the next. Whichever way a row is changed, and by whomever, the
 * next page says what is found in it now, and nothing of what was.
 */

let house: House;
const year = '範例部-114';
const [first, second] = [`${year}-01`, `${year}-02`];
const wrong = '第一季2件、第二季3件，合計6件。';
const right = '第一季2件、第二季3件，合計5件。';
const halfSpent = '累計執行率50%。';

beforeAll(async () => {
  house = await openHouse();
  await house.openYear([
    { name: '海岸復育計畫', agency: 'bureau' },
    { name: '步道整建計畫', agency: 'bureau' },
    { name: '檔案數位化計畫', agency: 'office' },
  ]);
  await house.person('officer3', [{ role: 'officer', agency: 'bureau' }]);
}, 240_000);
afterAll(() => house.close());

/** What the checks found in the execution of a row, as the grid says it. */
async function foundIn(row: string): Promise<readonly string[]> {
  const { body } = await house.page('compiler', `/office/years/${year}/grid?columns=execution&columns=goals`);
  const line = body.slice(body.indexOf(`data-row="${row}"`));
  return [...line.slice(0, line.indexOf('</tr>')).matchAll(/<li class="severity-[^"]*">(.*?)<\/li>/gs)].map(
    ([, words]) => (words ?? '').replaceAll(/<[^>]*>/g, ''),
  );
}

const api = async (who: string, row: string, texts: object) =>
  house.ask(who, 'PATCH', `/api/rows/${row}/texts`, texts, {
    'if-match': await house.version(who, `/api/rows/${row}`),
  });

async function inGrid(text: string) {
  const columns = {
    columns: ['execution'],
    row: [first],
    version: [(await house.version('officer', `/api/rows/${first}`)).replaceAll('"', '')],
  };
  return house.send('officer', `/office/years/${year}/grid`, { ...columns, execution: [text], 'was-execution': ['-'] });
}

async function inFile(number: number, text: string) {
  const collections = `/api/years/${year}/collections`;
  const receivers = [{ agency: 'bureau', person: '王小明', to: '' }];
  const sent = await house.ask('compiler', 'POST', collections, {
    fields: ['execution'],
    due: '2026-01-20',
    note: '',
    receivers,
  });
  const { columns, rows } = sent.json().record;
  const lines = [
    columns.map(({ heading }: { heading: string }) => ({ text: heading })),
    ...rows.map((row: { row: string; cells: string[] }) =>
      row.cells.map((cell, at) => ({
        text: row.row === first && columns[at].heading === '本年度執行情形說明' ? text : cell,
      })),
    ),
  ];
  const bytes = Buffer.from(await writeCameBack({ lines, heads: 0 }, 'xlsx')).toString('base64');
  const back = `/api/collections/${year}-收集-${number}`;
  await house.ask('compiler', 'POST', `${back}/files`, {
    came: '2026-01-05',
    way: '電子郵件',
    files: [{ fileName: 'a.xlsx', bytes }],
  });
  return house.ask('compiler', 'POST', `${back}/cells`, { as: 'taken', plain: true, row: first });
}

const money = (budget: number, realised: number) => {
  const lines = ['海岸復育計畫', '步道整建計畫', '檔案數位化計畫'].map(
    (name) => `${name},${budget},0,0,${realised},0,${budget - realised},0`,
  );
  const file = ['計畫名稱,法定預算數,追加減預算數,保留轉入數,實現數,應付數,保留數,賸餘數', ...lines].join('\n');
  return house.ask('accountant', 'POST', `/api/years/${year}/money`, {
    fileName: 'accounts.csv',
    base64: Buffer.from(file).toString('base64'),
    record: true,
  });
};

test('typed over HTTP, in the grid, by another person, in a file that came back: each shows what is found now', async () => {
  await api('officer', first, someTexts);
  await api('officer', second, { ...someTexts, execution: right });
  const ways: readonly (readonly [
    string,
    (text: string) => Promise<{ readonly status: number; readonly body: string }>,
  ])[] = [
    ['HTTP', (text) => api('officer', first, { execution: text })],
    ['the grid', inGrid],
    ['another person', (text) => api('officer3', first, { execution: text })],
    ['a file', (text) => inFile(text === wrong ? 1 : 2, text)],
  ];
  for (const [way, write] of ways) {
    for (const [text, has] of [
      [wrong, true],
      [right, false],
    ] as const) {
      const answer = await write(text);
      expect(answer.status, `${way}: ${answer.body.slice(0, 300)}`).toBeLessThan(400);
      const found = (await foundIn(first)).filter((words) => words.includes('6'));
      expect(found.length > 0, `${way}, ${text}: ${found.join()}`).toBe(has);
    }
  }
});

test('money that is imported is held against what the texts say of it', async () => {
  await api('officer', first, { execution: halfSpent });
  const rate = async () => (await foundIn(first)).filter((words) => words.includes('50'));
  expect((await money(1_000_000, 900_000)).status).toBe(200);
  expect(await rate()).not.toEqual([]);
  expect((await money(1_000_000, 500_000)).status).toBe(200);
  expect(await rate()).toEqual([]);
});

test('what is found by comparing rows follows the other row', async () => {
  const names = async () => {
    const { body } = await house.page('compiler', `/office/years/${year}/grid?columns=name`);
    return body.includes('同一總計畫');
  };
  await api('officer', first, { name: '海岸計畫－海岸林復育' });
  await api('officer', second, { name: '海岸計畫－步道整建' });
  expect(await names()).toBe(false);
  await api('officer2', `${year}-03`, { name: '海岸計畫-檔案數位化' });
  expect(await names()).toBe(true);
  await api('officer2', `${year}-03`, { name: '海岸計畫－檔案數位化' });
  expect(await names()).toBe(false);
});
