// How well fused rows are split. Fuses neighbouring right-hand rows of text filings at random, the way conversions do,
// reads the result, and counts in how many cells the texts came back as they were read before:
//   node scripts/run.mjs packages/filings/fuse.ts FILE… [--rounds 40] [--plain] [--seamless] [--show]
// --plain also takes the paragraph marks away; --seamless the blanks between the texts too, so that only numbering,
// sentences and words are left to go by.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDocument } from '../documents/src/index.ts';
import type { Filing } from '../domain/src/index.ts';
import { readFiling } from './src/index.ts';

const args = process.argv.slice(2);
const rounds = Number(args[args.indexOf('--rounds') + 1]) || 40;
const files = args.filter((arg) => !arg.startsWith('--') && !/^\d+$/.test(arg));
const seamless = args.includes('--seamless');
const [plain, show] = [seamless || args.includes('--plain'), args.includes('--show')];
const columns = ['execution', 'goals', 'explanation'] as const;

/** A small generator with a seed, so that a run can be repeated. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
}

const isRight = (line: string) => line.split('\t').length === 3 && !/說明\t|情形\t/.test(line);

function fused(text: string, next: () => number): string {
  const lines: string[] = [];
  for (const line of text.split('\n')) {
    const last = lines.at(-1);
    const cells = line.split('\t');
    if (last !== undefined && isRight(line) && isRight(last) && next() < 0.5) {
      lines[lines.length - 1] = last
        .split('\t')
        .map((cell, i) => [cell, cells[i]].filter(Boolean).join(seamless ? '' : ' '))
        .join('\t');
    } else lines.push(line);
  }
  const whole = lines.join('\n');
  return plain ? whole.replace(/<\/?p> ?/g, '') : whole;
}

async function read(name: string, text: string): Promise<Filing> {
  return readFiling(await openDocument({ name, bytes: new TextEncoder().encode(text) }));
}

const bare = (filing: Filing, i: number, column: (typeof columns)[number]) =>
  (filing.plans[i]?.[column] ?? [])
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '');

let [cells, right, sure, sureRight] = [0, 0, 0, 0];
for (const file of files) {
  const text = readFileSync(file, 'utf8');
  const whole = await read(basename(file), text);
  const next = random(7);
  for (let round = 0; round < rounds; round++) {
    const filing = await read(basename(file), fused(text, next));
    filing.plans.forEach((plan, i) => {
      for (const column of columns) {
        const same = bare(filing, i, column) === bare(whole, i, column);
        cells++;
        if (same) right++;
        if (plan.join.confidence >= 0.9) {
          sure++;
          if (same) sureRight++;
        }
        if (!same && show)
          console.log(
            `round ${round} ${plan.name.value} ${column} ${plan.join.confidence}\n  want ${bare(whole, i, column)}\n  got  ${bare(filing, i, column)}`,
          );
      }
    });
  }
}
const share = (part: number, all: number) => (all === 0 ? '—' : `${((100 * part) / all).toFixed(2)}%`);
console.log(
  `${cells} cells, right ${share(right, cells)}; of ${sure} with confidence 0.9 or more, right ${share(sureRight, sure)}`,
);
