import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Refusal } from '@guankao/domain';
import { Pool, type Input, type PoolEvent, type PoolOptions, type Request, type Stage } from '@guankao/pool';
import type { Misbehaviour } from '../../packages/pool/src/fixtures/misbehave.ts';
import { builtChild } from '../built-child.ts';

const reader = { kind: 'public', id: 'reader' } as const;
const other = { kind: 'public', id: 'other' } as const;
let real: Awaited<ReturnType<typeof builtChild>>;
let wild: typeof real;
const open: Pool[] = [];

beforeAll(async () => {
  [real, wild] = await Promise.all([builtChild(), builtChild('packages/pool/src/fixtures/misbehave.ts')]);
});
afterEach(async () => {
  for (const pool of open.splice(0)) await pool.close();
});
afterAll(() => {
  real.remove();
  wild.remove();
});

/** A pool whose children do what a test tells them. */
function wildPool(options: PoolOptions = {}) {
  const events: PoolEvent[] = [];
  const pool = new Pool({ program: wild.program, size: 2, report: (event) => events.push(event), ...options });
  open.push(pool);
  const run = (
    task: Misbehaviour,
    request: Partial<Request> = {},
    kind: 'check' | 'read-file' = 'check',
  ): Promise<unknown> =>
    pool.run(kind, task as unknown as Input<'check'> & Input<'read-file'>, { asker: reader, ...request });
  /** The same, watched. */
  const start = (...[task, request, kind]: Parameters<typeof run>) => {
    let stage: () => Stage = () => ({ is: 'done' });
    const done = run(task, { ...request, watch: (told) => (stage = told) }, kind);
    return { done, stage: () => stage() };
  };
  return { pool, events, start, run };
}

/** The Refusal that it came to; anything else fails the test. */
async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const outcome = await work.then(
    (answer) => ({ answer }),
    (error: unknown) => error,
  );
  if (outcome instanceof Refusal) return outcome;
  throw new Error(`no refusal: ${JSON.stringify(outcome)}`, { cause: outcome });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('work is done in a process of its own', () => {
  test('which is not this one, is the same for the next work, and ends with the pool', async () => {
    const { pool, run } = wildPool();
    const first = await run({ do: 'tell', of: 'pid' });
    expect(first).not.toBe(process.pid);
    expect(await run({ do: 'tell', of: 'pid' })).toBe(first);
    await pool.close();
    expect(isAlive(Number(first))).toBe(false);
  });

  test('which is given no environment, no folder, no file, no process and no thread', async () => {
    process.env['DATABASE_URL'] ??= 'postgresql://secret@localhost/secret';
    const { run } = wildPool();
    const { names, cwd } = (await run({ do: 'tell', of: 'environment' })) as { names: string[]; cwd: string };
    expect(names).not.toContain('DATABASE_URL');
    expect(names).not.toContain('HOME');
    expect(cwd).toBe('/');
    const denied = 'ERR_ACCESS_DENIED';
    expect(await run({ do: 'tell', of: 'secrets' })).toEqual({ file: denied, process: denied, thread: denied });
  });

  test('a refusal comes back as itself, a fault as a fault', async () => {
    const pool = new Pool({ program: real.program });
    open.push(pool);
    const file = { name: 'junk.bin', bytes: new Uint8Array([0, 255, 3, 7, 0, 0, 129]) };
    const refusal = await refusalOf(pool.run('read-file', { file }, { asker: reader }));
    expect([refusal.id, refusal.status]).toEqual(['binary-file', 415]);
    expect(refusal.inBothLanguages['zh-Hant']).toContain('junk.bin');
    await expect(wildPool().run({ do: 'throw' })).rejects.toThrow('on purpose');
  });

  test('a filing and a typed form are read as they are here', async () => {
    const { read } = await import('@guankao/reading');
    const pool = new Pool({ program: real.program });
    open.push(pool);
    const path = join(import.meta.dirname, '../../corpus/example/filing.txt');
    const file = { name: 'filing.txt', bytes: new Uint8Array(readFileSync(path)) };
    const { reading } = await pool.run('read-file', { file }, { asker: reader });
    expect(reading).toEqual((await read(file)).reading);
  });
});

