import {
  moneyColumns,
  spanIn,
  textColumns,
  type Document,
  type Filing,
  type Join,
  type Passage,
  type Period,
  type PlanRow,
  type Sourced,
  type Span,
} from '@guankao/domain';
import { readMoney } from '../fields/money.ts';
import { readPeriod } from '../fields/period.ts';
import { readPlanType } from '../fields/plan-type.ts';
import type { CorrectableField, Recipe, RecipeStep, RowAnchor } from './recipe.ts';

export interface Replayed {
  readonly filing: Filing;
  /** Steps that found nothing to do in this reading, by their place: shown, never dropped in silence. */
  readonly idle: readonly number[];
}

const settled: Join = { confidence: 1, reason: '經人工確認' };

/** Replays what a person settled. A recipe of another file is not replayed at all: every step is idle. */
export function applyRecipe(document: Document, filing: Filing, recipe: Recipe): Replayed {
  if (recipe.sha256 !== document.sha256) return { filing, idle: recipe.steps.map((_, at) => at) };
  const idle: number[] = [];
  let current = filing;
  for (const [at, step] of recipe.steps.entries()) {
    const next = applyStep(current, step);
    if (next === null) idle.push(at);
    else current = next;
  }
  return { filing: current, idle };
}

/** null where the step finds nothing to do. */
function applyStep(filing: Filing, step: RecipeStep): Filing | null {
  switch (step.do) {
    case 'move':
      return move(filing, step);
    case 'split':
      return split(filing, step.at);
    case 'merge':
      return merge(filing, step.row, step.rest);
    case 'correct':
      return correct(filing, step.row, step.field, step.value);
    case 'agency':
      return nameAgency(filing, step.row, step.name);
    default:
      return step satisfies never;
  }
}

export function anchorOf(row: PlanRow): RowAnchor {
  return row.name.spans[0]?.start ?? 0;
}

function withRow(filing: Filing, anchor: RowAnchor, change: (row: PlanRow) => PlanRow): Filing | null {
  if (!filing.plans.some((row) => anchorOf(row) === anchor)) return null;
  return { ...filing, plans: filing.plans.map((row) => (anchorOf(row) === anchor ? change(row) : row)) };
}

function isWithin({ offsets }: Passage, start: number, end: number): boolean {
  const [first, last] = [offsets[0], offsets.at(-1)];
  return first !== undefined && last !== undefined && start <= first && last < end;
}

function move(filing: Filing, { start, end, row, column }: Extract<RecipeStep, { do: 'move' }>): Filing | null {
  const moved = filing.plans.flatMap((plan) =>
    textColumns.flatMap((from) => plan[from].filter((passage) => isWithin(passage, start, end))),
  );
  if (moved.length === 0) return null;
  const without = filing.plans.map((plan) => {
    const kept = Object.fromEntries(
      textColumns.map((from) => [from, plan[from].filter((passage) => !moved.includes(passage))]),
    );
    const touched = textColumns.some((from) => kept[from]?.length !== plan[from].length);
    return touched ? { ...plan, ...kept, join: settled } : plan;
  });
  return withRow({ ...filing, plans: without }, row, (plan) => ({
    ...plan,
    [column]: [...plan[column], ...moved].toSorted((a, b) => (a.offsets[0] ?? 0) - (b.offsets[0] ?? 0)),
    spans: [...plan.spans, ...moved.flatMap(({ spans }) => spans)],
    join: settled,
  }));
}

function split(filing: Filing, at: number): Filing | null {
  let found = false;
  const plans = filing.plans.map((plan) => {
    const columns = Object.fromEntries(
      textColumns.map((column) => [
        column,
        plan[column].flatMap((passage) => {
          const cut = passage.offsets.findIndex((offset) => offset >= at);
          if (cut <= 0 || (passage.offsets[0] ?? 0) >= at) return [passage];
          found = true;
          return [piece(passage, 0, cut, passage.marker), piece(passage, cut, passage.text.length, null)];
        }),
      ]),
    );
    return { ...plan, ...columns };
  });
  return found ? { ...filing, plans } : null;
}

function piece(passage: Passage, start: number, end: number, marker: string | null): Passage {
  return {
    text: passage.text.slice(start, end),
    marker,
    spans: [spanIn(passage, start, end)],
    offsets: passage.offsets.slice(start, end),
  };
}

function merge(filing: Filing, first: RowAnchor, rest: RowAnchor): Filing | null {
  const second = filing.plans.find((row) => anchorOf(row) === rest);
  if (second === undefined) return null;
  const joined = withRow(filing, first, (row) => ({
    ...row,
    ...Object.fromEntries(textColumns.map((column) => [column, [...row[column], ...second[column]]])),
    ...Object.fromEntries(moneyColumns.map((column) => [column, row[column] ?? second[column]])),
    spans: [...row.spans, ...second.spans],
    join: settled,
  }));
  if (joined === null) return null;
  const plans = joined.plans
    .filter((row) => row.id !== second.id)
    .map((row) => (row.parent === second.id ? { ...row, parent: second.parent } : row));
  return { ...joined, plans };
}

/** A name cannot be cleared, and what cannot be read changes nothing. */
function correct(filing: Filing, anchor: RowAnchor, field: CorrectableField, value: string): Filing | null {
  if (value.trim() !== '' || field === 'name') {
    if ((corrected(field, value.trim(), unitOf(filing)) ?? '') === '') return null;
  }
  return withRow(filing, anchor, (row) => {
    const printed = row[field];
    const place = {
      text: printed?.text ?? '',
      spans: printed?.spans ?? row.name.spans,
      basis: 'inferred' as const,
      by: 'recipe',
    };
    const read = corrected(field, value.trim(), unitOf(filing));
    return { ...row, [field]: read === null ? null : { value: read, ...place } };
  });
}

/** What a person typed, read as the column's own figures and dates are; null clears the field. */
function corrected(field: CorrectableField, text: string, unit: number): string | number | Period | null {
  switch (field) {
    case 'name':
      return text;
    case 'type':
      return readPlanType(text);
    case 'period':
      return readPeriod(text)?.period ?? null;
    default:
      return readMoney(text, unit)?.value ?? null;
  }
}

function unitOf({ moneyUnit }: Filing): number {
  return moneyUnit?.value === 'TWD' ? 1 : 1000;
}

function nameAgency(filing: Filing, anchor: RowAnchor | null, name: string): Filing | null {
  const named = (spans: readonly Span[]): Sourced<string> => ({
    value: name,
    text: '',
    spans,
    basis: 'inferred',
    by: 'recipe',
  });
  if (anchor === null)
    return { ...filing, agency: { ...named(filing.agency?.spans ?? []), text: filing.agency?.text ?? '' } };
  return withRow(filing, anchor, (row) => ({ ...row, executingAgency: named(row.name.spans) }));
}
