import { spawn } from 'node:child_process';
import { loadavg } from 'node:os';

/**
 * This version and another one measured in turns, size by size, so that both have the same machine:
 * node scripts/run.mjs bench/year/beside.ts OTHER-CHECKOUT [PLAN-YEARS …]
 * The other checkout is built, and has a bench/year/bench.ts that prints the same lines. Prints a page of Markdown.
 */

const [other, ...given] = process.argv.slice(2);
if (other === undefined) throw new Error('which other checkout?');
const sizes = given.length > 0 ? given : ['300', '3000', '30000'];

/** The cells of each line of its tables. */
async function measured(folder: string, size: string): Promise<readonly (readonly string[])[]> {
  const child = spawn(process.execPath, ['scripts/run.mjs', 'bench/year/bench.ts', size], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const part of child.stdout) said += part;
  const lines = said.split('\n').filter((line) => /^\| [\d,]+ \|/.test(line));
  return lines.map((line) =>
    line
      .slice(2, -2)
      .split('|')
      .map((cell) => cell.trim()),
  );
}

const load = () => loadavg()[0]?.toFixed(1) ?? '?';
console.log('| plan-years, or plans of a form | what | first: before | now | again: before | now | load |');
console.log('| --- | --- | --- | --- | --- | --- | --- |');
for (const size of sizes) {
  const began = load();
  const before = await measured(other, size);
  const between = load();
  const now = await measured('.', size);
  for (const [many = '', what = '', first = '', again = ''] of now) {
    // What only one of them measures has an empty cell.
    const [, , firstBefore = '', againBefore = ''] = before.find(([rows, is]) => rows === many && is === what) ?? [];
    const cells = [many, what, firstBefore, first, againBefore, again, `${began}, ${between}`];
    console.log(`| ${cells.map((cell) => cell.replaceAll('|', '').trim()).join(' | ')} |`);
  }
}