describe('what a child does wrong ends that child and nothing else', () => {
  test('work beyond its deadline is stopped, with the name of its file', async () => {
    const { run, events } = wildPool();
    const slow = refusalOf(run({ do: 'loop' }, { deadline: 0.5, name: 'slow.pdf' }));
    const beside = run({ do: 'answer', with: 'well' }, { asker: other });
    expect(await beside).toBe('well');
    const refusal = await slow;
    expect([refusal.id, refusal.status]).toEqual(['took-too-long', 422]);
    expect(refusal.inBothLanguages['zh-Hant']).toContain('slow.pdf');
    expect(await run({ do: 'answer', with: 'again' })).toBe('again');
    expect(events).toMatchObject([{ event: 'child-ended', why: 'deadline' }]);
  });

  test.each(['fill-buffers', 'fill-heap'] as const)('memory without end: %s', async (what) => {
    const { run } = wildPool({ memory: 200 });
    const refusal = await refusalOf(run({ do: what }, { deadline: 60, name: 'greedy.pdf' }));
    expect([refusal.id, refusal.status]).toEqual(['too-much-memory', 422]);
    expect(refusal.inBothLanguages.en).toContain('greedy.pdf');
    expect(await run({ do: 'answer', with: 'again' })).toBe('again');
  });

  test('a child killed by hand is told as such and replaced; what waits behind it is done', async () => {
    const { run, start } = wildPool();
    const pid = Number(await run({ do: 'tell', of: 'pid' }));
    const killed = start({ do: 'loop' }, { name: 'filing.ods' });
    const waiting = [1, 2, 3].map((n) => run({ do: 'answer', with: n }, { asker: other }));
    process.kill(pid, 'SIGKILL');
    const refusal = await refusalOf(killed.done);
    expect([refusal.id, refusal.status, refusal.retryAfter]).toEqual(['work-died', 503, 2]);
    expect(refusal.inBothLanguages['zh-Hant']).toContain('filing.ods');
    expect(await Promise.all(waiting)).toEqual([1, 2, 3]);
  });

  test('a child that ends itself is told as such', async () => {
    const { run } = wildPool();
    expect((await refusalOf(run({ do: 'exit' }))).id).toBe('work-died');
  });

  test('an answer beyond its size is not taken in', async () => {
    const { run } = wildPool();
    expect((await refusalOf(run({ do: 'answer', with: 'x'.repeat(5_000_000) }))).id).toBe('answer-too-large');
    expect(await run({ do: 'answer', with: 'x'.repeat(1_000_000) })).toHaveLength(1_000_000);
  });

  test('where children do not start, work is told to come back in its time and the operator hears of it', async () => {
    const events: PoolEvent[] = [];
    const pool = new Pool({ program: join(import.meta.dirname, 'nowhere.mjs'), report: (event) => events.push(event) });
    open.push(pool);
    const refused = refusalOf(pool.run('check', {} as Input<'check'>, { asker: reader }));
    await expect.poll(() => events.map(({ event }) => event)).toContain('child-did-not-start');
    await pool.close();
    expect((await refused).id).toBe('work-cancelled');
  });
});

describe('nobody waits for it any more', () => {
  test('running work is killed, waiting work leaves the queue', async () => {
    const { run, start } = wildPool({ size: 2 });
    const leaving = new AbortController();
    const running = start({ do: 'loop' }, { signal: leaving.signal, deadline: 60 });
    const besides = start({ do: 'loop' }, { asker: other, deadline: 60, signal: leaving.signal });
    const queued = start({ do: 'loop' }, { signal: leaving.signal, deadline: 60 });
    await expect.poll(() => running.stage().is).toBe('working');
    expect(queued.stage().is).toBe('waiting');
    leaving.abort();
    const refusals = await Promise.all([running, besides, queued].map(({ done }) => refusalOf(done)));
    expect(refusals.map(({ id }) => id)).toEqual(['work-cancelled', 'work-cancelled', 'work-cancelled']);
    expect(await run({ do: 'answer', with: 'free' })).toBe('free');
  });
});

