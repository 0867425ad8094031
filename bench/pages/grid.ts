import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { openYearHouse } from '../../tests/browser/year-house.ts';

/**
 * The grid of a year of ROWS rows in Chromium, by the program as it is shipped: how long until it is seen, and how long the
 * check of a cell takes that somebody typed in. Of a checkout that is built:
 *
 * node scripts/run.mjs bench/pages/grid.ts [ROWS] [RUNS]
 *
 * First paint is counted from the click, the answer of the server in it. What the checks found is kept, so that three
 * visits are told apart: of a year that stays as it is; the first one after a row was saved; the first one of all, when
 * every row is checked. The check is counted from the end of the pause after the last key until what it found stands in
 * the cell. Other work on the machine can only slow one down, so that the quickest of RUNS says most; the middle one and
 * the slowest are told, too, and the processor time that the program took for a visit, all its processes together.
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
  const saved: { readonly paint: number; readonly processor: number }[] = [];
  const paints: { readonly paint: number; readonly answer: number; readonly kilobytes: number }[] = [];
  const load: number[] = [];
  const first = await visit(page, grid());
  for (let run = 0; run < runs; run += 1) {
    // Away, so that the next visit is one.
    await page.goto('about:blank');
    await page.goto(`${house.origin}${grid((run % Math.ceil(count / 50)) + 1)}`, { waitUntil: 'load' });
    paints.push(await paintOf(page));
    load.push(loadavg()[0] ?? 0);
  }
  for (let run = 0; run < Math.ceil(runs / 3); run += 1) {
    const id = `${year}-${String(run + 1).padStart(2, '0')}`;
    await house.api(
      'officer',
      'PATCH',
      `/api/rows/${id}/texts`,
      { goals: `完成整建${run + 20}處。` },
      { 'if-match': '2' },
    );
    saved.push(await visit(page, grid()));
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
  say(
    'first paint after a save, ms',
    saved.map(({ paint }) => paint),
  );
  say(
    'processor time of that visit, ms',
    saved.map(({ processor }) => processor),
  );
  say('first paint of the first visit, ms', [first.paint]);
  say('processor time of that visit, ms', [first.processor]);
  say(
    'page, KB',
    paints.map(({ kilobytes }) => kilobytes),
  );
  say('check of a cell, ms', checks);
} finally {
  await house.close();
}

async function visit(page: Page, path: string) {
  await page.goto('about:blank');
  const before = processorTime();
  await page.goto(`${house.origin}${path}`, { waitUntil: 'load' });
  const { paint } = await paintOf(page);
  return { paint, processor: processorTime() - before };
}

/** Of the program and its children since they began, in ms, as the system counts it: in hundredths of a second. */
function processorTime(): number {
  const ours = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && isOurs(name));
  const ticks = ours.map((pid) =>
    /\)(?: \S+){11} (\d+) (\d+)/.exec(proc(pid, () => readFileSync(`/proc/${pid}/stat`, 'utf8'))),
  );
  return ticks.reduce((sum, match) => sum + 10 * (Number(match?.[1] ?? 0) + Number(match?.[2] ?? 0)), 0);
}

/** By the folder of its program: others may measure on the same machine. */
function isOurs(pid: string): boolean {
  const command = proc(pid, () => readFileSync(`/proc/${pid}/cmdline`, 'utf8'));
  if (command.includes(`${process.cwd()}/dist/pool-child`)) return true;
  return command.includes('dist/guankao.mjs') && proc(pid, () => readlinkSync(`/proc/${pid}/cwd`)) === process.cwd();
}

/** Empty where the process has ended meanwhile. */
function proc(pid: string, read: () => string): string {
  try {
    return read();
  } catch (error) {
    if (existsSync(`/proc/${pid}`)) throw error;
    return '';
  }
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
