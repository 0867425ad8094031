// What becomes of small documents with several office quirks at once, made at random from seeds (tests/formats/office):
// node scripts/run.mjs bench/documents/office.ts [FROM TO] [--details]
// Ends with 1 where a value is wrong and nothing says that it may be, or a plan is invented.
import { read } from '@guankao/reading';
import { generated } from '../../tests/formats/office/generate.ts';
import { judge } from '../../tests/formats/office/judge.ts';
import type { Format } from '../../tests/formats/office/model.ts';

const numbers = process.argv.slice(2).filter((word) => /^\d+$/.test(word));
const [from = 1, to = 500] = numbers.map(Number);
const details = process.argv.includes('--details');

interface Counts {
  documents: number;
  right: number;
  wrong: number;
  doubtful: number;
  invented: number;
  missed: number;
}

const nothing: Counts = { documents: 0, right: 0, wrong: 0, doubtful: 0, invented: 0, missed: 0 };
const byFormat = new Map<Format, Counts>();

for (let seed = from; seed <= to; seed += 1) {
  const file = generated(seed);
  const { reading } = await read({ name: file.name, bytes: file.bytes });
  const { wrong, doubtful, invented, missed } = judge(reading, file.expected, file.unit);
  const counts = byFormat.get(file.format) ?? { ...nothing };
  byFormat.set(file.format, counts);
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
  else if (details) console.log(`${seed} ${file.format} [${file.quirks.join(', ')}]\n  ${said.join('\n  ')}`);
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

function print(name: string, { documents, right, wrong, doubtful, invented, missed }: Counts): void {
  console.log(`| ${name} | ${documents} | ${right} | ${wrong} | ${doubtful} | ${invented} | ${missed} |`);
}
