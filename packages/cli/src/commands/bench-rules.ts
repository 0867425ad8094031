import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { Refusal } from '@guankao/domain';
import { read } from '@guankao/reading';
import { rules } from '@guankao/rules';
import { baselineOf, changesSince, type Baseline } from '../bench/baseline.ts';
import { labelledFilings, type LabelledFiling } from '../bench/labels.ts';
import { measuredIn } from '../bench/adjudicated.ts';
import { mutantsOf } from '../bench/mutants.ts';
import { summaryOf, tryMutants, type MutantOutcome } from '../bench/mutation.ts';
import { seeded } from '../bench/random.ts';
import { markdown } from '../bench/report.ts';
import { scoresOf, type Measured } from '../bench/scores.ts';
import { speedOf, type Speed } from '../bench/speed.ts';
import type { Arguments } from '../command.ts';
import { version } from '../settings.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

const usualSeed = 113;
const batches = [10, 100, 1000];

/**
 * `guankao bench rules [--seed N] [--mutants N] [--speed] [--report FILE] [--keep RELEASE] [--measured]`:
 * measures every rule on the labelled corpus of this checkout and prints the table, or writes it to FILE.
 * Exit code 1 when a rule got worse than corpus/baseline.json says, or a labelled filing was refused; `--keep` writes a new baseline instead.
 * `--measured` writes packages/rules/measured.json, by which the rules say what they have earned to say.
 */
export async function benchRulesCommand(terminal: Terminal, { values }: Arguments): Promise<ExitCode> {
  const labelled = labelledFilings(checkout(terminal.cwd));
  const seed = numberAsked(values['seed'], 'seed') ?? usualSeed;
  const most = numberAsked(values['mutants'], 'mutants');
  const measured = await measure(terminal, labelled);
  const filings = measured.map(({ filing }) => filing);
  const ids = rules.map(({ meta }) => meta.id);
  const scores = scoresOf(measured, ids);
  // Only what stands in the repository decides whether a rule got worse: everyone's checkout says the same.
  const ours = scoresOf(
    measured.filter(({ filing }) => filing.ours),
    ids,
  );
  const now = baselineOf(typeof values['keep'] === 'string' ? values['keep'] : 'now', measured, ours);
  const before = storedBaseline(terminal.cwd);
  const changes = before === null ? null : changesSince(before, now);
  const outcomes = await mutate(filings, seed, most);
  const date = terminal.now().toISOString().slice(0, 10);
  const adjudicated = await measuredIn(terminal.cwd, labelled, { date, release: version });
  const page = markdown({
    date,
    adjudicated,
    seed,
    filings: measured.map(({ filing, reading }) => ({
      name: filing.name,
      rows: filing.plans.length,
      claims: filing.claims.length,
      findings: reading.findings.length,
    })),
    scores,
    changes,
    mutation: summaryOf(outcomes),
    escaped: outcomes.filter(({ caught }) => !caught),
    noisy: outcomes.filter(({ unrelated }) => unrelated.length > 0),
    speed: values['speed'] === true ? await timed(filings) : null,
  });
  if (values['measured'] === true)
    writeFileSync(join(terminal.cwd, 'packages/rules/measured.json'), `${JSON.stringify(adjudicated, null, 1)}\n`);
  if (typeof values['report'] === 'string') writeFileSync(values['report'], page);
  else terminal.out(page);
  if (typeof values['keep'] === 'string')
    writeFileSync(baselinePath(terminal.cwd), `${JSON.stringify(now, null, 1)}\n`);
  else if (filings.length < labelled.length || (changes?.worse.length ?? 0) > 0) return exit.errorFound;
  return exit.well;
}

/** A labelled filing that is refused is no measure of the rules, but it is said and counted as worse. */
async function measure(terminal: Terminal, filings: readonly LabelledFiling[]): Promise<readonly Measured[]> {
  const measured: Measured[] = [];
  for (const filing of filings) {
    try {
      measured.push({ filing, reading: (await read(filing.file)).reading });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      terminal.err(`guankao: ${filing.name}: ${error.inBothLanguages[terminal.lang]}\n`);
    }
  }
  return measured;
}

async function mutate(
  filings: readonly LabelledFiling[],
  seed: number,
  most = Infinity,
): Promise<readonly MutantOutcome[]> {
  const outcomes: MutantOutcome[] = [];
  for await (const outcome of tryMutants(mutantsOf(filings, seeded(seed)).slice(0, most))) outcomes.push(outcome);
  return outcomes;
}

/** The real filing where it is at hand, or else the example. */
async function timed(filings: readonly LabelledFiling[]): Promise<Speed | null> {
  const filing = filings.find(({ ours }) => !ours) ?? filings[0];
  return filing === undefined
    ? null
    : speedOf(filing, batches, {
        wall: () => performance.now(),
        processor: processorTime,
        load: () => [loadavg()[0] ?? Number.NaN, cpus().length],
      });
}

/** Of this process, all its threads. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function checkout(folder: string): string {
  if (existsSync(join(folder, 'corpus'))) return folder;
  throw new Refusal('no-corpus', 404, {
    'zh-Hant': `「${folder}」沒有 corpus 資料夾。規則是以專案裡標註過的情形表量測的，請在專案的原始碼資料夾執行。`,
    en: `there is no corpus folder in ${folder}. Rules are measured on the labelled filings of the project: run this in a checkout of it.`,
  });
}

function baselinePath(root: string): string {
  return join(root, 'corpus/baseline.json');
}

function storedBaseline(root: string): Baseline | null {
  return existsSync(baselinePath(root)) ? JSON.parse(readFileSync(baselinePath(root), 'utf8')) : null;
}

function numberAsked(value: string | boolean | undefined, name: string): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `--${name} 要的是不小於 0 的整數，收到「${String(value)}」。`,
    en: `--${name} takes a whole number of 0 or more; it was given "${String(value)}".`,
  });
}
