import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { offices } from '../collection/collected-year.ts';
import { startMailServer } from '../integration/mail-server.ts';
import {
  account,
  carryOver,
  collect,
  comeBack,
  comment,
  confirmCauses,
  keepCalendar,
  mail,
  nameDeputy,
  people,
  planWork,
  report,
  MovedClock,
  plans,
  rowId,
  submitRows,
  writeTexts,
  year,
} from './pictured-year.ts';
import { smallPng } from './small-png.ts';
import { openYearHouse } from './year-house.ts';

// The workbench as pictures, at both widths, light and dark: node scripts/screenshots.mjs
// Names of pictures may be given, and a folder by WHOLE_PAGES, into which whole pages go instead.

const whole = process.env['WHOLE_PAGES'];
const folder = whole ?? join(process.cwd(), 'docs/screenshots');
const asked = process.argv.slice(2);
const widths = { wide: 1280, narrow: 390 } as const;
/** A picture of a page shows its top. */
const highest = whole === undefined ? { wide: 1100, narrow: 1100 } : { wide: 7000, narrow: 9000 };

async function freePort(): Promise<number> {
  const listener = createServer();
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

mkdirSync(folder, { recursive: true });
const [mailServer, port, clock] = [await startMailServer(), await freePort(), new MovedClock('2025-01-06')];
const house = await openYearHouse(offices, people, plans, {
  PORT: String(port),
  GUANKAO_ORIGIN: `http://127.0.0.1:${port}`,
  GUANKAO_SMTP: `smtp://127.0.0.1:${mailServer.port}?tls=none`,
  GUANKAO_MAIL_FROM: '管考通知 <noreply@agency.example>',
  ...clock.settings,
});
const pages = new Map<string, Page>();

async function pageOf(login: string): Promise<Page> {
  const page = pages.get(login) ?? (await house.page(login));
  pages.set(login, page);
  return page;
}

async function moveTo(day: string): Promise<void> {
  clock.set(day);
  // The program looks at its clock again.
  await new Promise((resolve) => setTimeout(resolve, 200));
  await house.signInAgain();
  pages.clear();
}

/** `from`: a selector; the picture begins there. `ready`: done on the page before it is taken. */
async function take(
  name: string,
  login: string,
  path: string,
  {
    from = null,
    ready = async () => undefined,
  }: { from?: string | null; ready?: (page: Page) => Promise<unknown> } = {},
): Promise<void> {
  if (asked.length > 0 && !asked.includes(name)) return;
  const page = await pageOf(login);
  for (const [size, width] of Object.entries(widths) as [keyof typeof widths, number][])
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      await page.goto(`${house.origin}${encodeURI(path)}`, { waitUntil: 'networkidle' });
      await ready(page);
      await page.evaluate(async () => document.fonts.ready);
      const top = from === null ? 0 : await page.locator(from).evaluate((at) => at.getBoundingClientRect().top - 16);
      const all = await page.evaluate(() => document.documentElement.scrollHeight);
      const height = Math.min(all - top, highest[size]);
      const png = await page.screenshot({ fullPage: true, clip: { x: 0, y: top, width, height } });
      const file = join(folder, `office-${name}-${size}-${colorScheme}.png`);
      writeFileSync(file, await smallPng(png));
      console.log(`${file} ${Math.round(statSync(file).size / 1024)} KB`);
    }
}

const ofYear = `/office/years/${year}`;
const ofRow = `/office/rows/${rowId(1)}`;
try {
  await keepCalendar(house);
  await take('workdays', 'manager', '/office/calendar');
  await planWork(house);
  await moveTo('2025-04-10');
  await report(house, [1, 2, 3]);
  await take('report', 'officer', `${ofRow}/reports/4`);
  await take('report-review', 'head', `${ofRow}/reports/3`);
  await moveTo('2025-07-10');
  await report(house, [4, 5, 6]);
  await moveTo('2025-07-25');
  await take('work-plan', 'officer', `${ofRow}/work-plan`);
  await take('late', 'compiler', `${ofYear}/reports?month=6`);
  await take('deadlines', 'compiler', `${ofYear}/deadlines`);

  await moveTo('2026-01-06');
  await take('collections', 'compiler', `${ofYear}/collections`);
  const collection = await collect(house);
  await take('collection-out', 'compiler', `/office/collections/${collection}`);
  await moveTo('2026-01-15');
  await comeBack(house, collection);
  await moveTo('2026-01-20');
  await take('collection-back', 'compiler', `/office/collections/${collection}`);

  await writeTexts(house, 1, 30);
  await take('grid', 'officer', `${ofYear}/grid`);
  const mapping = await account(house);
  await take('mappings', 'accountant', `${ofYear}/mappings`);
  await take('mapping', 'accountant', `/office/mappings/${mapping}`);
  await take('money', 'accountant', `${ofYear}/money`);
  await carryOver(house);
  await take('carry-over', 'officer', `${ofRow}/carry-over`);
  await take('carry-overs', 'accountant', `${ofYear}/carry-overs`);
  await confirmCauses(house);
  await take('causes', 'officer', `${ofRow}/causes`);
  await take('cause-table', 'compiler', `${ofYear}/causes`);
  await comment(house);
  await take('comments', 'aide', `${ofRow}/comments`);
  await take('row', 'officer', ofRow);
  await nameDeputy(house);
  await take('deputies', 'chief', '/office/deputies');
  await submitRows(house, 1, 20);
  await take('queue', 'chief', '/office/reviews');
  await take('home', 'chief', '/office');
  await take('notices', 'officer', '/office/notices');
  await take('paper-approval', 'compiler', `${ofYear}/paper-approvals`);
  await take('year', 'compiler', ofYear);
  await mail(house, mailServer);
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  await take('own-mail', 'officer', '/office/me/mail');
  await take('mail', 'manager', '/office/mail');
} finally {
  clock.remove();
  await house.close();
  await mailServer.close();
}
