// npm test [-- types format lint unused unit formats integration browser] [FILE …]: everything, from a clean clone; of
// the parts that are tests, only files whose path holds one of those named.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findNode24 } from '../bin/node24.mjs';
import { root } from './bundling.mjs';
import { say } from './say.mjs';
import { asScript, setup } from './setup.mjs';

const vitest = [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--reporter=default',
  '--reporter=./scripts/counting-reporter.mjs',
];

/** In the order of their cost. A part that is not counted by tests counts as one. On a busy machine five seconds are no sign of a fault. */
const parts = [
  { name: 'types', words: ['node_modules/typescript/bin/tsc', '--noEmit'], counted: false },
  { name: 'format', words: ['node_modules/oxfmt/bin/oxfmt', '--check'], counted: false },
  { name: 'lint', words: ['node_modules/oxlint/bin/oxlint', '--deny-warnings'], counted: false },
  { name: 'unused', words: ['node_modules/knip/bin/knip.js'], counted: false },
  { name: 'unit', words: [...vitest, '--project', 'unit', '--testTimeout=60000'], counted: true },
  { name: 'formats', words: [...vitest, '--project', 'formats'], counted: true },
  { name: 'integration', words: [...vitest, '--project', 'integration'], counted: true },
  { name: 'browser', words: [...vitest, '--project', 'browser'], counted: true },
];

await asScript(async () => {
  const files = process.argv.slice(2).filter((word) => word.includes('/'));
  const asked = process.argv.slice(2).filter((word) => !files.includes(word));
  const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}? ${parts.map(({ name }) => name).join(', ')}`);
  await setup({ withTests: true });
  const results = [];
  for (const part of parts) {
    if (asked.length === 0 || asked.includes(part.name))
      results.push({ name: part.name, ...(await runPart(part, files)) });
  }
  sumUp(results);
});

async function runPart({ name, words, counted }, files) {
  console.log(`\n── ${name} ──`);
  const began = Date.now();
  const folder = mkdtempSync(join(tmpdir(), 'guankao-counts-'));
  const file = join(folder, 'counts.json');
  const code = await run(counted ? [...words, ...files] : words, { COUNTS_FILE: file });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: 0, skipped: [] };
  rmSync(folder, { recursive: true, force: true });
  const seconds = (Date.now() - began) / 1000;
  if (!counted) return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: [], seconds };
  // A run that fails beside its tests (a worker that died, a thrown promise) is a failure too.
  return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed, seconds };
}

/** With Node 24 and its folder first on the path, for what the tests start in turn. Nothing is asked of a person. */
function run(words, extra) {
  const env = { ...process.env, ...extra, NODE_ENV: 'test' };
  return new Promise((resolve) => {
    const child = spawn(findNode24(), words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function sumUp(results) {
  const skipped = results.flatMap((result) => result.skipped);
  if (skipped.length > 0) {
    console.log('');
    say('略過的測試：', 'Skipped:');
    for (const { name, why } of skipped)
      say(`  ${name}：${why || '未說明原因'}`, `  ${name}: ${why || 'no reason given'}`);
  }
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of results) {
    console.log(
      `${name.padEnd(12)} ${passed} passed, ${failed} failed, ${skipped.length} skipped  (${seconds.toFixed(1)} s)`,
    );
  }
  const total = (key) =>
    results.reduce((sum, result) => sum + (key === 'skipped' ? result.skipped.length : result[key]), 0);
  process.exitCode = total('failed') > 0 ? 1 : 0;
  console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
}
