import { sql } from 'kysely';
import type { Finding } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { planId } from '../imports/filing-id.ts';
import { listsOf } from './ready-lists.ts';
import { rateOf } from './rate.ts';
import { linesOf, pairsOf } from './words.ts';

export function planRows(filing: string, reading: Reading) {
  const { agency, fiscalYear, moneyUnit } = reading.filing;
  const inTwd = (amount: number | null) => (amount === null ? null : Math.round(amount * (moneyUnit === 'thousand TWD' ? 1000 : 1)));
  const findingsOf = byPlan(reading.findings);
  return reading.plans.map((plan, position) => {
    const findings = findingsOf.get(plan.id) ?? [];
    return {
      id: planId(filing, plan.id),
      filing,
      position,
      agency,
      fiscal_year: fiscalYear,
      money_unit: moneyUnit,
      name: withoutNul(plan.name),
      type: plan.type,
      verdict: plan.verdict,
      approved: inTwd(plan.approvedTotal),
      budgeted: inTwd(plan.budgetedToDate),
      executed: inTwd(plan.executedToDate),
      rate: rateOf(plan),
      findings: findings.filter(isAboutFiling).length,
      severities: distinct(findings.filter(isAboutFiling).map(({ severity }) => severity)),
      rules: distinct(findings.map(({ rule }) => rule)),
      lists: [...listsOf(plan)],
    };
  });
}

/** Doubts about the transcription are never counted with findings about the filing; by their rule they can be found. */
export function isAboutFiling({ doubt }: Finding): boolean {
  return doubt === undefined;
}

export function planTextRows(filing: string, reading: Reading) {
  return reading.plans.map((plan) => {
    const lines = linesOf(plan);
    return {
      id: planId(filing, plan.id),
      body: JSON.stringify(plan),
      words: lines.join('\n'),
      pairs: sql<string>`array_to_tsvector(${pairsOf(lines)}::text[])`,
    };
  });
}

export function findingRows(filing: string, { findings }: Reading) {
  return findings.map((finding, position) => ({
    filing,
    position,
    plan: finding.plan === null ? null : planId(filing, finding.plan),
    rule: finding.rule,
    severity: finding.severity,
    body: JSON.stringify(finding),
  }));
}

function byPlan(findings: readonly Finding[]): Map<string | null, Finding[]> {
  return Map.groupBy(findings, ({ plan }) => plan);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
