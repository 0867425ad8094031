import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { mostGrowth, type Measured } from './measure.ts';

/** What a child tells of one case: the field that was filled, or the file that was made. */
export interface Told {
  readonly of: string;
  readonly row: Measured;
}

/** One process a case, so that none warms up or fills the memory of another, and one that dies takes nothing along. */
export interface Case {
  readonly name: string;
  readonly words: readonly string[];
}

/** In milliseconds, on the clock: a case that is silent for so long hangs. */
const patience = 60_000;
/** In MB. */
const heap = 2_000;

/** Runs every case in turn, prints a line for each, then the summary; true where nothing failed. */
export async function runCases(
  program: string,
  cases: readonly Case[],
  limitOf: (size: number) => number,
): Promise<boolean> {
  let failed = 0;
  let passed = 0;
  for (const one of cases) {
    const { told, died } = await runCase(program, one);
    const series = Array.from(
      Map.groupBy(told, ({ of }) => of),
      ([of, rows]) => ({ of, rows: rows.map(({ row }) => row) }),
    );
    const faults = [...series.flatMap(({ of, rows }) => faultsOf(of, rows, limitOf)), ...died];
    for (const { of, rows } of series) console.log(lineOf(one.name, of, rows));
    for (const fault of faults) console.log(`      ${one.name}: ${fault}`);
    if (faults.length === 0) passed += 1;
    else failed += 1;
  }
  console.log(JSON.stringify({ summary: { passed, failed } }));
  return failed === 0;
}

function runCase(
  program: string,
  { words }: Case,
): Promise<{ readonly told: readonly Told[]; readonly died: readonly string[] }> {
  return new Promise((resolve) => {
    const child = fork(fileURLToPath(program), [...words], {
      execArgv: [`--max-old-space-size=${heap}`],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    const told: Told[] = [];
    let errors = '';
    let hung = false;
    const watch = (): NodeJS.Timeout =>
      setTimeout(() => {
        hung = true;
        child.kill('SIGKILL');
      }, patience);
    let timer = watch();
    child.stderr?.on('data', (part) => {
      errors = `${errors}${part}`.slice(-2_000);
    });
    child.on('message', (message: Told) => {
      clearTimeout(timer);
      timer = watch();
      told.push(message);
    });
    child.on('exit', (code) => {
      clearTimeout(timer);
      const last =
        errors
          .trim()
          .split('\n')
          .find((line) => /rror/.test(line)) ?? '';
      resolve({ told, died: code === 0 ? [] : [hung ? `silent for ${patience / 1000} s` : `died (${code}) ${last}`] });
    });
  });
}

function faultsOf(of: string, rows: readonly Measured[], limitOf: (size: number) => number): readonly string[] {
  return rows.flatMap(({ size, milliseconds, growth }) => [
    ...(growth !== null && growth > mostGrowth ? [`${of}: ${growth.toFixed(1)} times as long at ${size}`] : []),
    ...(milliseconds > limitOf(size)
      ? [`${of}: ${Math.round(milliseconds)} ms at ${size}, limit ${limitOf(size)}`]
      : []),
  ]);
}

function lineOf(name: string, of: string, rows: readonly Measured[]): string {
  const worst = Math.max(...rows.map(({ growth }) => growth ?? 1));
  const times = rows.map(({ size, milliseconds }) => `${size}: ${Math.round(milliseconds)}`).join('  ');
  return `${name.padEnd(28)} ${of.padEnd(12)} ×${worst.toFixed(1)}  ms at ${times}`;
}

/** From a child: told before it goes on. */
export function tell(told: Told): Promise<void> {
  return new Promise((resolve) => {
    process.send?.(told, () => resolve());
  });
}
