import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Finding } from '@guankao/domain';
import { read, type PlanReading, type Reading } from '@guankao/reading';

/** How far texts by outsiders are read rightly: node scripts/run.mjs bench/outsiders/score.ts [FOLDER] [--details] */

interface Fault {
  readonly kind: string;
  readonly severity: string;
  readonly words: string;
  readonly otherWords?: readonly string[];
  readonly optional?: boolean;
}

interface Expected {
  readonly row: string;
  readonly indicators: readonly {
    readonly label: string;
    readonly target: number | null;
    readonly unit: string | null;
    readonly met: boolean | null;
  }[];
  readonly faults: readonly Fault[];
}

interface Sentence {
  readonly text: string;
  readonly sound: boolean;
  readonly kind: string;
}

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

const plain = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

/** Do two passages speak of the same words? A stretch of four characters with a figure in it, or of six. */
function touch(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  for (let at = 0; at + 4 <= x.length; at++) {
    const four = x.slice(at, at + 4);
    if (/\d/.test(four) && y.includes(four)) return true;
    if (at + 6 <= x.length && y.includes(x.slice(at, at + 6))) return true;
  }
  return x.length < 4 && y.includes(x);
}

function pointsAt(finding: Finding, { words, otherWords = [] }: Fault): boolean {
  return finding.evidence.some(({ text }) => [words, ...otherWords].some((passage) => touch(text, passage)));
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

function scoreFile(name: string, reading: Reading, expected: readonly Expected[]): Tally {
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
    const plan = reading.plans.find(({ name, marker }) =>
      [name, `${marker ?? ''}${name}`].some((one) => plain(one) === plain(row.row)),
    );
    if (plan === undefined) {
      say(`no row ${row.row}`);
      continue;
    }
    tally.rows += 1;
    const findings = reading.findings.filter((one) => one.plan === plan.id && one.doubt === undefined);
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

function judge(plan: PlanReading, row: Expected, tally: Tally, say: (line: string) => unknown): void {
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

/** By the contract 0.5‰ is 0.05 in percent numbers; the first set labels it as printed. */
function isAsked(
  value: number | null,
  { target, unit }: { readonly target: number | null; readonly unit: string | null },
) {
  return (
    value === target || (unit === '‰' && value !== null && target !== null && Math.abs(value * 10 - target) < 1e-9)
  );
}

const ratio = (part: number, all: number): string => `${part}/${all} (${all === 0 ? '—' : (part / all).toFixed(3)})`;

async function readText(name: string, text: string): Promise<Reading> {
  return (await read({ name, bytes: new TextEncoder().encode(text) })).reading;
}

const heads = [
  '虛構署',
  '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
  '中華民國113年度',
  '單位：新臺幣千元',
  '計畫名稱,計畫類型,計畫期程,計畫核定總經費,截至本年度已編列預算數,截至本年底止累計執行數,本年度預定工作摘要,本年度執行情形說明,績效目標及本年度目標值,年度績效目標已達成或未達成之說明',
];

/** Each sentence alone in the execution column of a row that says nothing else. */
async function scoreSentences(sentences: readonly Sentence[]): Promise<void> {
  const rows = sentences.map(
    ({ text }, at) =>
      `第${at + 1}號計畫,社會發展,112年1月至115年12月,"300,000","120,000","114,000",辦理相關作業。,"${text.replaceAll('"', '""')}",完成相關作業。,如執行情形。`,
  );
  const reading = await readText('sentences.csv', [...heads, ...rows].join('\n'));
  const byKind = new Map<string, { sound: number; errors: number; warnings: number; wrong: number; found: number }>();
  for (const [at, { text, sound, kind }] of sentences.entries()) {
    const plan = reading.plans.find(({ name }) => name === `第${at + 1}號計畫`);
    const findings = reading.findings.filter(
      (one) =>
        one.plan === plan?.id && one.evidence.some((cited) => touch(cited.text, text)) && one.doubt === undefined,
    );
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

for (const file of readdirSync(folder).filter((name) => /^(?:filing|rows).*\.(?:csv|txt)$/.test(name))) {
  const path = join(folder, file);
  const expected = JSON.parse(readFileSync(path.replace(/\.[^.]+$/, '.expected.json'), 'utf8')) as readonly Expected[];
  const { reading } = await read({ name: file, bytes: new Uint8Array(readFileSync(path)) });
  const { rows, errors, falseErrors, faults, found, judged, right, missed, calledMet } = scoreFile(
    basename(file),
    reading,
    expected,
  );
  console.log(
    `${file}: rows ${rows}/${expected.length}; errors ${errors}, false ${falseErrors}; faults found ${ratio(found, faults)}; met right ${ratio(right, judged)}; missed called met ${calledMet}/${missed}`,
  );
}
await scoreSentences(JSON.parse(readFileSync(join(folder, 'sentences.json'), 'utf8')) as readonly Sentence[]);
