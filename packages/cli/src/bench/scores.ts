import type { Finding } from '@guankao/domain';
import type { PlanReading, Reading } from '@guankao/reading';
import { dutiesOf } from './duties.ts';
import type { LabelledClaim, LabelledFiling } from './labels.ts';
import { paired } from './pairing.ts';
import { points, within } from './phrases.ts';

// Of a real filing no passage is printed: its row's id stands for the words.

/** A labelled filing with what the program made of it. */
export interface Measured {
  readonly filing: LabelledFiling;
  readonly reading: Reading;
}

export interface RuleScore {
  readonly rule: string;
  readonly errors: number;
  readonly warnings: number;
  readonly questions: number;
  /** Findings that touch a labelled fault or doubt. */
  readonly onLabels: number;
  /** Findings of severity error that touch a claim labelled sound. */
  readonly falseAlarms: number;
  /** Labelled faults of the families that this rule answers for, doubts too where a family names them, and how many of them it found. */
  readonly duty: number;
  readonly found: number;
}

interface FamilyScore {
  readonly family: string;
  readonly labelled: number;
  /** By an error or a warning, and by anything. */
  readonly found: number;
  readonly touched: number;
  readonly missed: readonly string[];
}

export interface Scores {
  readonly rules: readonly RuleScore[];
  readonly families: readonly FamilyScore[];
  /** Dated promises: labelled, found where their words stand, and found with the right date. */
  readonly commitments: {
    readonly labelled: number;
    readonly found: number;
    readonly dated: number;
    readonly missed: readonly string[];
  };
  /** Findings on labelled rows that no label knows, to be looked at one by one. */
  readonly beyondLabels: readonly string[];
}

interface Judged {
  readonly finding: Finding;
  /** The labels that it touches. */
  readonly claims: readonly LabelledClaim[];
  readonly filing: LabelledFiling;
}

/** Precision and recall of every rule on the labelled rows. Rows without labels are not scored. */
export function scoresOf(measured: readonly Measured[], ruleIds: readonly string[]): Scores {
  const judged = measured.flatMap(judge);
  const faults = measured.flatMap(({ filing }) =>
    filing.claims.filter(({ holds, planId }) => holds !== true && planId !== null).map((claim) => ({ claim, filing })),
  );
  return {
    rules: ruleIds.map((rule) =>
      ruleScore(
        rule,
        judged,
        faults.map(({ claim }) => claim),
      ),
    ),
    families: familyScores(judged, faults),
    commitments: commitmentScore(measured),
    beyondLabels: judged
      .filter(({ claims }) => !claims.some(faulty))
      .map(
        ({ finding, filing }) =>
          `${filing.name} ${finding.plan} ${finding.severity} ${finding.rule}${filing.ours ? `: ${words(finding)}` : ''}`,
      ),
  };
}

function judge({ filing, reading }: Measured): readonly Judged[] {
  const rows = paired(filing.plans, reading);
  const scored = new Set([...rows.values()].map((row) => row.id));
  return reading.findings
    .filter((finding) => finding.plan !== null && scored.has(finding.plan))
    .map((finding) => ({ finding, filing, claims: filing.claims.filter((claim) => touches(finding, claim, rows)) }));
}

function touches(finding: Finding, claim: LabelledClaim, rows: ReadonlyMap<string, PlanReading>): boolean {
  if (claim.planId === null || finding.plan !== rows.get(claim.planId)?.id) return false;
  return finding.evidence.some((evidence) => claim.texts.some((text) => points(evidence.text, text)));
}

function faulty({ holds }: LabelledClaim): boolean {
  return holds !== true;
}

function ruleScore(rule: string, judged: readonly Judged[], faults: readonly LabelledClaim[]): RuleScore {
  const own = judged.filter(({ finding }) => finding.rule === rule);
  const of = (severity: Finding['severity']) => own.filter(({ finding }) => finding.severity === severity);
  const duty = faults.filter(
    (claim) => dutiesOf(rule).includes(familyOf(claim)) && (claim.holds === false || claim.family !== undefined),
  );
  return {
    rule,
    errors: of('error').length,
    warnings: of('warning').length,
    questions: of('question').length,
    onLabels: own.filter(({ claims }) => claims.some(faulty)).length,
    falseAlarms: of('error').filter(({ claims }) => claims.length > 0 && !claims.some(faulty)).length,
    duty: duty.length,
    found: duty.filter((claim) => own.some(({ claims }) => claims.includes(claim))).length,
  };
}

function familyScores(
  judged: readonly Judged[],
  faults: readonly { claim: LabelledClaim; filing: LabelledFiling }[],
): readonly FamilyScore[] {
  const families = Map.groupBy(faults, ({ claim }) => familyOf(claim));
  const by = (claim: LabelledClaim) => judged.filter(({ claims }) => claims.includes(claim));
  return [...families]
    .map(([family, of]) => ({
      family,
      labelled: of.length,
      found: of.filter(({ claim }) => by(claim).some(({ finding }) => finding.severity !== 'question')).length,
      touched: of.filter(({ claim }) => by(claim).length > 0).length,
      missed: of
        .filter(({ claim }) => by(claim).length === 0)
        .map(
          ({ claim, filing }) => `${filing.name} ${claim.planId}${filing.ours ? `: ${claim.texts.join(' / ')}` : ''}`,
        ),
    }))
    .toSorted((a, b) => a.family.localeCompare(b.family));
}

function commitmentScore(measured: readonly Measured[]): Scores['commitments'] {
  const all = measured.flatMap(({ filing, reading }) => {
    const rows = paired(filing.plans, reading);
    return filing.commitments.map((label) => {
      const near = rows.get(label.planId)?.commitments.filter(({ text }) => within(text, label.text)) ?? [];
      return { label, filing, found: near.length > 0, dated: near.some(({ due }) => due === label.due) };
    });
  });
  return {
    labelled: all.length,
    found: all.filter(({ found }) => found).length,
    dated: all.filter(({ dated }) => dated).length,
    missed: all
      .filter(({ dated }) => !dated)
      .map(({ label, filing }) => `${filing.name} ${label.planId}: ${label.text} (${label.due})`),
  };
}

/** The contract's labels name no family: their kind stands for it. */
export function familyOf({ family, kind }: LabelledClaim): string {
  return family ?? (kind === 'target_missed' ? 'target' : kind);
}

function words({ evidence }: Finding): string {
  return evidence.map(({ text }) => text.replace(/\s+/g, ' ')).join(' | ');
}
