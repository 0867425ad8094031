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

/** Errors of one author's texts, as people judged them. */
type Adjudicated = readonly Judged[];

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
  const ours = await adjudicatedOnLabels(labelled.filter(({ ours: own }) => own));
  const theirs: Adjudicated[] = [];
  for (const set of sets) theirs.push(await judgedByOutsiders(set));
  const contact = join(root, folder, 'first-contact.json');
  return {
    schema: 'guankao/measured@1',
    date,
    release,
    firstContact: existsSync(contact) ? (JSON.parse(readFileSync(contact, 'utf8')) as Measured['firstContact']) : [],
    now: {
      pools: ['corpus', ...sets.map(({ name }) => `${folder}/${name}`)],
      rules: tallied([...ours, ...theirs.flat()]),
      ways: waysOf([ours, ...theirs]),
    },
  };
}

interface Judged {
  readonly rule: string;
  /** The likeliest way to read its words; null where it reads none. */
  readonly way: string | null;
  readonly right: boolean;
}

const judgedAs = ({ rule, proof }: Finding, right: boolean): Judged => ({
  rule,
  way: proof?.readings[0]?.as ?? null,
  right,
});

/** How each rule's errors on a set went. */
export async function adjudicatedByOutsiders(set: OutsidersSet): Promise<Readonly<Record<string, Tally>>> {
  return tallied(await judgedByOutsiders(set));
}

/** Errors on what outsiders wrote: right where one of them points at a fault that the outsider names, wrong everywhere else. */
async function judgedByOutsiders({ files, sentences }: OutsidersSet): Promise<Adjudicated> {
  const judged: Judged[] = [];
  for (const { name, bytes, rows } of files) {
    const { reading } = await read({ name, bytes });
    for (const { row, faults } of rows)
      for (const finding of findingsOf(reading, rowNamed(reading, row)).filter(isError))
        judged.push(
          judgedAs(
            finding,
            faults.some((fault) => pointsAt(finding, fault)),
          ),
        );
  }
  const { reading } = await read(sentencesAsFiling(sentences));
  for (const [at, sentence] of sentences.entries())
    for (const finding of saidOf(reading, sentence, at).filter(isError))
      judged.push(judgedAs(finding, !sentence.sound));
  return judged;
}

/** Errors on labelled rows: right where one points at the words of a labelled fault or doubt. */
async function adjudicatedOnLabels(filings: readonly LabelledFiling[]): Promise<Adjudicated> {
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
      judged.push(judgedAs(finding, right));
    }
  }
  return judged;
}

/** What the rule calls an error, also where it has not earned that others see it as one. */
const isError = ({ severity, unearned }: Finding): boolean => severity === 'error' || unearned === true;

const byName = <Value>(entries: Iterable<readonly [string, Value]>): Readonly<Record<string, Value>> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => a.localeCompare(b)));

const tallyOf = (judged: Adjudicated): Tally => {
  const right = judged.filter((one) => one.right).length;
  return { right, wrong: judged.length - right };
};

const tallied = (judged: Adjudicated): Readonly<Record<string, Tally>> =>
  byName([...Map.groupBy(judged, ({ rule }) => rule)].map(([rule, all]) => [rule, tallyOf(all)] as const));

/** By rule and way to read: how they went in all, and in the texts of how many authors one was right. */
function waysOf(authors: readonly Adjudicated[]): Measured['now']['ways'] {
  const rules = Map.groupBy(
    authors.flatMap((judged, author) => judged.flatMap((one) => (one.way === null ? [] : [{ ...one, author }]))),
    ({ rule }) => rule,
  );
  return byName(
    [...rules].map(([rule, all]) => {
      const ways = [...Map.groupBy(all, ({ way }) => way ?? '')].map(
        ([way, told]) =>
          [
            way,
            { ...tallyOf(told), authors: new Set(told.filter(({ right }) => right).map((one) => one.author)).size },
          ] as const,
      );
      return [rule, byName(ways)] as const;
    }),
  );
}
