import type { Message } from './document.ts';
import type { Cited } from './claims.ts';
import type { Judgement, Premise, Proof } from './proof.ts';
import type { RowField } from './row-field.ts';
import type { Span } from './span.ts';

export type FindingCategory =
  | 'arithmetic'
  | 'target'
  | 'contradiction'
  | 'period'
  | 'money'
  | 'text'
  | 'layout'
  | 'plausibility';

/** About the filing. error: it refutes itself; warning: a reason is owed; question: a person should look. */
export type Severity = 'error' | 'warning' | 'question';

/** A fault of the filing, as data. What we could not read is no finding, and a bug of ours is none either. */
export interface Finding {
  /** Stable id of the rule: `ratio-mismatch`. */
  readonly rule: string;
  readonly category: FindingCategory;
  readonly severity: Severity;
  /** Row id; null: about the whole document. */
  readonly plan: string | null;
  /** The field of that row in which its first evidence stands; null: about the whole document, or in no field. */
  readonly field: RowField | null;
  /** Says the fault, why it matters, and what would settle it. */
  readonly message: Message;
  /** The words themselves: not a whole cell, not a scrap. At least one. */
  readonly evidence: readonly Cited[];
  readonly stated: number | string | null;
  readonly computed: number | string | null;
  /** `69423/193020` */
  readonly expression: string | null;
  /** The rule of law or of arithmetic that it rests on. */
  readonly authority: string | null;
  /** May come from the conversion: check the printed page; never called the agency's. */
  readonly doubt?: 'transcription';
  /** What it rests on, to be worked out again by anybody. Every error has one. */
  readonly proof?: Proof;
  /** By its rule an error, told as a warning: errors of the rule were found wrong, and it has not been proven since. */
  readonly unearned?: true;
  /** Where it has no proof: what kind of judgement it is. */
  readonly judgement?: Judgement;
}

/** Doubts about the transcription are never counted with findings about the filing. */
export function isAboutFiling({ doubt }: Finding): boolean {
  return doubt === undefined;
}

export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Without doubts. */
export function countBySeverity(findings: readonly Finding[]): SeverityCounts {
  const counts = { error: 0, warning: 0, question: 0 };
  for (const finding of findings) if (isAboutFiling(finding)) counts[finding.severity] += 1;
  return counts;
}

/** The same finding where its words stand elsewhere in the document: `place` says where a stretch stands now. */
export function movedFinding(finding: Finding, place: (span: Span) => Span): Finding {
  const { evidence, proof } = finding;
  return {
    ...finding,
    evidence: evidence.map((cited) => ({ ...cited, span: place(cited.span) })),
    ...(proof === undefined
      ? {}
      : { proof: { ...proof, premises: proof.premises.map((premise) => movedPremise(premise, place)) } }),
  };
}

function movedPremise(premise: Premise, place: (span: Span) => Span): Premise {
  if (premise.is === 'count')
    return { ...premise, of: premise.of.map((quoted) => ({ ...quoted, span: place(quoted.span) })) };
  return 'span' in premise ? { ...premise, span: place(premise.span) } : premise;
}
