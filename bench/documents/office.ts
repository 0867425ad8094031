// What becomes of small documents with several office quirks at once, made at random from seeds (tests/formats/office):
// node scripts/run.mjs bench/documents/office.ts [FROM TO] [--details] [--libreoffice]
// --libreoffice: each saved by LibreOffice in another format first, as offices do.
// Ends with 1 where a value is wrong and nothing says that it may be, or a plan is invented.
import { read } from '@guankao/reading';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generated, type GeneratedFile } from '../../tests/formats/office/generate.ts';
import { judge } from '../../tests/formats/office/judge.ts';
import { savedByLibreOffice, soffice, type SavedFile } from '../../tests/formats/office/through-libreoffice.ts';

const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const [from = 1, to = 500] = numbers.map(Number);
const details = process.argv.includes('--details');
const throughLibreOffice = process.argv.includes('--libreoffice');

interface Counts {
  documents: number;
  right: number;
  wrong: number;
  doubtful: number;
  invented: number;
  missed: number;
}

const nothing: Counts = { documents: 0, right: 0, wrong: 0, doubtful: 0, invented: 0, missed: 0 };
const byFormat = new Map<string, Counts>();

for (const file of files()) {
  const { seed } = file;
  const kind = 'way' in file ? file.way : file.format;
  const { reading } = await read({ name: file.name, bytes: file.bytes });
  const { wrong, doubtful, invented, missed } = judge(reading, file.expected, file.unit);
  const counts = byFormat.get(kind) ?? { ...nothing };
  byFormat.set(kind, counts);
  counts.documents += 1;
  counts.wrong += wrong.length;
  counts.doubtful += doubtful.length;
  counts.invented += invented.length;
  counts.missed += missed.length;
  const said = [
    ...wrong.map((each) => `wrong: ${each}`),
    ...doubtful.map((each) => `doubtful: ${each}`),
    ...invented.map((name) => `invented: ${name}`),
    ...missed.map((name) => `missed: ${name}`),
  ];
  if (said.length === 0) counts.right += 1;
  else if (details) console.log(`${seed} ${kind} [${file.quirks.join(', ')}]\n  ${said.join('\n  ')}`);
}

const all = [...byFormat.values()].reduce(
  (sum, counts) => ({
    documents: sum.documents + counts.documents,
    right: sum.right + counts.right,
    wrong: sum.wrong + counts.wrong,
    doubtful: sum.doubtful + counts.doubtful,
    invented: sum.invented + counts.invented,
    missed: sum.missed + counts.missed,
  }),
  nothing,
);
console.log(`# Office quirks, seeds ${from} to ${to}\n`);
console.log(
  '| format | documents | wholly right | values wrong without doubt | doubtful or unread | plans invented | missed |',
);
console.log('| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const [format, counts] of [...byFormat].sort()) print(format, counts);
print('all', all);
process.exitCode = all.wrong + all.invented > 0 ? 1 : 0;

function* files(): Generator<GeneratedFile | SavedFile> {
  const seeds = Array.from({ length: to - from + 1 }, (_, i) => from + i);
  if (!throughLibreOffice) {
    for (const seed of seeds) yield generated(seed);
    return;
  }
  if (soffice === undefined) throw new Error('LibreOffice is not installed');
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  try {
    yield* savedByLibreOffice(seeds, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function print(name: string, { documents, right, wrong, doubtful, invented, missed }: Counts): void {
  console.log(`| ${name} | ${documents} | ${right} | ${wrong} | ${doubtful} | ${invented} | ${missed} |`);
}
