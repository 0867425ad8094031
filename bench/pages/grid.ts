import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openYearHouse } from '../../tests/browser/year-house.ts';

/**
 * The grid of a year of ROWS rows in Chromium, by the program as it is shipped: how long until it is seen, and how long the
 * check of a cell takes that somebody typed in. Of a checkout that is built:
 *
 * node scripts/run.mjs bench/pages/grid.ts [ROWS] [RUNS]
 *
 * First paint is counted from the click, the answer of the server in it. What the checks found in a year is kept while the
 * year stays as it is; after a save it is checked whole, and that first visit is told apart. The check is
 * counted from the end of the pause after the last key until what it found stands in the cell. Other work on the machine
 * can only slow one down, so that the quickest of RUNS says most; the middle one and the slowest are told, too.
 */

const [count = 300, runs = 15] = process.argv.slice(2).map(Number);
/** As packages/web/src/office/grid-check.ts has it. */
const pause = 250;
const year = '範例部-114';
const grid = (page = 1) => `/office/years/${encodeURIComponent(year)}/grid?page=${page}`;

const plans = Array.from({ length: count }, (_, at) => ({ name: `示範計畫${at + 1}`, agency: `a${(at % 6) + 1}` }));
const agencies = [1, 2, 3, 4, 5, 6].map((at) => ({ id: `a${at}`, name: `第${at}範例署` }));
const officer = { login: 'officer', name: '承辦人', role: 'officer', agency: 'ministry' };

const house = await openYearHouse(agencies, [officer], plans);
try {
  for (let at = 1; at <= count; at += 1)
    await house.api('officer', 'PATCH', `/api/rows/${year}-${String(at).padStart(2, '0')}/texts`, textsOf(at), {
      'if-match': '1',
    });
  const page = await house.page('officer');
  const cold: number[] = [];
  const paints: { readonly paint: number; readonly answer: number; readonly kilobytes: number }[] = [];
  const load: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    // Away, so that the next visit is one.
    await page.goto('about:blank');
    await page.goto(`${house.origin}${grid((run % Math.ceil(count / 50)) + 1)}`, { waitUntil: 'load' });
    paints.push(await paintOf(page));
    load.push(loadavg()[0] ?? 0);
  }
  for (let run = 0; run < Math.ceil(runs / 3); run += 1) {
    // A row is saved: the whole year is checked anew.
    const id = `${year}-${String(run + 1).padStart(2, '0')}`;
    await house.api(
      'officer',
      'PATCH',
      `/api/rows/${id}/texts`,
      { goals: `完成整建${run + 20}處。` },
      { 'if-match': '2' },
    );
    await page.goto('about:blank');
    await page.goto(`${house.origin}${grid()}`, { waitUntil: 'load' });
    cold.push((await paintOf(page)).paint);
  }
  const checks: number[] = [];
  for (let run = 0; run < runs; run += 1) checks.push(await checkOf(page, run));
  const say = (name: string, values: readonly number[]) => {
    const sorted = values.toSorted((a, b) => a - b);
    const [least, middle, most] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
    console.log(`| ${name} | ${[least, middle, most].map((value) => Math.round(value ?? 0)).join(' | ')} |`);
  };
  console.log(`${count} rows, 50 on a page, ${runs} runs; load ${Math.min(...load)} to ${Math.max(...load)}\n`);
  console.log('| | quickest | middle | slowest |\n| --- | --- | --- | --- |');
  say(
    'answer of the server, ms',
    paints.map(({ answer }) => answer),
  );
  say(
    'first paint, ms',
    paints.map(({ paint }) => paint),
  );
  say('first paint after a save, ms', cold);
  say(
    'page, KB',
    paints.map(({ kilobytes }) => kilobytes),
  );
  say('check of a cell, ms', checks);
} finally {
  await house.close();
}

function textsOf(at: number) {
  return {
    type: '社會發展',
    period: '112年1月至115年12月',
    plannedWork: `1. 辦理第${at}標工程設計及招標。\n2. 完成${3 + (at % 7)}處整建並驗收。\n3. 辦理說明會2場。`,
    execution: `1. 於114年3月20日決標，9月15日完工。\n2. 第一季完成1處、第二季完成${2 + (at % 7)}處，合計${3 + (at % 7)}處。\n3. 11月30日辦理說明會2場，計120人次參加。`,
    goals: `1. 完成整建${3 + (at % 7)}處。\n2. 說明會2場。`,
    explanation: `1. 完成整建${3 + (at % 7)}處，達成率100%。\n2. 辦理說明會2場，達成目標。`,
  };
}

function paintOf(page: Page) {
  return page.evaluate(async () => {
    const painted = () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    while (painted() === undefined) await new Promise((resolve) => setTimeout(resolve, 20));
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    return {
      paint: painted() ?? -1,
      answer: visit?.responseStart ?? -1,
      kilobytes: (visit?.decodedBodySize ?? 0) / 1024,
    };
  });
}

/** A cell in which something does not add up, typed anew: until its finding stands there. */
async function checkOf(page: Page, run: number): Promise<number> {
  const cell = page.locator('textarea[name=execution]').nth(run % 40);
  await cell.focus();
  // The rules come with the first cell that has the focus.
  if (run === 0) await page.waitForTimeout(3_000);
  const took = await cell.evaluate(
    (area, wrong) =>
      new Promise<number>((resolve) => {
        const field = area as HTMLTextAreaElement;
        const began = performance.now();
        const watcher = new MutationObserver(() => {
          if (field.closest('td')?.querySelector('.field-findings li') === null) return;
          watcher.disconnect();
          resolve(performance.now() - began);
        });
        watcher.observe(field.closest('td') ?? field, { childList: true, subtree: true });
        field.value = wrong;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }),
    `第一季完成${run + 1}處、第二季完成1處，合計${run + 9}處。`,
  );
  return took - pause;
}
