import type { IndicatorReading, PlanReading } from '@guankao/reading';
import { planId } from '@guankao/reading';
import type { EditionRecord, EventProof, FilingEdition } from '@guankao/store';
import {
  addresses,
  type Locale,
  type TargetChangeView,
  type TargetFigure,
  type TargetHistoryView,
  editionBy,
} from '@guankao/web';
import { targetStep } from '@guankao/workflow';

export interface EditionTargets {
  readonly edition: EditionRecord;
  /** null: this edition has no such row. */
  readonly indicators: readonly IndicatorReading[] | null;
}

/** The targets of a plan in an edition: of the row with its id, or of the only one with its name where rows moved. */
export function targetsIn({ filing, edition, reading }: FilingEdition, id: string, name: string): EditionTargets {
  const byId = reading.plans.find((plan) => planId(filing.id, plan.id) === id);
  const named = reading.plans.filter((plan) => plan.name === name);
  const row: PlanReading | undefined =
    byId?.name !== name && named.length === 1 ? named[0] : (byId ?? (named.length === 1 ? named[0] : undefined));
  return { edition, indicators: row?.indicators ?? null };
}

/** What became of each target from edition to edition, oldest first; `id` is the filing's. */
export function presentTargets(
  id: string,
  editions: readonly EditionTargets[],
  proofs: ReadonlyMap<number, EventProof>,
  locale: Locale,
): readonly TargetHistoryView[] {
  const labels = new Map<string, string>();
  for (const { indicators } of editions) for (const [key, { label }] of keyed(indicators ?? [])) labels.set(key, label);
  return [...labels].map(([key, label]) => {
    let before: IndicatorReading | undefined;
    const changes: TargetChangeView[] = [];
    for (const { edition, indicators } of editions) {
      // What an edition does not list at all was neither changed nor taken away by it.
      if (indicators === null) continue;
      const after = keyed(indicators).get(key);
      if (after !== undefined || before !== undefined) changes.push(change(id, edition, before, after, proofs, locale));
      before = after;
    }
    return { label, changes };
  });
}

/** How many targets of a row the next edition eased, tightened and no longer lists. */
export function stepsBetween(
  before: readonly IndicatorReading[],
  after: readonly IndicatorReading[],
): { readonly eased: number; readonly tightened: number; readonly removed: number } {
  const [then, now] = [keyed(before), keyed(after)];
  const steps = [...then].map(([key, indicator]) => stepOf(indicator, now.get(key)));
  const count = (step: TargetChangeView['step']): number => steps.filter((each) => each === step).length;
  return { eased: count('eased'), tightened: count('tightened'), removed: count('removed') };
}

/** Targets go by their label and unit; of those with the same, the first by the first. */
function keyed(indicators: readonly IndicatorReading[]): ReadonlyMap<string, IndicatorReading> {
  const counts = new Map<string, number>();
  return new Map(
    indicators.map((indicator) => {
      const name = JSON.stringify([indicator.label, indicator.target.unit]);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${name}${count}`, indicator];
    }),
  );
}

function change(
  filing: string,
  edition: EditionRecord,
  before: IndicatorReading | undefined,
  after: IndicatorReading | undefined,
  proofs: ReadonlyMap<number, EventProof>,
  locale: Locale,
): TargetChangeView {
  const event = Number(edition.event);
  return {
    step: stepOf(before, after),
    before: figureOf(before),
    after: figureOf(after),
    who: editionBy(edition.importedBy, locale),
    at: edition.importedAt,
    reason: edition.reason,
    document: { name: edition.fileName, path: addresses.original(edition.sha256) },
    event,
    proof: proofs.get(event) ?? null,
    download: addresses.proof(filing, edition.number),
  };
}

function stepOf(before: IndicatorReading | undefined, after: IndicatorReading | undefined): TargetChangeView['step'] {
  if (after === undefined) return 'removed';
  const isSame = before?.target.value === after.target.value && before.target.text === after.target.text;
  return isSame ? 'same' : targetStep(after.comparator, before?.target.value, after.target.value);
}

const signs: Readonly<Record<string, string>> = { '>=': '≥ ', '<=': '≤ ', '=': '= ' };

function figureOf(indicator: IndicatorReading | undefined): TargetFigure | null {
  if (indicator === undefined) return null;
  const { value, unit, text } = indicator.target;
  return { sign: signs[indicator.comparator] ?? '', value, unit, text };
}
