import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAboutFiling, type Finding } from '@guankao/domain';
import type { Measured, Tally } from '@guankao/rules';
import { read } from '@guankao/reading';
import type { LabelledFiling } from './labels.ts';
import { paired } from './pairing.ts';
import { points } from './phrases.ts';
import {
  findingsOf,
  outsidersSets,
  pointsAt,
  rowNamed,
  saidOf,
  sentencesAsFiling,
  type OutsidersSet,
} from './outsiders.ts';

type AdjudicatedRules = Readonly<Record<string, Tally>>;

/**
 * Errors of each rule on all that people labelled in the checkout at `root`, and how each set of an outsider went when it was
 * met for the first time (bench/outsiders/first-contact.json). Only what stands in the repository counts: everybody's
 * checkout says the same.
 */
export async function measuredIn(
  root: string,
  labelled: readonly LabelledFiling[],
  { date, release }: Pick<Measured, 'date' | 'release'>,
): Promise<Measured> {
  const folder = 'bench/outsiders';
  const sets = outsidersSets(join(root, folder));
  const found = [await adjudicatedOnLabels(labelled.filter(({ ours }) => ours))];
  for (const set of sets) found.push(await adjudicatedByOutsiders(set));
  const contact = join(root, folder, 'first-contact.json');
  return {
    schema: 'guankao/measured@1',
    date,
    release,
    firstContact: existsSync(contact) ? (JSON.parse(readFileSync(contact, 'utf8')) as Measured['firstContact']) : [],
    now: { pools: ['corpus', ...sets.map(({ name }) => `${folder}/${name}`)], rules: added(found) },
  };
}

function added(all: readonly AdjudicatedRules[]): AdjudicatedRules {
  const sums = new Map<string, Tally>();
  for (const [rule, { right, wrong }] of all.flatMap((one) => Object.entries(one))) {
    const sum = sums.get(rule) ?? { right: 0, wrong: 0 };
    sums.set(rule, { right: sum.right + right, wrong: sum.wrong + wrong });
  }
  return Object.fromEntries([...sums].toSorted(([a], [b]) => a.localeCompare(b)));
}

interface Judged {
  readonly rule: string;
  readonly right: boolean;
}

/** Errors on what outsiders wrote: right where one of them points at a fault that the outsider names, wrong everywhere else. */
export async function adjudicatedByOutsiders({ files, sentences }: OutsidersSet): Promise<AdjudicatedRules> {
  const judged: Judged[] = [];
  for (const { name, bytes, rows } of files) {
    const { reading } = await read({ name, bytes });
    for (const { row, faults } of rows)
      for (const finding of findingsOf(reading, rowNamed(reading, row)).filter(isError))
        judged.push({ rule: finding.rule, right: faults.some((fault) => pointsAt(finding, fault)) });
  }
  const { reading } = await read(sentencesAsFiling(sentences));
  for (const [at, sentence] of sentences.entries())
    for (const { rule } of saidOf(reading, sentence, at).filter(isError)) judged.push({ rule, right: !sentence.sound });
  return tallied(judged);
}

/** Errors on labelled rows: right where one points at the words of a labelled fault or doubt. */
async function adjudicatedOnLabels(filings: readonly LabelledFiling[]): Promise<AdjudicatedRules> {
  const judged: Judged[] = [];
  for (const { file, plans, claims } of filings) {
    const { reading } = await read(file);
    const rows = paired(plans, reading);
    const labelled = new Map([...rows].map(([label, row]) => [row.id, label]));
    for (const finding of reading.findings.filter((one) => isError(one) && isAboutFiling(one))) {
      const label = finding.plan === null ? undefined : labelled.get(finding.plan);
      if (label === undefined) continue;
      const right = claims.some(
        ({ planId, holds, texts }) =>
          planId === label &&
          holds !== true &&
          finding.evidence.some(({ text }) => texts.some((words) => points(text, words))),
      );
      judged.push({ rule: finding.rule, right });
    }
  }
  return tallied(judged);
}

/** What the rule calls an error, also where it has not earned that others see it as one. */
const isError = ({ severity, unearned }: Finding): boolean => severity === 'error' || unearned === true;

function tallied(judged: readonly Judged[]): AdjudicatedRules {
  return Object.fromEntries(
    [...Map.groupBy(judged, ({ rule }) => rule)]
      .map(([rule, all]) => {
        const right = all.filter((one) => one.right).length;
        return [rule, { right, wrong: all.length - right }] as const;
      })
      .toSorted(([a], [b]) => a.localeCompare(b)),
  );
}
