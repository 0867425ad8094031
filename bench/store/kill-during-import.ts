/**
 * Proof: the program is killed (-9) in the middle of imports, in every other round its database server with it.
 * Then the record is opened again: every import that was acknowledged must be whole, every other one absent, or whole
 * where the kill fell between the commit and its acknowledgement; the projections must come out of the events the same.
 *
 * node scripts/run.mjs bench/store/kill-during-import.ts [ROUNDS] [SEED]
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { openStore, type Store } from '@guankao/store';
import type { Reading } from '@guankao/reading';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';

const deed = { actor: 'proof', role: 'operator', at: new Date(0) };
const [, , first = '20', second = String(Date.now() % 1_000_000)] = process.argv;

if (first === 'write') await write(process.argv[3] ?? '', Number(process.argv[4]));
else await prove(Number(first), Number(second));

/** The one that is killed: imports without end, tells of each before it begins and after it is acknowledged. */
async function write(folder: string, from: number): Promise<void> {
  const store = await open(folder);
  console.log('open 0');
  for (let n = from; ; n += 1) {
    const reading = exampleOf(n);
    console.log(`begun ${n}`);
    await store.importReading(
      reading,
      { name: `${n}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) },
      deed,
    );
    console.log(`done ${n}`);
  }
}

/** Every third is a corrected edition of a filing that is there. */
function exampleOf(n: number): Reading {
  return exampleReading({ agency: `範例${n - (n % 3)}處`, plans: 40 + (n % 50), seed: n });
}

function open(folder: string): Promise<Store> {
  return openStore({ folder, program: 'proof' });
}

interface Round {
  readonly round: number;
  readonly killedAfterMs: number;
  readonly serverKilledToo: boolean;
  readonly begun: number;
  readonly acknowledged: number;
  /** Acknowledged and not whole. Must be none. */
  readonly lost: number;
  /** Not acknowledged and neither absent nor whole. Must be none. */
  readonly halves: number;
  /** Not acknowledged, yet whole: the kill fell after the commit. */
  readonly committedUnheard: number;
  readonly server: string;
  readonly openedMs: number;
  readonly identical: boolean;
}

async function prove(rounds: number, seed: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-proof-'));
  const random = randomFrom(seed);
  const results: Round[] = [];
  console.log(`seed ${seed}, ${rounds} rounds, data in ${folder}`);
  for (let round = 1; round <= rounds; round += 1) {
    const result = await oneRound(folder, round, random);
    results.push(result);
    console.log(JSON.stringify(result));
  }
  rmSync(folder, { recursive: true, force: true });
  const failures = results.filter(({ lost, halves, identical }) => lost + halves > 0 || !identical).length;
  const total = (key: 'begun' | 'acknowledged' | 'lost' | 'halves' | 'committedUnheard') =>
    results.reduce((sum, one) => sum + one[key], 0);
  const summary = {
    seed,
    rounds,
    acknowledged: total('acknowledged'),
    lost: total('lost'),
    halves: total('halves'),
    committedUnheard: total('committedUnheard'),
    passed: rounds - failures,
    failed: failures,
  };
  console.log(JSON.stringify({ summary }));
  process.exitCode = failures === 0 ? 0 : 1;
}

async function oneRound(folder: string, round: number, random: () => number): Promise<Round> {
  const killedAfterMs = Math.round(50 + random() * 1200);
  const serverKilledToo = round % 2 === 0;
  const from = round * 10_000;
  const { begun, done } = await killWriter(folder, from, killedAfterMs, serverKilledToo);
  const opening = performance.now();
  const store = await open(folder);
  const openedMs = Math.round(performance.now() - opening);
  try {
    const states = await Promise.all(begun.map(async (n) => ({ n, state: await stateOf(store, n) })));
    const of = (heard: boolean, state: State) =>
      states.filter((one) => done.has(one.n) === heard && one.state === state).length;
    return {
      round,
      killedAfterMs,
      serverKilledToo,
      begun: begun.length,
      acknowledged: done.size,
      lost: of(true, 'absent') + of(true, 'half'),
      halves: of(false, 'half'),
      committedUnheard: of(false, 'whole'),
      server: store.server?.origin ?? 'other',
      openedMs,
      identical: (await store.rebuild()).identical,
    };
  } finally {
    await store.close();
  }
}

/** Kills it so long after its first import began. Gives what it told: imports begun, imports acknowledged. */
async function killWriter(
  folder: string,
  from: number,
  after: number,
  withServer: boolean,
): Promise<{ begun: number[]; done: Set<number> }> {
  const child = spawn(process.execPath, [import.meta.filename, 'write', folder, String(from)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  const begun: number[] = [];
  const done = new Set<number>();
  for await (const line of createInterface({ input: child.stdout })) {
    const [word, n] = line.split(' ');
    if (word === 'open') setTimeout(() => kill(child.pid ?? 0, folder, withServer), after);
    if (word === 'begun') begun.push(Number(n));
    if (word === 'done') done.add(Number(n));
  }
  await ended;
  return { begun, done };
}

/** The program, and with it the server's first process and all that it started. */
function kill(program: number, folder: string, withServer: boolean): void {
  process.kill(program, 'SIGKILL');
  if (!withServer) return;
  const server = readFileSync(join(folder, 'database/cluster/postmaster.pid'), 'utf8').split('\n')[0] ?? '';
  const children = readFileSync(`/proc/${server}/task/${server}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter((pid) => pid !== '');
  for (const pid of [server, ...children]) killIfThere(Number(pid));
}

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
  }
}

type State = 'absent' | 'half' | 'whole';

async function stateOf(store: Store, n: number): Promise<State> {
  const reading = exampleOf(n);
  const { sha256 } = reading.document;
  const [place, source] = await Promise.all([store.placeOf(sha256), store.catalogue.source(sha256)]);
  if (place === null && source === null) return 'absent';
  if (place === null || source === null) return 'half';
  const kept = await store.catalogue.filing(place.filing, place.edition);
  const bytesAreWhole = createHash('sha256').update(source.bytes).digest('hex') === sha256;
  if (!bytesAreWhole || JSON.stringify(kept?.reading) !== JSON.stringify(reading)) return 'half';
  const isCurrent = kept?.filing.editions.at(-1)?.number === place.edition;
  if (!isCurrent) return 'whole';
  const { total } = await store.catalogue.plans({ filing: place.filing });
  return total === reading.plans.length ? 'whole' : 'half';
}

/** mulberry32: the same rounds from the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
