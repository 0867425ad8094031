import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openDocument } from '@guankao/documents';
import { exportForm } from '@guankao/forms';
import { read, type PlanReading, type Reading, type TextReading } from '@guankao/reading';
import { pagePicture } from '../../packages/pool/src/works/page-picture.ts';
import { formPages, type FormPage } from '../formats/layout.ts';
import { startBrowser } from './site.ts';
import { smallPng } from './small-png.ts';

// The form as pictures: node scripts/screenshots.mjs
// The example's first spread; and the published filing's first spread as filed beside ours, with a block for each
// character of its texts, since no passage of a real filing goes into the project.

const folder = join(process.cwd(), 'docs/screenshots');
const published = join(process.cwd(), '../shared/filings/moi-113.txt');

async function readingOf(path: string): Promise<{ bytes: Uint8Array; reading: Reading }> {
  const bytes = new Uint8Array(readFileSync(path));
  return { bytes, reading: (await read({ name: 'filing.txt', bytes })).reading };
}

async function spreadOf(reading: Reading): Promise<readonly string[]> {
  const pdf = await exportForm(reading, 'pdf');
  return Promise.all(
    [1, 2].map(
      async (page) =>
        `data:image/png;base64,${Buffer.from(await pagePicture({ file: { name: 'form.pdf', bytes: pdf }, page })).toString('base64')}`,
    ),
  );
}

const block = '■';

function blocks(text: string): string {
  return text.replaceAll(/\S/g, block);
}

function blind(reading: Reading): Reading {
  const texts = (items: readonly TextReading[]) =>
    items.map((item) => ({ ...item, marker: null, text: blocks(`${item.marker ?? ''}${item.text}`) }));
  const plan = (row: PlanReading): PlanReading => ({
    ...row,
    marker: null,
    name: blocks(`${row.marker ?? ''}${row.name}`),
    plannedWork: texts(row.plannedWork),
    execution: texts(row.execution),
    goals: texts(row.goals),
    explanation: texts(row.explanation),
  });
  return { ...reading, plans: reading.plans.map(plan) };
}

const images = (sources: readonly string[]) => sources.map((source) => `<img src="${source}">`).join('');
const frame = (body: string) => `<!doctype html><meta charset="utf-8"><style>
  body { margin: 0; padding: 16px; width: 1202px; background: #d8d1c0; font: 9px/1.35 'Noto Sans TC', sans-serif; color: #1c1a16 }
  .spread { display: flex; gap: 2px } .spread > * { width: 600px; background: #fff }
  .page { box-sizing: border-box; padding: 34px 30px; min-height: 300px } .left .head { text-align: right } .head { font-weight: 600 }
  table { border-collapse: collapse; width: 100%; margin-top: 10px; table-layout: fixed } td, th { border: 1px solid #1c1a16; padding: 2px; vertical-align: top; overflow-wrap: anywhere }
  td { color: #8d8573; font-size: 5px; line-height: 1.15 } h2 { font-size: 16px; margin: 12px 0 6px }
</style>${body}`;

function drawn({ head, columns, rows }: FormPage, side: 'left' | 'right'): string {
  const row = (cells: readonly string[]) =>
    `<tr>${columns.map((_, at) => `<td>${blocks((cells[at] ?? '').replaceAll(/<[^>]*>/g, ''))}</td>`).join('')}</tr>`;
  return `<div class="page ${side}"><div class="head">${head.join('<br>')}</div><table><tr>${columns.map((name) => `<th>${name}</th>`).join('')}</tr>${rows.map(row).join('')}</table></div>`;
}

async function picture(browser: Browser, name: string, body: string): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1234, height: 400 } });
  await page.setContent(frame(body));
  writeFileSync(join(folder, name), await smallPng(await page.screenshot({ fullPage: true })));
  await page.close();
  console.log(join(folder, name));
}

mkdirSync(folder, { recursive: true });
const browser = await startBrowser();
try {
  const example = await readingOf(join(process.cwd(), 'corpus/example/filing.txt'));
  await picture(browser, 'form-spread.png', `<div class="spread">${images(await spreadOf(example.reading))}</div>`);
  if (existsSync(published)) {
    const { bytes, reading } = await readingOf(published);
    const [left, right] = formPages(await openDocument({ name: 'filing.txt', bytes }));
    if (left === undefined || right === undefined) throw new Error('the published filing has no pages');
    const asFiled = `<h2>As filed: heads, columns and rows of its first spread, in the order of its text (it carries no widths)</h2><div class="spread">${drawn({ ...left, head: left.head.slice(1) }, 'left')}${drawn(right, 'right')}</div>`;
    await picture(
      browser,
      'form-beside.png',
      `${asFiled}<h2>Ours, of the same filing</h2><div class="spread">${images(await spreadOf(blind(reading)))}</div>`,
    );
  } else writeFileSync(2, 'form-beside.png left as it is: ../shared is not at hand\n');
} finally {
  await browser.close();
}
