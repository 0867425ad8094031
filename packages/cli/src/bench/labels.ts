import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Comparator, StatedVerdict, TextColumn, Verdict } from '@guankao/domain';

/** A row as a person labelled it (`../shared/contract/README.md`). */
export interface LabelledPlan {
  readonly id: string;
  readonly name: string;
  readonly rawName: string;
  readonly parentId: string | null;
  readonly type: string | null;
  readonly periodRaw: string | null;
  readonly periodStart: string | null;
  readonly periodEnd: string | null;
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  /** Where it is neither 元 nor 千元: the amounts above are in 千元. */
  readonly printedUnit?: '萬元';
  readonly plannedWork: readonly string[];
  readonly execution: readonly string[];
  readonly goals: readonly string[];
  readonly explanation: readonly string[];
  /** null: careful readers differ. */
  readonly verdict: Verdict | 'unstated' | null;
  readonly statedVerdict: StatedVerdict;
}

export interface LabelledIndicator {
  readonly planId: string;
  readonly n: number;
  readonly label: string;
  readonly targetText: string;
  readonly comparator: Comparator;
  readonly target: number | null;
  readonly unit: string | null;
  readonly actualText: string | null;
  readonly actual: number | null;
  readonly met: boolean | null;
  readonly where: TextColumn | null;
  readonly strict?: boolean;
  readonly optional?: boolean;
}

type ClaimKind = 'ratio' | 'sum' | 'target_missed' | 'contradiction' | 'period_broken' | 'budget_overrun' | 'other';

export interface LabelledClaim {
  readonly planId: string | null;
  readonly kind: ClaimKind;
  /** What kind of fact it is, finer than `kind`: `growth`, `carry-over`, `glyph`. The contract's own labels have none. */
  readonly family?: string;
  readonly texts: readonly string[];
  readonly expression: string | null;
  readonly computed: number | null;
  readonly stated: number | null;
  /** true: checks out; false: refuted; null: the filing does not settle it. */
  readonly holds: boolean | null;
  readonly comment: string;
}

interface LabelledCommitment {
  readonly planId: string;
  readonly text: string;
  readonly due: string;
}

/** A filing with what a person read in it. */
export interface LabelledFiling {
  readonly name: string;
  /** The file's name and bytes. */
  readonly file: { readonly name: string; readonly bytes: Uint8Array };
  /** Its decoded text, for looking up what the labels quote. */
  readonly source: string;
  /** Written for this project, or a real one from ../shared. */
  readonly ours: boolean;
  readonly plans: readonly LabelledPlan[];
  readonly indicators: readonly LabelledIndicator[];
  readonly claims: readonly LabelledClaim[];
  readonly commitments: readonly LabelledCommitment[];
}

/** Every labelled filing of the checkout at `root`: those of corpus/, and the real one where ../shared is at hand. */
export function labelledFilings(root: string): readonly LabelledFiling[] {
  const corpus = join(root, 'corpus');
  const ours = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(corpus, entry.name, 'gold')))
    .map((entry) => entry.name)
    .toSorted()
    .map((name) => labelled(name, filingIn(join(corpus, name)), join(corpus, name, 'gold'), true));
  return [...ours, ...realFilings(root)];
}

function realFilings(root: string): readonly LabelledFiling[] {
  const filing = join(root, '../shared/filings/moi-113.txt');
  const gold = join(root, '../shared/contract/gold');
  return existsSync(filing) && existsSync(gold) ? [labelled('moi-113', filing, gold, false)] : [];
}

function filingIn(folder: string): string {
  const name = readdirSync(folder).find((one) => one.startsWith('filing.'));
  if (name === undefined) throw new Error(`${folder} holds no filing`);
  return join(folder, name);
}

function labelled(name: string, path: string, gold: string, ours: boolean): LabelledFiling {
  const bytes = readFileSync(path);
  const load = (part: string) =>
    existsSync(join(gold, `${part}.json`)) ? JSON.parse(readFileSync(join(gold, `${part}.json`), 'utf8')) : [];
  return {
    name,
    file: { name: path.slice(path.lastIndexOf('/') + 1), bytes },
    source: decode(bytes),
    ours,
    plans: load('plans'),
    indicators: load('indicators'),
    claims: load('claims'),
    commitments: load('commitments'),
  };
}

/** UTF-8, or else Big5: the two that the corpus holds. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('big5', { fatal: true }).decode(bytes);
  }
}
