import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';

// Filings, loose rows and sentences by somebody who had seen neither the code nor our corpus, with what is right about each
// (bench/outsiders/README.md).

/** What an outsider says is wrong in a row. */
export interface OutsidersFault {
  readonly kind: string;
  readonly severity: string;
  readonly words: string;
  readonly otherWords?: readonly string[];
  /** True, but nothing is owed: it counts neither for nor against. */
  readonly optional?: boolean;
}

export interface OutsidersRow {
  readonly row: string;
  readonly indicators: readonly {
    readonly label: string;
    readonly target: number | null;
    readonly unit: string | null;
    readonly met: boolean | null;
  }[];
  readonly faults: readonly OutsidersFault[];
}

export interface OutsidersSentence {
  readonly text: string;
  readonly sound: boolean;
  readonly kind: string;
}

/** One file of a set: a filing or loose rows with what is expected of each, or sentences put into rows. */
interface OutsidersFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly rows: readonly OutsidersRow[];
}

export interface OutsidersSet {
  readonly name: string;
  readonly files: readonly OutsidersFile[];
  readonly sentences: readonly OutsidersSentence[];
}

/** The sets in `folder`, by name; none where the folder is not there. */
export function outsidersSets(folder: string): readonly OutsidersSet[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /^\d{4}-/.test(name))
    .toSorted()
    .map((name) => outsidersSet(join(folder, name), name));
}

export function outsidersSet(folder: string, name: string): OutsidersSet {
  const files = readdirSync(folder)
    .filter((file) => /^(?:filing|rows).*\.(?:csv|txt)$/.test(file))
    .map((file): OutsidersFile => {
      const path = join(folder, file);
      const rows = JSON.parse(readFileSync(path.replace(/\.[^.]+$/, '.expected.json'), 'utf8')) as OutsidersRow[];
      return { name: file, bytes: new Uint8Array(readFileSync(path)), rows };
    });
  const sentences = JSON.parse(readFileSync(join(folder, 'sentences.json'), 'utf8')) as OutsidersSentence[];
  return { name, files, sentences };
}

const plain = (text: string): string => text.replace(/<[^>]*>/g, '').replace(/\s+/g, '');

/** Do two passages speak of the same words? A stretch of four characters with a figure in it, or of six. */
export function touch(a: string, b: string): boolean {
  const [x, y] = [plain(a), plain(b)];
  for (let at = 0; at + 4 <= x.length; at++) {
    const four = x.slice(at, at + 4);
    if (/\d/.test(four) && y.includes(four)) return true;
    if (at + 6 <= x.length && y.includes(x.slice(at, at + 6))) return true;
  }
  return x.length < 4 && y.includes(x);
}

export function pointsAt(finding: Finding, { words, otherWords = [] }: OutsidersFault): boolean {
  return finding.evidence.some(({ text }) => [words, ...otherWords].some((passage) => touch(text, passage)));
}

export function rowNamed({ plans }: Reading, name: string): PlanReading | undefined {
  return plans.find((plan) =>
    [plan.name, `${plan.marker ?? ''}${plan.name}`].some((one) => plain(one) === plain(name)),
  );
}

/** Findings of a row that are about the filing, and not about its transcription. */
export const findingsOf = (reading: Reading, plan: PlanReading | undefined): readonly Finding[] =>
  reading.findings.filter((one) => plan !== undefined && one.plan === plan.id && one.doubt === undefined);

const heads = [
  '虛構署',
  '重要社會發展、重大科技發展計畫執行情形及目標達成情形表',
  '中華民國113年度',
  '單位：新臺幣千元',
  '計畫名稱,計畫類型,計畫期程,計畫核定總經費,截至本年度已編列預算數,截至本年底止累計執行數,本年度預定工作摘要,本年度執行情形說明,績效目標及本年度目標值,年度績效目標已達成或未達成之說明',
];

const nameOfSentence = (at: number): string => `第${at + 1}號計畫`;

/**
 * Each sentence alone in the execution column of a row that says nothing else: no money either, which sentences of other
 * plans would contradict.
 */
export function sentencesAsFiling(sentences: readonly OutsidersSentence[]): {
  readonly name: string;
  readonly bytes: Uint8Array;
} {
  const rows = sentences.map(
    ({ text }, at) =>
      `${nameOfSentence(at)},社會發展,112年1月至115年12月,,,,辦理相關作業。,"${text.replaceAll('"', '""')}",完成相關作業。,如執行情形。`,
  );
  return { name: 'sentences.csv', bytes: new TextEncoder().encode([...heads, ...rows].join('\n')) };
}

/** What is said of a sentence: findings of its row that point at its words. */
export function saidOf(reading: Reading, { text }: OutsidersSentence, at: number): readonly Finding[] {
  const plan = rowNamed(reading, nameOfSentence(at));
  return findingsOf(reading, plan).filter(({ evidence }) => evidence.some((cited) => touch(cited.text, text)));
}
