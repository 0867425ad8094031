import type { RecordedRows } from '@guankao/comparison';
import { planId, type PlanReading } from '@guankao/reading';
import type { EditionRecord, FilingEdition, LineageLink, Shown } from '@guankao/store';

/** Of a plan split and merged further than this, the nearest rows are followed. */
const mostSteps = 50;

/**
 * Of each row that promised anything (or is asked for), the rows of a later filing that follow it by what the record holds, in editions
 * that are shown: the next year's, those that it was split into or merged with, whatever they are called now. A row of
 * which nothing is recorded is left out.
 */
export async function recordedRows(
  shown: Shown,
  before: FilingEdition,
  now: FilingEdition,
  asked: (row: PlanReading) => boolean = ({ commitments }) => commitments.length > 0,
): Promise<RecordedRows> {
  const found: Record<string, readonly string[]> = {};
  for (const row of before.reading.plans.filter(asked)) {
    const rows = await rowsAfter(shown, { filing: before.filing.id, row, edition: before.edition }, now);
    if (rows.length > 0) found[row.id] = rows;
  }
  return found;
}

interface Stage {
  readonly filing: string;
  readonly row: PlanReading;
  readonly edition: EditionRecord;
}

async function rowsAfter(shown: Shown, start: Stage, now: FilingEdition): Promise<readonly string[]> {
  const wanted = new Map(now.reading.plans.map(({ id }) => [planId(now.filing.id, id), id]));
  const rows = new Set<string>();
  const seen = new Set<string>();
  const waiting: (Stage | LineageLink)[] = [start];
  for (let next = waiting.shift(); next !== undefined && seen.size <= mostSteps; next = waiting.shift()) {
    const stage = 'row' in next ? next : await shown.plan(next.id, next.edition ?? undefined);
    if (stage === null) continue;
    const { successors } = await shown.lineage(stage);
    for (const link of successors) {
      const key = `${link.id} ${link.edition}`;
      if (seen.has(key) || isLater(link, now)) continue;
      seen.add(key);
      const row = wanted.get(link.id);
      if (row !== undefined) rows.add(row);
      waiting.push(link);
    }
  }
  return [...rows];
}

const isLater = ({ fiscalYear }: LineageLink, { filing }: FilingEdition): boolean =>
  filing.fiscalYear !== null && fiscalYear > filing.fiscalYear;
