// npm test [-- types format lint unused unit formats integration browser] [FILE …]: everything, from a clean clone; of
// the parts that are tests, only files whose path holds one of those named. With CI set, the files of up to three failures
// are run once more by themselves; what fails then, fails, and what passes then is named all the same.
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
  const counts = counted ? await runTests(words, files) : await runCheck(name, words);
  return { name, ...counts, seconds: (Date.now() - began) / 1000 };
}

async function runCheck(name, words) {
  const code = await run(words);
  const failed = code === 0 ? [] : [{ file: '', name, why: `exit ${code}` }];
  return { passed: code === 0 ? 1 : 0, failed, skipped: [], again: [] };
}

async function runTests(words, files) {
  const counts = await countTests(words, files);
  const broken = [...new Set(counts.failed.map(({ file }) => file))];
  const few = broken.length > 0 && broken.length <= 3 && !broken.includes('');
  if (!few || process.env.CI === undefined) return { ...counts, again: [] };
  // On a machine that others keep busy a wait can end too early: whether that was it shows when nothing else runs.
  console.log(`\n── ${broken.join(', ')} ──`);
  const { failed } = await countTests(words, broken);
  const still = ({ file, name }) =>
    failed.some((one) => one.file === '' || (one.file === file && (one.name === name || one.name === '')));
  const again = counts.failed.filter((one) => one.name !== '' && !still(one));
  return {
    ...counts,
    passed: counts.passed + again.length,
    failed: counts.failed.filter((one) => !again.includes(one)),
    again,
  };
}

async function countTests(words, files) {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-counts-'));
  const file = join(folder, 'counts.json');
  const code = await run([...words, ...files], { COUNTS_FILE: file });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passed: 0, failed: [], skipped: [] };
  rmSync(folder, { recursive: true, force: true });
  // A run that fails beside its tests (a worker that died) is a failure too.
  if (code !== 0 && counts.failed.length === 0) counts.failed.push({ file: '', name: 'vitest', why: `exit ${code}` });
  return counts;
}

/** With Node 24 and its folder first on the path, for what the tests start in turn. Nothing is asked of a person. */
function run(words, extra = {}) {
  const env = { ...process.env, ...extra, NODE_ENV: 'test' };
  return new Promise((resolve) => {
    const child = spawn(findNode24(), words, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

function sumUp(results) {
  const all = (key) => results.flatMap((result) => result[key]);
  list(
    '略過的測試：',
    'Skipped:',
    all('skipped').map(({ name, why }) => [name, why]),
  );
  const told = ({ file, name, why }) => [[file, name].filter(Boolean).join(': '), why];
  list(
    '第一次沒有通過，單獨再跑才通過：',
    'Failed at first, passed when run again by themselves:',
    all('again').map(told),
  );
  list('沒有通過：', 'Failed:', all('failed').map(told));
  console.log('');
  const line = (passed, failed, skipped) => `${passed} passed, ${failed} failed, ${skipped} skipped`;
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(`${name.padEnd(12)} ${line(passed, failed.length, skipped.length)}  (${seconds.toFixed(1)} s)`);
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  process.exitCode = all('failed').length > 0 ? 1 : 0;
  console.log(line(passed, all('failed').length, all('skipped').length));
}

/** @param {readonly (readonly [string, string])[]} entries what is listed, and why */
function list(chinese, english, entries) {
  if (entries.length === 0) return;
  console.log('');
  say(chinese, english);
  for (const [what, why] of entries) say(`  ${what}：${why || '未說明原因'}`, `  ${what}: ${why || 'no reason given'}`);
}
