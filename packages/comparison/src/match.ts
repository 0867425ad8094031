import type { PlanReading, Reading } from '@guankao/reading';
import { amountOf } from './reading-source.ts';
import type { SourcePlan } from './source-plan.ts';

export interface Match {
  readonly row: PlanReading;
  readonly other: SourcePlan;
  /** 0 to 1: how sure it is that both speak of the same share. */
  readonly confidence: number;
  /** Its budget to date, or its total, is the same in both. */
  readonly sameMoney: boolean;
  readonly reason: string;
}

/** Below this two names are not the same plan's. */
const leastLikeness = 0.62;

/**
 * Pairs rows with the plans of another source, best pair first, each used once.
 * Evidence is the name (dashes, blanks and width do not count), and money that agrees; a plan of one name on several
 * agencies' rows is told apart by its money alone.
 */
export function matchPlans(reading: Reading, others: readonly SourcePlan[]): readonly Match[] {
  const factor = reading.filing.moneyUnit === 'TWD' ? 1n : 1000n;
  const keys = others.map((other) => comparableName(other.name));
  const candidates: Match[] = [];
  for (const row of reading.plans) {
    const names = namesOf(row, reading.plans).map(comparableName);
    for (const [at, other] of others.entries()) {
      const likeness = Math.max(...names.map((name) => likenessOf(name, keys[at] ?? '')));
      if (likeness < leastLikeness) continue;
      candidates.push(weigh(row, other, likeness, factor));
    }
  }
  const found = new Map(oneToOne(candidates).map((match) => [match.row, match]));
  return reading.plans.flatMap((row) => found.get(row) ?? []);
}

/** A sub-plan may stand elsewhere under its own name, or under its parent's and its own. */
function namesOf(row: PlanReading, plans: readonly PlanReading[]): string[] {
  const parent = plans.find((plan) => plan.id === row.parent);
  return parent === undefined ? [row.name] : [row.name, `${parent.name}-${row.name}`];
}

function weigh(row: PlanReading, other: SourcePlan, likeness: number, factor: bigint): Match {
  const sameBudget = agrees(amountOf(row, 'budgetedToDate', factor)?.twd, other.budgeted?.twd);
  const sameTotal = agrees(amountOf(row, 'approvedTotal', factor)?.twd, other.total?.twd);
  const money = sameBudget && sameTotal ? 0.3 : sameBudget ? 0.25 : sameTotal ? 0.15 : 0;
  const reasons = [
    likeness === 1 ? 'same name' : `names alike to ${Math.round(likeness * 100)} %`,
    ...(sameBudget ? ['same budget to date'] : []),
    ...(sameTotal ? ['same total'] : []),
  ];
  return {
    row,
    other,
    confidence: Math.min(0.99, likeness * 0.7 + money),
    sameMoney: sameBudget || sameTotal,
    reason: reasons.join(', '),
  };
}

function agrees(a: bigint | undefined, b: bigint | undefined): boolean {
  return a !== undefined && a === b;
}

function oneToOne(candidates: readonly Match[]): readonly Match[] {
  const rows = new Set<PlanReading>();
  const others = new Set<SourcePlan>();
  const kept: Match[] = [];
  for (const match of candidates.toSorted((a, b) => b.confidence - a.confidence)) {
    if (rows.has(match.row) || others.has(match.other)) continue;
    rows.add(match.row);
    others.add(match.other);
    kept.push(match);
  }
  return kept;
}

/** A name without what sources write differently: blanks, dashes, brackets, width, variant characters, an agency behind a dash. */
export function comparableName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\-‐–—―─_、，,。.·．()（）「」]/g, '')
    .replaceAll('台', '臺');
}

/** 0 where one has no name; 1 for the same key; else the share of common character pairs (Dice), and a contained longer part counts for more. */
function likenessOf(a: string, b: string): number {
  if (a === '' || b === '') return 0;
  if (a === b) return 1;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const contained = short.length >= 8 && long.includes(short) ? 0.75 + 0.2 * (short.length / long.length) : 0;
  return Math.max(contained, dice(pairs(a), pairs(b)));
}

function pairs(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}

function dice(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  let common = 0;
  let size = 0;
  for (const [pair, count] of a) {
    common += Math.min(count, b.get(pair) ?? 0);
    size += count;
  }
  for (const count of b.values()) size += count;
  return size === 0 ? 0 : (2 * common) / size;
}
