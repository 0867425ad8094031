import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CollectionRecord, RowRecord } from '@guankao/workflow';
import { cameBack, offices, rowsOfYear, tokenIn } from '../collection/collected-year.ts';
import { look } from './look.ts';
import { openYearHouse, type YearHouse } from './year-house.ts';

/** Nine agencies' files of a 49-row year, sent, dropped in and taken in by the one who has an account, counting what they do. */

const year = '範例部-114';
let house: YearHouse;
let page: Page;
let actions = 0;

/** Something that a person does: a click, a field filled in, files chosen. */
async function act(doing: Promise<unknown>): Promise<void> {
  actions += 1;
  await doing;
}

beforeAll(async () => {
  const plans = rowsOfYear().map(({ texts, agency }) => ({ name: texts.name, agency }));
  house = await openYearHouse(offices, [], plans);
  page = await house.page('compiler');
}, 240_000);
afterAll(() => house.close());

test('49 rows of nine agencies, out and back, in 30 actions at most; nothing lost, nothing on a wrong row', async () => {
  await act(page.getByRole('link', { name: year }).click());
  await act(page.getByRole('link', { name: '收集表' }).click());
  await look(page, 'send');
  await act(page.getByLabel('繳交期限').fill('130年1月20日'));
  for (const { name } of offices) await act(page.getByLabel(`${name} 填報人`).fill(`${name}承辦`));
  await act(page.getByRole('button', { name: '製作並發出' }).click());
  const download = page.waitForEvent('download');
  await act(page.getByRole('link', { name: '下載要寄出的檔案' }).click());
  const packed = readFileSync(await (await download).path());
  expect(Object.keys(unzipSync(packed))).toHaveLength(4 * offices.length + 1);

  const collection: CollectionRecord = (await house.api('compiler', 'GET', `/api/collections/${year}-收集-1`)).record;
  const { files, written, twice } = await cameBack(collection, 3);
  const drop = files.map(({ name, bytes }) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  }));
  await act(page.getByLabel('檔案', { exact: true }).setInputFiles(drop));
  await act(page.getByRole('button', { name: '收回並對照' }).click());
  const note = page.locator('output.note');
  await note.waitFor({ timeout: 60_000 });
  expect(await note.innerText()).toContain(`${twice} 個與先前收到的完全相同`);
  await look(page, 'received');
  await act(page.getByRole('button', { name: /^併入全部沒有衝突的/ }).click());
  await page.getByText(/^已處理 \d+ 格。/).waitFor();
  await look(page, 'taken in');
  await act(page.getByRole('button', { name: '併入完成' }).click());
  await page.getByText('已併入', { exact: false }).first().waitFor();
  expect(actions).toBeLessThanOrEqual(30);

  const shown = new Set(tokenIn((await page.locator('main').textContent()) ?? ''));
  const { rows }: { rows: readonly RowRecord[] } = await house.api('compiler', 'GET', `/api/years/${year}`);
  const placed = new Map(
    rows.flatMap(({ id, texts }) =>
      Object.entries(texts).flatMap(([field, text]) => tokenIn(text).map((one) => [one, `${id} ${field}`] as const)),
    ),
  );
  const lost = written.filter(({ text }) => tokenIn(text).some((one) => !placed.has(one) && !shown.has(one)));
  const misplaced = written.filter(({ row, field, text }) =>
    tokenIn(text).some((one) => placed.has(one) && placed.get(one) !== `${row} ${field}`),
  );
  expect({ lost, misplaced }).toEqual({ lost: [], misplaced: [] });
  expect(placed.size).toBeGreaterThan(written.length / 3);
});

test('in English, and without a script, the same page', async () => {
  await page.goto(`${house.origin}/en/office/collections/${encodeURIComponent(`${year}-收集-1`)}`);
  expect(await page.locator('h1').innerText()).toContain('Collection 1');
  const plain = await (
    await house.browser.newContext({ javaScriptEnabled: false, storageState: await page.context().storageState() })
  ).newPage();
  await plain.goto(`${house.origin}/office/collections/${encodeURIComponent(`${year}-收集-1`)}`);
  expect(await plain.getByRole('button', { name: '收回並對照' }).count()).toBe(1);
});
