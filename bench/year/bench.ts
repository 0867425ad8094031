import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { exportForm } from '@guankao/forms';
import { read, type Reading } from '@guankao/reading';
import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import type { RowRecord } from '@guankao/workflow';
import { asFiling, fill, manyPlans } from './fill.ts';
import { load } from './loading.ts';
import { openYear } from './open-year.ts';

/**
 * The year's work at the size of the nation: node scripts/run.mjs bench/year/bench.ts [PLAN-YEARS …]
 * For each size: lists, search, plans' pages and saving a row with all checks, over HTTP at 10 connections;
 * then the form of 49 and of 2,000 plans. Prints a page of Markdown.
 */

const sizes = process.argv.slice(2).map(Number);
const seconds = 5;
const example = join(import.meta.dirname, '../../corpus/example/filing.txt');

function out(line = ''): void {
  process.stdout.write(`${line}\n`);
}

/** Of each kind of page, many: asking for one only would measure what is kept at hand of it. */
async function pagesOf(store: Store, reading: Reading): Promise<readonly (readonly [string, readonly string[]])[]> {
  const filtered = ['社會發展', '科技發展', '公共建設'].flatMap((type) =>
    ['achieved', 'partly', 'not_achieved', 'undetermined'].flatMap((verdict) =>
      ['error', 'warning', 'question'].map((severity) => new URLSearchParams({ type, verdict, severity }).toString()),
    ),
  );
  const words = pairsIn(
    reading.plans.flatMap(({ name, goals }) => [name, ...goals.map(({ text }) => text)]).join('\n'),
  ).slice(0, 200);
  const { total } = await store.catalogue.plans({ size: 1 });
  const plans: string[] = [];
  for (let page = 1; plans.length < Math.min(300, total); page++) {
    // A few of many filings, as people do: the readings kept at hand are fewer.
    const { rows } = await store.catalogue.plans({ size: 3, page: ((page * 7) % Math.ceil(total / 3)) + 1 });
    plans.push(...rows.map(({ id }) => id));
  }
  return [
    ['list, three filters', filtered.map((query) => `/plans?${query}`)],
    ['two-character search', words.map((q) => `/plans?${new URLSearchParams({ q }).toString()}`)],
    ['the same over the API', words.map((q) => `/api/plans?${new URLSearchParams({ q }).toString()}`)],
    ["a plan's page", plans.map((id) => `/plans/${encodeURIComponent(id)}`)],
  ];
}

/** Distinct pairs of neighbouring Chinese characters. */
function pairsIn(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(/(?=(\p{Script=Han}{2}))/gu), ([, pair = '']) => pair))];
}

/** p95, milliseconds. */
interface Saved {
  /** Saving and all checks by ten who write at once, when the program has just begun and starts the children that it needs for so many. */
  readonly byFirstTen: number;
  /** The same a moment later. */
  readonly byTen: number;
  /** The same of the findings alone, after the save, by one who writes. */
  readonly findings: number;
}

/** Rows of an opened year, saved one after the other, all checks made anew each time. */
async function saveRows(server: FastifyInstance, store: Store): Promise<Saved> {
  const { rows: opened, officer, ask: setup } = await openYear(server, store);
  const writer = async (rows: readonly RowRecord[], rounds: readonly number[]) => {
    const times: { readonly whole: number; readonly check: number }[] = [];
    for (const row of rows) {
      for (const round of rounds) {
        const began = performance.now();
        const texts = {
          plannedWork: '1. 整建步道12公里。',
          execution: `1. 完成步道12.6公里。第${round}次儲存。`,
          goals: '1. 完成步道整建12公里。',
          explanation: '1. 完成12.6公里，達成率105%。',
        };
        const saved = await setup('PATCH', `/api/rows/${encodeURIComponent(row.id)}/texts`, texts, {
          authorization: `Bearer ${officer}`,
          'if-match': String(round),
        });
        const savedAt = performance.now();
        const checked = await answered(() =>
          setup(
            'POST',
            '/api/check',
            {
              agency: '量測部',
              fiscalYear: 2025,
              rows: [
                {
                  name: row.texts.name,
                  type: row.texts.type,
                  period: row.texts.period,
                  approvedTotal: '100',
                  budgetedToDate: '50',
                  executedToDate: '40',
                  ...texts,
                },
              ],
            },
            // By whoever saved it: ten at once without an account are more than one stranger may have waiting.
            { authorization: `Bearer ${officer}` },
          ),
        );
        if (saved.statusCode !== 200 || checked.statusCode !== 200) throw new Error(saved.body + checked.body);
        const done = performance.now();
        times.push({ whole: done - began, check: done - savedAt });
      }
    }
    return times;
  };
  const p95 = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;
  const byTen = async (rounds: readonly number[]) => {
    const shares = Array.from({ length: 10 }, (_, at) => opened.filter((_row, index) => index % 10 === at));
    const times = await Promise.all(shares.map((rows) => writer(rows, rounds)));
    return p95(times.flat().map(({ whole }) => whole));
  };
  const byFirstTen = await byTen([1, 2]);
  return {
    byFirstTen,
    byTen: await byTen([3, 4]),
    findings: p95((await writer(opened, [5, 6])).map(({ check }) => check)),
  };
}

