import { expect, test } from 'vitest';
import { read, readDocument, typedDocument, type Reading } from '@guankao/reading';
import { findingsCsv } from '../out/findings-csv.ts';
import { work } from '../work/work.ts';
import { asTyped } from './as-typed.ts';
import { changesIn } from './changes.ts';
import { rowsOf } from './rows.ts';

const titles = '計畫名稱,計畫類型,計畫期程,核定總經費,已編列預算數,累計執行數,預定工作,執行情形,績效目標,達成說明';
const row = (name: string, execution: string) =>
  `${name},社會發展,112年1月至115年12月,9000,6000,5900,整建步道,${execution},整建6公里,整建6公里。`;
const wrongSum = '第一季2件、第二季3件，合計6件。';

async function readingOf(...rows: readonly string[]): Promise<Reading> {
  const bytes = new TextEncoder().encode(`${[titles, ...rows].join('\n')}\n`);
  return (await read({ name: 'form.csv', bytes })).reading;
}

test('rows with findings, each beside its own words, the cited passages marked', async () => {
  const rows = rowsOf(await readingOf(row('甲計畫', '整建完成。'), row('=乙計畫', wrongSum)));
  const seen = rows.find(({ plan }) => plan?.name === '=乙計畫');
  const execution = seen?.texts.find(({ column }) => column === 'execution');
  expect(execution?.pieces.map(({ text }) => text).join('')).toBe(wrongSum);
  const sum = seen?.findings.findIndex(({ evidence }) => evidence.some(({ text }) => text.includes('6件'))) ?? -1;
  expect(sum).toBeGreaterThanOrEqual(0);
  expect(
    execution?.pieces
      .filter(({ by }) => by.includes(sum))
      .map(({ text }) => text)
      .join(''),
  ).toContain('6件');
});

test('what was read is the same as a form that is typed; a corrected text stands in its place alone', async () => {
  const reading = await readingOf(row('甲計畫', wrongSum));
  const typed = asTyped(reading, new Map([[reading.plans[0]?.id ?? '', { execution: '合計5件。' }]]));
  expect(typed.rows).toMatchObject([
    { name: '甲計畫', execution: '合計5件。', goals: '整建6公里', approvedTotal: 9_000 },
  ]);
  const again = readDocument(await typedDocument(asTyped(reading, new Map()))).reading;
  expect(changesIn(reading.findings, again.findings)).toMatchObject({ gone: 0, added: 0 });
});

test('gone, left and added are counted, the same finding twice as two', async () => {
  const { findings } = await readingOf(row('甲計畫', wrongSum));
  const [first] = findings;
  if (first === undefined) throw new Error('nothing was found');
  expect(changesIn([first, first], [first])).toEqual({ gone: 1, left: 1, added: 0 });
  expect(changesIn([first], [first, { ...first, stated: '別的' }])).toEqual({ gone: 0, left: 1, added: 1 });
});

test('the table of findings has a mark of byte order and no formula', async () => {
  const csv = findingsCsv(await readingOf(row('=乙計畫', wrongSum)));
  expect(csv.startsWith('\ufeff列,計畫名稱,')).toBe(true);
  expect(csv).toContain(",'=乙計畫,");
});

test('work that comes to nothing is an answer too', async () => {
  expect(await work({ kind: 'check', name: 'empty.txt', bytes: new TextEncoder().encode('') }, () => 0)).toMatchObject({
    kind: 'refused',
    message: { 'zh-Hant': expect.any(String) },
  });
});
