import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { read, type PlanReading, type Reading } from '@guankao/reading';
import {
  findingsOf,
  outsidersSet,
  pointsAt,
  rowNamed,
  saidOf,
  sentencesAsFiling,
  touch,
  type OutsidersRow,
  type OutsidersSentence,
} from '../../packages/cli/src/bench/outsiders.ts';

/** How far texts by outsiders are read rightly: node scripts/run.mjs bench/outsiders/score.ts [FOLDER] [--details] */

const here = 'bench/outsiders';
const [asked] = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const details = process.argv.includes('--details');
const folder = asked ?? join(process.cwd(), 'bench', 'outsiders', newest());

function newest(): string {
  const sets = readdirSync(join(process.cwd(), 'bench', 'outsiders')).filter((name) => /^\d{4}-/.test(name));
  const last = sets.toSorted().at(-1);
  if (last === undefined) throw new Error(`no set in ${here}`);
  return last;
}

interface Tally {
  rows: number;
  falseErrors: number;
  errors: number;
  faults: number;
  found: number;
  judged: number;
  right: number;
  missed: number;
  calledMet: number;
}

function scoreFile(name: string, reading: Reading, expected: readonly OutsidersRow[]): Tally {
  const tally: Tally = {
    rows: 0,
    falseErrors: 0,
    errors: 0,
    faults: 0,
    found: 0,
    judged: 0,
    right: 0,
    missed: 0,
    calledMet: 0,
  };
  const say = (line: string) => details && console.log(`  ${name}: ${line}`);
  for (const row of expected) {
    const plan = rowNamed(reading, row.row);
    if (plan === undefined) {
      say(`no row ${row.row}`);
      continue;
    }
    tally.rows += 1;
    const findings = findingsOf(reading, plan);
    for (const finding of findings.filter(({ severity }) => severity === 'error')) {
      tally.errors += 1;
      if (row.faults.some((fault) => pointsAt(finding, fault))) continue;
      tally.falseErrors += 1;
      say(`false error ${finding.rule} in ${row.row}: ${finding.message['zh-Hant']}`);
    }
    for (const fault of row.faults.filter(({ optional }) => optional !== true)) {
      tally.faults += 1;
      if (findings.some((finding) => finding.severity !== 'question' && pointsAt(finding, fault))) tally.found += 1;
      else say(`not found ${fault.kind} in ${row.row}: ${fault.words}`);
    }
    judge(plan, row, tally, say);
  }
  return tally;
}

function judge(plan: PlanReading, row: OutsidersRow, tally: Tally, say: (line: string) => unknown): void {
  for (const wanted of row.indicators) {
    const own = plan.indicators.filter(({ target }) => isAsked(target.value, wanted));
    const best = own.find(({ label }) => touch(label, wanted.label)) ?? own[0];
    const met = best?.met ?? null;
    tally.judged += 1;
    if (met === wanted.met) tally.right += 1;
    else
      say(
        `met ${String(met)}, should be ${String(wanted.met)} in ${row.row}: ${wanted.label} ${wanted.target ?? ''} (${best?.reason ?? 'no such target'})`,
      );
    if (wanted.met !== false) continue;
    tally.missed += 1;
    if (met === true) tally.calledMet += 1;
  }
}

/** By the contract 0.5‰ is 0.05 in percent numbers, and 4,200千瓩 are 4,200,000瓩; some sets label them as printed. */
function isAsked(
  value: number | null,
  { target, unit }: { readonly target: number | null; readonly unit: string | null },
) {
  return (
    value === target ||
    (unit === '‰' && value !== null && target !== null && Math.abs(value * 10 - target) < 1e-9) ||
    (unit === '千瓩' && target !== null && value === target * 1000)
  );
}

const ratio = (part: number, all: number): string => `${part}/${all} (${all === 0 ? '—' : (part / all).toFixed(3)})`;

/** Each sentence alone in the execution column of a row that says nothing else. */
async function scoreSentences(sentences: readonly OutsidersSentence[]): Promise<void> {
  const { reading } = await read(sentencesAsFiling(sentences));
  const byKind = new Map<string, { sound: number; errors: number; warnings: number; wrong: number; found: number }>();
  for (const [at, sentence] of sentences.entries()) {
    const { text, sound, kind } = sentence;
    const findings = saidOf(reading, sentence, at);
    const tally = byKind.get(kind) ?? { sound: 0, errors: 0, warnings: 0, wrong: 0, found: 0 };
    byKind.set(kind, tally);
    const [error, warning] = ['error', 'warning'].map((severity) => findings.find((one) => one.severity === severity));
    if (sound) {
      tally.sound += 1;
      if (error !== undefined) tally.errors += 1;
      else if (warning !== undefined) tally.warnings += 1;
      const said = error ?? warning;
      if (details && said !== undefined) console.log(`  accused (${said.severity} ${said.rule}): ${text}`);
    } else {
      tally.wrong += 1;
      if (error !== undefined || warning !== undefined) tally.found += 1;
      else if (details) console.log(`  not seen (${kind}): ${text}`);
    }
  }
  const sum = { sound: 0, errors: 0, warnings: 0, wrong: 0, found: 0 };
  for (const [kind, tally] of byKind) {
    console.log(
      `  ${kind.padEnd(28)} sound ${tally.sound}, errors ${tally.errors}, warnings ${tally.warnings}; wrong ${tally.wrong}, found ${tally.found}`,
    );
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += tally[key];
  }
  console.log(
    `sentences: sound accused by an error ${ratio(sum.errors, sum.sound)}, by a warning ${ratio(sum.warnings, sum.sound)}; wrong ones found ${ratio(sum.found, sum.wrong)}`,
  );
}

const { files, sentences } = outsidersSet(folder, basename(folder));
for (const { name, bytes, rows: expected } of files) {
  const { reading } = await read({ name, bytes });
  const { rows, errors, falseErrors, faults, found, judged, right, missed, calledMet } = scoreFile(
    name,
    reading,
    expected,
  );
  console.log(
    `${name}: rows ${rows}/${expected.length}; errors ${errors}, false ${falseErrors}; faults found ${ratio(found, faults)}; met right ${ratio(right, judged)}; missed called met ${calledMet}/${missed}`,
  );
}
await scoreSentences(sentences);