/** Who is told that all is full asks again when they were told to; the wait counts. */
async function answered<Answer extends { statusCode: number; headers: Record<string, unknown> }>(
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const answer = await ask();
  if (answer.statusCode !== 503) return answer;
  await new Promise((resolve) => setTimeout(resolve, 1000 * Number(answer.headers['retry-after'] ?? 1)));
  return answered(ask);
}

function ms(value: number): string {
  return value < 10 ? value.toFixed(1) : value.toFixed(0);
}

async function measure(size: number, reading: Reading): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-bench-'));
  const store = await openStore({ folder, program: 'bench' });
  try {
    const began = performance.now();
    await fill(store, reading, size);
    const filled = (performance.now() - began) / 1000;
    const pool = new Pool({ program: join(import.meta.dirname, '../../dist/pool-child.mjs') });
    // As the program does when it starts.
    pool.warm();
    const server = await createServer({ catalogue: store.catalogue, pool, office: store.office });
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    // A program that has just begun is still being compiled; what is then asked for the first time is new to the record only.
    await load({
      origin,
      paths: [
        '/plans?page=2',
        '/plans?sort=name',
        '/api/plans',
        '/filings',
        ...pairsIn('各年度重要計畫執行情形').map((q) => `/plans?q=${encodeURIComponent(q)}`),
      ],
      connections: 10,
      seconds: 5,
    });
    for (const [name, paths] of await pagesOf(store, reading)) {
      const first = await load({ origin, paths, connections: 10, seconds: null });
      const again = await load({ origin, paths, connections: 10, seconds });
      out(
        `| ${size.toLocaleString('en-US')} | ${name} | ${ms(first.p95)} ms | ${ms(again.p95)} ms | ${again.perSecond.toFixed(0)} | ${first.errors + again.errors} |`,
      );
    }
    const { byFirstTen, byTen, findings } = await saveRows(server, store);
    out(
      `| ${size.toLocaleString('en-US')} | saving a row, then all checks | ${ms(byFirstTen)} ms | ${ms(byTen)} ms | | 0 |`,
    );
    out(
      `| ${size.toLocaleString('en-US')} | findings of a row after its save; one at a time | | ${ms(findings)} ms | | 0 |`,
    );
    out(
      `| ${size.toLocaleString('en-US')} | (taking the rows in) | | ${filled.toFixed(0)} s in all | ${(size / filled).toFixed(0)} rows | 0 |`,
    );
    await server.close();
    await pool.close();
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function forms(reading: Reading): Promise<void> {
  out('\n| plans | to | first | warm | memory after |\n| --- | --- | --- | --- | --- |');
  for (const count of [49, 500, 2000]) {
    const form = asFiling(reading, '量測部', 2024, manyPlans(reading.plans, count, 1), 0);
    for (const format of ['pdf', 'ods'] as const) {
      const times: number[] = [];
      for (let round = 0; round < 3; round++) {
        // Another name each time: the typesetter keeps what it has set already.
        const fresh = { ...form, plans: form.plans.map((plan) => ({ ...plan, name: `${plan.name}${round}` })) };
        const began = performance.now();
        await exportForm(fresh, format);
        times.push(performance.now() - began);
      }
      out(
        `| ${count.toLocaleString('en-US')} | ${format} | ${ms(times[0] ?? 0)} ms | ${ms(Math.min(...times.slice(1)))} ms | ${(process.memoryUsage().rss / 2 ** 20).toFixed(0)} MB |`,
      );
    }
  }
}

const { reading } = await read({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(example)) });
out(`# The year's work, ${new Date().toISOString().slice(0, 10)}\n`);
out(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, Node ${process.version}, embedded PostgreSQL; the load comes from the same machine.`,
);
out('\n`node scripts/run.mjs bench/year/bench.ts 300 3000 30000`\n');
out(
  '| plan-years | what | p95, each asked for the first time | p95, again and again | a second | errors |\n| --- | --- | --- | --- | --- | --- |',
);
for (const size of sizes.length > 0 ? sizes : [300, 3_000, 30_000]) await measure(size, reading);
await forms(reading);
