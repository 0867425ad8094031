import type { PlanReading, Reading } from '@guankao/reading';
import type { LabelledPlan } from './labels.ts';
import { clean } from './phrases.ts';

/** Labelled row to the row read: by name and budget, in document order, then by name alone; as the contract's scorer does. */
export function paired(labels: readonly LabelledPlan[], reading: Reading): ReadonlyMap<string, PlanReading> {
  const free = new Set(reading.plans);
  const pairs = new Map<string, PlanReading>();
  for (const byMoney of [true, false]) {
    for (const label of labels) {
      if (pairs.has(label.id)) continue;
      const match = [...free].find(
        (row) => clean(row.name) === clean(label.name) && (!byMoney || row.budgetedToDate === label.budgetedToDate),
      );
      if (match === undefined) continue;
      pairs.set(label.id, match);
      free.delete(match);
    }
  }
  return pairs;
}
