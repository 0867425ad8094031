import { sql } from 'kysely';
import { countBySeverity, isAboutFiling } from '@guankao/domain';
import { planId, summaryOf, type Reading } from '@guankao/reading';
import type { PlanLine } from '../database/tables.ts';
import { listsOf } from './ready-lists.ts';
import { rateOf } from './rate.ts';
import { linesOf, pairsOf, passagesOf } from './words.ts';

export function planRows(filing: string, reading: Reading) {
  const { agency, fiscalYear, moneyUnit } = reading.filing;
  const inTwd = (amount: number | null) =>
    amount === null ? null : Math.round(amount * (moneyUnit === 'thousand TWD' ? 1000 : 1));
  const findingsOf = Map.groupBy(reading.findings, ({ plan }) => plan);
  return reading.plans.map((plan, position) => {
    const findings = findingsOf.get(plan.id) ?? [];
    const about = findings.filter(isAboutFiling);
    const line: PlanLine = { row: summaryOf(plan), findings: countBySeverity(findings) };
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
      findings: about.length,
      severities: distinct(about.map(({ severity }) => severity)),
      // By its rule a doubt can be found, too.
      rules: distinct(findings.map(({ rule }) => rule)),
      lists: [...listsOf(plan)],
      line: JSON.stringify(line),
    };
  });
}

export function planTextRows(filing: string, event: number, reading: Reading) {
  return reading.plans.map((plan, position) => {
    const passages = passagesOf(plan);
    const lines = linesOf(passages);
    return {
      id: planId(filing, plan.id),
      place: placeOf(event, position),
      words: lines.join('\n'),
      pairs: sql<string>`array_to_tsvector(${pairsOf(lines)}::text[])`,
      passages: JSON.stringify(passages),
    };
  });
}

/** More than any filing has. */
export const mostRows = 100_000;

/** A row's number in the whole record: by the event that made its filing's rows, and its position among them. */
export function placeOf(event: number, position: number): number {
  if (position >= mostRows) throw new RangeError(`a filing of more than ${mostRows} rows`);
  return event * mostRows + position;
}

/** The other way round. */
export function partsOfPlace(place: number): { readonly event: number; readonly position: number } {
  return { event: Math.floor(place / mostRows), position: place % mostRows };
}

/** PostgreSQL takes 65,535 values in one statement, a plan has under twenty. */
const batch = 1000;

export function* inBatches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch);
}

function distinct(words: readonly string[]): string[] {
  return [...new Set(words)].toSorted();
}

function withoutNul(text: string): string {
  return text.replaceAll('\0', '');
}
