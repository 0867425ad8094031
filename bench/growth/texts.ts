// How the time of a check grows with the text: node scripts/run.mjs bench/growth/texts.ts [PATTERN …]
// Fails where twice the text takes more than 2.5 times as long, or a text longer than its limit.
import type { TextColumn } from '@guankao/domain';
import { pastedForm, readDocument, typedDocument, type PastedRow } from '@guankao/reading';
import { runCases, tell } from './children.ts';
import { measured } from './measure.ts';
import { patterns } from './patterns.ts';

/** Characters in each field that is filled. */
const sizes = [781, 1_562, 3_125, 6_250, 12_500, 25_000, 50_000, 100_000];
/** Milliseconds of CPU for a row whose fields hold so many characters each. */
const limitOf = (size: number): number => (size <= 25_000 ? 1_000 : 3_000);

const texts: readonly TextColumn[] = ['goals', 'explanation', 'execution', 'plannedWork'];
const fillings: readonly (readonly TextColumn[])[] = [
  ...texts.map((field) => [field]),
  ['goals', 'explanation'],
  texts,
];

if (process.send === undefined) await parent(process.argv.slice(2));
else await child(process.argv[2] ?? '');

async function parent(names: readonly string[]): Promise<void> {
  const chosen = patterns.filter(
    ({ name, kind }) => names.length === 0 || names.includes(name) || names.includes(kind),
  );
  const cases = chosen.map(({ name }) => ({ name, words: [name] }));
  process.exitCode = (await runCases(import.meta.url, cases, limitOf)) ? 0 : 1;
}

async function child(name: string): Promise<void> {
  const pattern = patterns.find((one) => one.name === name);
  if (pattern === undefined) throw new Error(`no pattern ${name}`);
  for (let warm = 0; warm < 20; warm += 1) await check(rowOf(texts, pattern.text(400)));
  for (const fields of fillings) {
    const of = fields.length === texts.length ? 'all' : fields.join('+');
    await measured(
      sizes,
      async (size) => rowOf(fields, pattern.text(size)),
      check,
      (row) => tell({ of, row }),
    );
  }
  process.exit(0);
}

async function check(row: PastedRow): Promise<void> {
  readDocument(await typedDocument(pastedForm('範例部', 2024, '千元', [row]).form));
}

function rowOf(filled: readonly TextColumn[], text: string): PastedRow {
  return {
    name: '虛構設施興建計畫',
    type: '社會發展',
    period: '112年1月至115年12月',
    approvedTotal: '1,000,000',
    budgetedToDate: '600,000',
    executedToDate: '550,000',
    plannedWork: '辦理虛構設施興建。',
    execution: '已辦理虛構設施興建。',
    goals: '完成虛構設施3座。',
    explanation: '已達成，完成虛構設施3座。',
    ...Object.fromEntries(filled.map((field) => [field, text])),
  };
}
