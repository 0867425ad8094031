// The long proofs, too slow for npm test: npm run prove [-- NAME …]
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findNode24 } from '../bin/node24.mjs';
import { root } from './bundling.mjs';
import { say } from './say.mjs';
import { asScript, setup } from './setup.mjs';

/** Name, what it shows, and how: a program that prints lines, the last one JSON with a `summary` of `passed` and `failed`. */
const proofs = [
  {
    name: 'hold',
    shows: '60 texts and 60 files, two thirds of them hostile, from four askers at once: the site goes on answering',
    program: 'bench/hold/main.ts',
    words: [],
  },
  {
    name: 'growth',
    shows: 'how the time of a check grows with its text: 40 hostile patterns and 20 honest ones to 100,000 characters',
    program: 'bench/growth/texts.ts',
    words: [],
  },
  {
    name: 'growth-of-files',
    shows: 'how the time of a reading grows with its file: hostile files of each format, and rows of the form',
    program: 'bench/growth/files.ts',
    words: [],
  },
  {
    name: 'kill-during-import',
    shows: '20 rounds of kill -9 during imports: acknowledged ones whole, others absent, the database opens',
    program: 'bench/store/kill-during-import.ts',
    words: ['20'],
  },
  {
    name: 'damaged-files',
    shows: '2,000 damaged files for each reader: no crash, no hang, memory bounded',
    program: 'bench/documents/fuzz.ts',
    words: ['2000'],
  },
  {
    name: 'quantities-mutants',
    shows: 'mutation score of the package quantities',
    program: 'bench/quantities/mutation.ts',
    words: [],
  },
  {
    name: 'first-answer',
    shows: 'first and second start, a whole read, and a new clone up to its first page',
    program: 'bench/program/first-answer.ts',
    words: ['clone'],
  },
  {
    name: 'true-sentences',
    shows: '1,000,000 sentences of a grammar that hold: none accused; each with one figure moved: caught, by kind',
    program: 'bench/true-sentences/prove.ts',
    words: ['1000000'],
  },
  {
    name: 'typed-years',
    shows: '2,000 random years, typed, published, read back and exported in six formats: as they were typed',
    program: 'bench/typed-years/prove.ts',
    words: ['2000'],
  },
  {
    name: 'money-files',
    shows: '1,000 shuffled money files with plans of one name at several agencies: no amount on a wrong row',
    program: 'bench/money-files/prove.ts',
    words: ['1000'],
  },
  {
    name: 'tamper',
    shows:
      '1,000 changes of fifteen kinds by the owner of the database: each found, its place named, and by which look',
    program: 'bench/log/tamper.ts',
    words: ['1000'],
  },
  {
    name: 'log-speed',
    shows:
      'the log beside the same without it: 1,000,000 events integrated and verified, commands, signed heads, lists as of a day',
    program: 'bench/log/speed.ts',
    words: ['1000000', '30000', '300000'],
  },
  {
    name: 'collection',
    shows: "500 years' collection files, filled in, spoilt and dropped in together: no text lost or on a wrong row",
    program: 'bench/collection/prove.ts',
    words: ['500'],
  },
  {
    name: 'ministry-year',
    shows:
      "a ministry's year by a script that knows only /openapi.json: nothing typed twice, the form read back the same",
    program: 'bench/ministry-year/prove.ts',
    words: ['6', '49', '12'],
  },
  {
    name: 'a-year',
    shows: 'lists, search, pages, saving and forms from 300 to 30,000 plan-years',
    program: 'bench/year/bench.ts',
    words: ['300', '3000', '30000'],
  },
];

await asScript(async () => {
  await setup({ withTests: true });
  const asked = process.argv.slice(2);
  const chosen = proofs.filter(({ name }) => asked.length === 0 || asked.includes(name));
  const unknown = asked.filter((name) => !proofs.some((proof) => proof.name === name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}? ${proofs.map(({ name }) => name).join(', ')}`);
  let failed = 0;
  for (const proof of chosen) failed += (await prove(proof)) ? 0 : 1;
  console.log(`${chosen.length - failed} passed, ${failed} failed, 0 skipped`);
  process.exitCode = failed === 0 ? 0 : 1;
});

async function prove({ name, shows, program, words }) {
  say(`${name}：${shows}`, `${name}: ${shows}`);
  const began = new Date();
  const { code, lines } = await run(['scripts/run.mjs', program, ...words]);
  const file = join(root, 'bench', 'results', `${began.toISOString().slice(0, 10)}-${name}.txt`);
  mkdirSync(join(root, 'bench', 'results'), { recursive: true });
  writeFileSync(file, `${[headOf(program, words, began), ...lines].join('\n')}\n`);
  say(`寫入 ${file}`, `written to ${file}`);
  return code === 0;
}

function headOf(program, words, began) {
  const command = ['node', 'scripts/run.mjs', program, ...words].join(' ');
  return `${began.toISOString()}  ${process.platform}-${process.arch}, ${availableParallelism()} cores\n$ ${command}`;
}

/** Runs it with Node 24, shows what it prints, and keeps it. */
function run(words) {
  return new Promise((resolve) => {
    const child = spawn(findNode24(), words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    child.stdout.on('data', (part) => {
      process.stdout.write(part);
      text += part;
    });
    child.on('close', (code) => resolve({ code, lines: text.trimEnd().split('\n') }));
  });
}
