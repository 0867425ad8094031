/**
 * What the log costs, and how fast it is: node scripts/run.mjs bench/log/speed.ts [EVENTS] [PLAN-YEARS …]
 *
 * So many stored events made leaves of and verified; commands with the log and without, in turns; how long an event
 * waits for a signed head; lists as they are and as they were. The load of the machine is said beside each. 0 leaves out.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Pool } from '@guankao/pool';
import { read } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { fill } from '../year/fill.ts';
import { openYear } from '../year/open-year.ts';
import { measureLists } from './parts/as-of.ts';
import { atRate, inTurns, type Writing } from './parts/commands.ts';
import type { Timed } from './parts/processor.ts';
import { fillJournal, integrate, payloadSize, verify } from './parts/stored-events.ts';

const [events = 1_000_000, ...planYears] = process.argv.slice(2).map(Number);
const sizes = (planYears.length > 0 ? planYears : [30_000, 300_000]).filter((size) => size > 0);
const example = 'corpus/example/filing.txt';

const aims = { integrated: 1_500, lost: 0.1, checkpoint: 1_000, leavesASecond: 1_000_000 / 60, list: 150 };

let passed = 0;
let failed = 0;

/** One line: what was measured, what came out, what was aimed at, how loaded the machine was. */
function tell(what: string, came: string, aim: string, isMet: boolean | null): void {
  if (isMet === true) passed++;
  if (isMet === false) failed++;
  const mark = isMet === null ? ' ' : isMet ? '✓' : '✗';
  console.log(`${mark} ${what.padEnd(58)} ${came.padEnd(44)} ${aim.padEnd(14)} load ${loadavg()[0]?.toFixed(1)}`);
}

async function withStore(work: (store: Store, folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-log-speed-'));
  const store = await openStore({ folder, program: 'bench' });
  try {
    await work(store, folder);
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

const many = (count: number) => Math.round(count).toLocaleString('en-US');
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN;
const median = (values: readonly number[]) => quantile(values, 0.5);

async function storedEvents(store: Store, folder: string): Promise<void> {
  const stored = await fillJournal(store, folder, events);
  console.log(
    `\n${many(stored)} events: those of the year played with 0.1.0 again and again (${await payloadSize(store)} characters of payload each)`,
  );
  const integrated = await integrate(store);
  const rate = stored / integrated.seconds;
  tell('stored events integrated', `${many(rate)} a second`, `≥ ${many(aims.integrated)}`, rate >= aims.integrated);
  tellProcessor(integrated);
  const verified = await verify(store);
  const { leaves, differences } = verified.result;
  if (differences > 0) throw new Error(`${differences} differences in a sound log`);
  tell(
    'leaves, tree and heads verified from the stored events',
    `${many(leaves)} in ${verified.seconds.toFixed(1)} s`,
    '1,000,000 in 60 s',
    leaves / verified.seconds >= aims.leavesASecond,
  );
  tellProcessor(verified);
  tell('  memory of the program after it', `${many(process.memoryUsage().rss / 2 ** 20)} MB`, '', null);
}

function tellProcessor({ processor }: Timed<unknown>): void {
  if (processor === null) return;
  const { program, database } = processor;
  tell('  processor time: program, database', `${program.toFixed(1)} s, ${database.toFixed(1)} s`, '', null);
}

async function commands(store: Store, pool: Pool): Promise<void> {
  await fill(store, reading, 3_000);
  const server = await createServer({ catalogue: store.catalogue, pool, office: store.office });
  try {
    const { rows, officer: token } = await openYear(server, store);
    const origin = await server.listen({ port: 0, host: '127.0.0.1' });
    const writing: Writing = { store, origin, token, rows: rows.map(({ id, version }) => ({ id, version })) };
    console.log(
      '\nA row saved over HTTP, four writers, 3,000 plan-years: with the log followed and signed, and without',
    );
    await inTurns(writing, 1, 5);
    const rates = await inTurns(writing, 10, 5);
    const pairs = rates.with.map((rate, pair) => 1 - rate / (rates.without[pair] ?? Number.NaN));
    const lost = median(pairs);
    tell('saved a second without the log', `${many(median(rates.without))} (${spread(rates.without)})`, '', null);
    tell('saved a second with it', `${many(median(rates.with))} (${spread(rates.with)})`, '', null);
    tell('lost by it, median of 10 pairs', `${percent(lost)} (${percents(pairs)})`, '≤ 10 %', lost <= aims.lost);
    const [bare, logged] = [median(rates.processor.without), median(rates.processor.with)];
    tell(
      'processor time of a save, program and database',
      `${bare.toFixed(2)} ms without, ${logged.toFixed(2)} ms with (${percent(logged / bare - 1)} more)`,
      '',
      null,
    );
    for (const hasLog of [false, true, true, false]) await hundredASecond(writing, hasLog);
  } finally {
    await server.close();
  }
}

async function hundredASecond(writing: Writing, hasLog: boolean): Promise<void> {
  const { times, perSecond, delay } = await atRate(writing, hasLog, { seconds: 20, perSecond: 100 });
  const answered = `p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms`;
  tell(`answered at ${many(perSecond)} a second, ${hasLog ? 'with the log' : 'without'}`, answered, '', null);
  if (delay === null) return;
  const { times: waits, last } = delay;
  const most = quantile(waits, 1);
  tell(
    '  an event waits for a signed head over it',
    `p50 ${quantile(waits, 0.5).toFixed(0)} ms, most ${most.toFixed(0)} ms, last ${last.toFixed(0)} ms`,
    '≤ 1,000 ms',
    most <= aims.checkpoint,
  );
}

async function lists(store: Store, pool: Pool, size: number): Promise<void> {
  console.log(`\n${many(size)} plan-years that came over ten years; 36 lists over HTTP at 10 connections`);
  const { start, lists: measured } = await measureLists(store, pool, reading, size);
  tell('first question after a start', `${start.seconds.toFixed(1)} s`, '', null);
  tellProcessor(start);
  for (const { name, first, again } of measured) {
    const errors = first.errors + again.errors;
    const came = `p95 first ${first.p95.toFixed(0)} ms, again ${again.p95.toFixed(0)} ms, ${many(again.perSecond)}/s`;
    const isMet = errors === 0 && Math.max(first.p95, again.p95) < aims.list;
    tell(name, errors === 0 ? came : `${came}, ${errors} unanswered`, '< 150 ms', isMet);
  }
  if (measured.length === 1) tell('the same as of a day', 'there is no list as of a day yet', '< 150 ms', false);
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
const percents = (shares: readonly number[]) =>
  shares
    .toSorted((a, b) => a - b)
    .map((each) => (each * 100).toFixed(0))
    .join(' ');
const spread = (rates: readonly number[]) => `${many(quantile(rates, 0))} to ${many(quantile(rates, 1))}`;

const { reading } = await read({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(example)) });
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}, embedded PostgreSQL with fsync; nothing random.`,
);
console.log('The load is of the whole machine in the last minute; the bench itself makes about 2.');
const pool = new Pool({ program: 'dist/pool-child.mjs' });
try {
  if (events > 0) await withStore(storedEvents);
  await withStore((store) => commands(store, pool));
  for (const size of sizes) await withStore((store) => lists(store, pool, size));
} finally {
  await pool.close();
}
console.log(JSON.stringify({ summary: { passed, failed, events, planYears: sizes } }));
process.exitCode = failed === 0 ? 0 : 1;