describe('many at once', () => {
  const tight = {
    ofKind: { public: 3, 'signed-in': 3, job: 3 },
    ofAsker: { public: 3, 'signed-in': 3, job: 3 },
  };

  test('beyond the queue they are told when to come back', async () => {
    const { start } = wildPool({ queue: tight });
    const all = Array.from({ length: 8 }, () => start({ do: 'wait', milliseconds: 300 }).done);
    const outcomes = await Promise.allSettled(all);
    const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason as Refusal] : []));
    expect(refused.length).toBeGreaterThanOrEqual(3);
    for (const { id, status, retryAfter } of refused) {
      expect([id, status]).toEqual(['busy', 503]);
      expect(retryAfter).toBeGreaterThanOrEqual(1);
    }
    expect(outcomes.filter(({ status }) => status === 'fulfilled').length).toBe(8 - refused.length);
  });

  test('twenty of one asker do not hold up the one of another', async () => {
    const { start } = wildPool({
      queue: { ofKind: { ...tight.ofKind, public: 30 }, ofAsker: { ...tight.ofAsker, public: 30 } },
    });
    let before = 0;
    const many = Array.from({ length: 20 }, () =>
      start({ do: 'wait', milliseconds: 100 }).done.then(() => (before += 1)),
    );
    await start({ do: 'answer', with: 1 }, { asker: other }).done;
    expect(before).toBeLessThanOrEqual(4);
    await Promise.all(many);
  });

  test('long work never holds all children', async () => {
    const { start, run } = wildPool({ size: 2 });
    const long = Array.from({ length: 3 }, () => start({ do: 'wait', milliseconds: 700 }, {}, 'read-file'));
    await expect.poll(() => long.filter((job) => job.stage().is === 'working').length).toBe(1);
    expect(await run({ do: 'answer', with: 'short' }, { asker: other })).toBe('short');
    expect(long.filter((job) => job.stage().is === 'done')).toEqual([]);
    await Promise.all(long.map(({ done }) => done));
  });

  test('ten that want all memory at once: each is refused, this process stays small', async () => {
    const { pool, run } = wildPool({ memory: 120 });
    const before = process.memoryUsage().rss;
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, pool.state().processes.length)), 20);
    const greedy = (at: number) =>
      run({ do: 'fill-buffers' }, { asker: { kind: 'signed-in', id: `${at}` }, name: `${at}.pdf` }, 'read-file');
    const refusals = await Promise.all(Array.from({ length: 10 }, (_, at) => refusalOf(greedy(at))));
    clearInterval(watch);
    expect(refusals.map(({ id }) => id)).toEqual(Array.from({ length: 10 }, () => 'too-much-memory'));
    expect(most).toBeLessThanOrEqual(4);
    expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(100);
    expect(await run({ do: 'answer', with: 'well' })).toBe('well');
  });
});

describe('an input that is fetched', () => {
  test('is asked for when its turn has come', async () => {
    const { pool, start } = wildPool();
    const besides = [
      start({ do: 'wait', milliseconds: 4_000 }),
      start({ do: 'wait', milliseconds: 4_000 }, { asker: other }),
    ];
    await expect.poll(() => pool.state().working, { timeout: 20_000 }).toBe(2);
    let fetched = 0;
    const input = async () => {
      fetched += 1;
      return { do: 'answer', with: fetched } as unknown as Input<'check'>;
    };
    const waiting = pool.run('check', input, { asker: reader });
    expect(fetched).toBe(0);
    expect([await waiting, fetched]).toEqual([1, 1]);
    await Promise.all(besides.map(({ done }) => done));
  });

  test('and cannot be had refuses its own work, and its child goes on', async () => {
    const { pool, run } = wildPool();
    const gone = new Refusal('not-held', 404, { 'zh-Hant': '沒有', en: 'nothing there' });
    const before = await run({ do: 'tell', of: 'pid' });
    expect(await refusalOf(pool.run('check', () => Promise.reject(gone), { asker: reader }))).toBe(gone);
    expect(await run({ do: 'tell', of: 'pid' })).toBe(before);
  });
});

test('a child is replaced after so many orders', async () => {
  const { run } = wildPool({ ordersOfChild: 2 });
  const pids = [];
  for (let n = 0; n < 6; n++) pids.push(await run({ do: 'tell', of: 'pid' }));
  expect(new Set(pids).size).toBe(3);
});
