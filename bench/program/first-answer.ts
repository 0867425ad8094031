/**
 * How long people wait before anything answers: the program's first and second start, `guankao read` as a whole process,
 * and with `clone` a new clone up to its first page.
 *
 * node scripts/run.mjs bench/program/first-answer.ts [clone]
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

const root = process.cwd();
const example = join(root, 'corpus/example/filing.txt');
const published = join(root, '../shared/filings/moi-113.txt');
const rounds = 5;

/** From spawning to the first page's last byte, in milliseconds. */
async function untilFirstPage(command: string, words: readonly string[], cwd: string, data: string): Promise<number> {
  const began = performance.now();
  const child = spawn(command, words, {
    cwd,
    env: { ...process.env, PORT: '0', GUANKAO_DATA: data, DATABASE_URL: '', NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  try {
    const page = await fetch(await addressOf(child));
    if (!page.ok) throw new Error(`the first page answered ${page.status}`);
    await page.text();
    return performance.now() - began;
  } finally {
    // The whole group: npm, its shell and the program.
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const part of child.stdout ?? []) {
    said += String(part);
    const address = /Listening on (http:\S+)/.exec(said)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error(`it ended before it answered:\n${said}`);
}

function wholeRead(file: string): number {
  const began = performance.now();
  execFileSync(process.execPath, ['bin/guankao.mjs', 'read', file, '--json'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return performance.now() - began;
}

function say(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b);
  const seconds = (at: number) => ((sorted[at] ?? Number.NaN) / 1000).toFixed(2);
  console.log(
    `${what.padEnd(58)} median ${seconds(Math.floor(sorted.length / 2))} s, quickest ${seconds(0)} s, slowest ${seconds(sorted.length - 1)} s, of ${sorted.length}`,
  );
}

async function series(count: number, once_: () => number | Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round < count; round++) times.push(await once_());
  return times;
}

const folder = mkdtempSync(join(tmpdir(), 'guankao-start-'));
try {
  console.log(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(2)}, Node ${process.version}`,
  );
  const serve = ['bin/guankao.mjs', 'serve'];
  let fresh = 0;
  say(
    'first start, empty folder, the example taken in',
    await series(rounds, () => untilFirstPage(process.execPath, serve, root, join(folder, `fresh-${fresh++}`))),
  );
  say(
    'second start, nothing to take in',
    await series(rounds, () => untilFirstPage(process.execPath, serve, root, join(folder, 'fresh-0'))),
  );
  say('guankao read --json, the example, whole process', await series(rounds, () => wholeRead(example)));
  if (existsSync(published))
    say('guankao read --json, a published filing of 49 plans', await series(rounds, () => wholeRead(published)));
  if (process.argv.includes('clone')) {
    const clone = join(folder, 'clone');
    const time = await series(1, async () => {
      const began = performance.now();
      execFileSync('git', ['clone', '-q', root, clone]);
      return performance.now() - began + (await untilFirstPage('npm', ['start'], clone, join(folder, 'cloned')));
    });
    say('git clone, npm start, first page (npm cache as it is)', time);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
