// Scores the reader on the corpus: node scripts/run.mjs packages/quantities/score.ts [FILE…] [--details]
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readCorpus } from './corpus/read-corpus.ts';
import { score } from './corpus/score.ts';

const args = process.argv.slice(2);
const folder = 'packages/quantities/corpus';
const named = args.filter((arg) => !arg.startsWith('--'));
const files =
  named.length > 0
    ? named
    : readdirSync(folder)
        .filter((file) => file.endsWith('.txt') && file !== 'fresh.txt')
        .map((file) => join(folder, file));
const lines = files.map((file) => readCorpus(readFileSync(file, 'utf8')));

for (const [i, file] of files.entries()) print(basename(file), lines[i] ?? []);
if (files.length > 1) print('all', lines.flat());

function print(name: string, of: (typeof lines)[number]): void {
  const { f1, labelled, wrong, emptyLines, cleanLines, misses } = score(of);
  const clean = emptyLines === 0 ? '—' : `${((100 * cleanLines) / emptyLines).toFixed(1)} %`;
  console.log(
    `${name.padEnd(16)} lines ${String(of.length).padStart(5)}  quantities ${String(labelled).padStart(5)}  F1 ${f1.toFixed(3)}  wrong ${wrong}  clean ${clean} of ${emptyLines}`,
  );
  if (args.includes('--details') && name !== 'all') for (const miss of misses) console.log(`  ${miss}`);
}
