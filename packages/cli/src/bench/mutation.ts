import { overlaps, type Finding, type Span } from '@guankao/domain';
import { read, type PlanReading, type Reading } from '@guankao/reading';
import type { LabelledClaim, LabelledFiling } from './labels.ts';
import type { Mutant } from './mutants.ts';
import { paired } from './pairing.ts';
import { Searchable } from './phrases.ts';
import { familyOf } from './scores.ts';

export interface MutantOutcome {
  readonly mutant: Mutant;
  /** By a new error or warning whose evidence lies in the claim's words. */
  readonly caught: boolean;
  /** By a new question only. */
  readonly asked: boolean;
  /** Rules that caught it. */
  readonly rules: readonly string[];
  /** New findings that have nothing to do with the change. */
  readonly unrelated: readonly Finding[];
}

/** A filing as it was: what was read, and where the words of each of its claims stand. */
interface Known {
  readonly reading: Reading;
  readonly places: ReadonlyMap<LabelledClaim, readonly Span[]>;
}

/** Reads each mutant and compares its findings with those of the filing as it was, which is read once. */
export async function* tryMutants(mutants: readonly Mutant[]): AsyncGenerator<MutantOutcome> {
  const before = new Map<LabelledFiling, Known>();
  for (const mutant of mutants) {
    const known =
      before.get(mutant.filing) ?? knownOf(mutant.filing, await readingOf(mutant.filing, mutant.filing.source));
    before.set(mutant.filing, known);
    yield judge(mutant, known, await readingOf(mutant.filing, mutant.source));
  }
}

/** As UTF-8, whatever the filing's own encoding: decoding is not what is tried here. */
async function readingOf({ file }: LabelledFiling, source: string): Promise<Reading> {
  return (await read({ name: file.name, bytes: new TextEncoder().encode(source) })).reading;
}

function knownOf(filing: LabelledFiling, reading: Reading): Known {
  const text = new Searchable(reading.document.text);
  const rows = paired(filing.plans, reading);
  return { reading, places: new Map(filing.claims.map((claim) => [claim, placesOfClaim(claim, filing, text, rows)])) };
}

function judge(mutant: Mutant, { reading: before, places }: Known, after: Reading): MutantOutcome {
  const known = new Set(before.findings.map(signature));
  const fresh = after.findings.filter((finding) => !known.has(signature(finding)));
  const own = places.get(mutant.claim) ?? [];
  const change = changeBetween(before.document.text, after.document.text);
  const shared = [...places.values()].filter((spans) => spans.some((span) => overlaps(span, change))).flat();
  const near = [...own, ...shared, sentenceAround(after.document.text, change)];
  const at = (finding: Finding, spans: readonly Span[]) =>
    finding.evidence.some(({ span }) => spans.some((one) => overlaps(span, one)));
  const caught = fresh.filter((finding) => at(finding, own));
  return {
    mutant,
    caught: caught.some(({ severity }) => severity !== 'question'),
    asked: caught.length > 0 && caught.every(({ severity }) => severity === 'question'),
    rules: [...new Set(caught.filter(({ severity }) => severity !== 'question').map(({ rule }) => rule))],
    unrelated: fresh.filter((finding) => !at(finding, near)),
  };
}

/** A changed digit moves nothing, so a finding keeps its places when its figure changes. */
function signature({ rule, plan, evidence }: Finding): string {
  return [rule, plan, ...evidence.map(({ span }) => `${span.start}-${span.end}`)].join(' ');
}

/** Where the claim's words stand in the document: within its rows where they were read, anywhere else where not. */
function placesOfClaim(
  { planId, texts }: LabelledClaim,
  { plans }: LabelledFiling,
  text: Searchable,
  rows: ReadonlyMap<string, PlanReading>,
): readonly Span[] {
  const parent = plans.find(({ id }) => id === planId)?.parentId;
  const family = plans.filter(
    ({ id, parentId }) => id === planId || id === parent || (parentId !== null && parentId === planId),
  );
  const within = family.flatMap(({ id }) => rows.get(id)?.spans ?? []);
  const places = texts.flatMap((phrase) => text.placesOf(phrase));
  const inside = places.filter((place) => within.some((span) => overlaps(place, span)));
  return inside.length > 0 ? inside : places;
}

function changeBetween(before: string, after: string): Span {
  let start = 0;
  while (start < before.length && before[start] === after[start]) start++;
  let end = before.length;
  while (end > start && before[end - 1] === after[end - 1]) end--;
  return { start, end };
}

function sentenceAround(text: string, { start, end }: Span): Span {
  const opens = Math.max(...['。', '；', '\t', '\n', '>'].map((mark) => text.lastIndexOf(mark, start - 1)));
  const closes = ['。', '；', '\t', '\n', '<'].map((mark) => text.indexOf(mark, end)).filter((at) => at >= 0);
  return { start: opens + 1, end: Math.min(text.length, ...closes) };
}

export interface MutationCount {
  readonly of: string;
  readonly mutants: number;
  readonly caught: number;
  readonly asked: number;
  readonly unrelated: number;
}

export interface MutationSummary {
  readonly mutants: number;
  readonly caught: number;
  readonly asked: number;
  readonly unrelated: number;
  /** By family of claim, and by filing. */
  readonly kinds: readonly MutationCount[];
  readonly filings: readonly MutationCount[];
}

export function summaryOf(outcomes: readonly MutantOutcome[]): MutationSummary {
  const count = (list: readonly MutantOutcome[]) => ({
    mutants: list.length,
    caught: list.filter(({ caught }) => caught).length,
    asked: list.filter(({ asked }) => asked).length,
    unrelated: list.reduce((sum, { unrelated }) => sum + unrelated.length, 0),
  });
  const counts = (keyOf: (outcome: MutantOutcome) => string): readonly MutationCount[] =>
    [...Map.groupBy(outcomes, keyOf)]
      .map(([of, list]) => ({ of, ...count(list) }))
      .toSorted((a, b) => a.of.localeCompare(b.of));
  return {
    ...count(outcomes),
    kinds: counts(({ mutant }) => familyOf(mutant.claim)),
    filings: counts(({ mutant }) => mutant.filing.name),
  };
}
