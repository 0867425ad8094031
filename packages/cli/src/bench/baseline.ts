import type { Finding } from '@guankao/domain';
import type { Measured, RuleScore, Scores } from './scores.ts';

/** What a release found, per filing, and how good its rules were. Stands in corpus/baseline.json. */
export interface Baseline {
  readonly release: string;
  readonly findings: Readonly<Record<string, readonly string[]>>;
  readonly rules: Readonly<Record<string, { readonly precision: number | null; readonly recall: number | null }>>;
}

export interface Changes {
  readonly gained: Readonly<Record<string, readonly string[]>>;
  readonly lost: Readonly<Record<string, readonly string[]>>;
  /** Rules whose precision or recall fell, in words. */
  readonly worse: readonly string[];
}

export function baselineOf(release: string, measured: readonly Measured[], scores: Scores): Baseline {
  return {
    release,
    // Of a real filing no passage is stored, only where each finding stands.
    findings: Object.fromEntries(
      measured.map(({ filing, reading }) => [
        filing.name,
        reading.findings.map((finding) => (filing.ours ? inWords(finding) : inPlaces(finding))),
      ]),
    ),
    rules: Object.fromEntries(
      scores.rules.map((score) => [score.rule, { precision: precision(score), recall: recall(score) }]),
    ),
  };
}

/** Findings gained and lost, and rules that got worse. Filings that only one side has are passed over. */
export function changesSince(old: Baseline, now: Baseline): Changes {
  const gained: Record<string, readonly string[]> = {};
  const lost: Record<string, readonly string[]> = {};
  for (const [filing, findings] of Object.entries(now.findings)) {
    const before = old.findings[filing];
    if (before === undefined) continue;
    gained[filing] = findings.filter((finding) => !before.includes(finding));
    lost[filing] = before.filter((finding) => !findings.includes(finding));
  }
  return {
    gained,
    lost,
    worse: Object.entries(now.rules).flatMap(([rule, score]) => fallsOf(rule, old.rules[rule], score)),
  };
}

function fallsOf(
  rule: string,
  old: Baseline['rules'][string] | undefined,
  now: Baseline['rules'][string],
): readonly string[] {
  return (['precision', 'recall'] as const).flatMap((measure) => {
    const [before, after] = [old?.[measure] ?? null, now[measure]];
    return before !== null && after !== null && after < before - 1e-9
      ? [`${rule}: ${measure} ${before.toFixed(3)} → ${after.toFixed(3)}`]
      : [];
  });
}

export function precision({ errors, warnings, questions, onLabels }: RuleScore): number | null {
  const said = errors + warnings + questions;
  return said === 0 ? null : onLabels / said;
}

export function recall({ duty, found }: RuleScore): number | null {
  return duty === 0 ? null : found / duty;
}

function inWords({ severity, rule, plan, evidence }: Finding): string {
  return `${plan ?? 'document'} ${severity} ${rule}: ${evidence.map(({ text }) => text.replace(/\s+/g, ' ')).join(' | ')}`;
}

function inPlaces({ severity, rule, plan, evidence }: Finding): string {
  return `${plan ?? 'document'} ${severity} ${rule} @ ${evidence.map(({ span }) => `${span.start}-${span.end}`).join(' ')}`;
}
