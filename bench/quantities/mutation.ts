// Changes the reader in thousands of small ways and counts how many the tests notice: node scripts/run.mjs bench/quantities/mutation.ts
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const report = 'node_modules/.cache/mutation-quantities.json';
const least = 85;

interface Report {
  readonly files: Readonly<Record<string, { readonly mutants: readonly { readonly status: string }[] }>>;
}

// A report of an earlier run must not be taken for this one's.
rmSync(report, { force: true });
// By this Node: the one on the PATH may be older than Stryker takes.
const { status } = spawnSync(
  process.execPath,
  ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', 'packages/quantities/stryker.config.json'],
  { stdio: 'inherit' },
);
const counts = new Map<string, number>();
for (const { mutants } of Object.values((JSON.parse(readFileSync(report, 'utf8')) as Report).files))
  for (const mutant of mutants) counts.set(mutant.status, (counts.get(mutant.status) ?? 0) + 1);

const of = (...names: string[]) => names.reduce((sum, name) => sum + (counts.get(name) ?? 0), 0);
const noticed = of('Killed', 'Timeout');
const unnoticed = of('Survived', 'NoCoverage');
const score = (100 * noticed) / (noticed + unnoticed);
const passed = status === 0 && score >= least;
console.log(
  JSON.stringify({
    summary: {
      score: Number(score.toFixed(2)),
      least,
      noticed,
      unnoticed,
      ignored: of('Ignored'),
      passed: passed ? 1 : 0,
      failed: passed ? 0 : 1,
    },
  }),
);
process.exitCode = passed ? 0 : 1;
