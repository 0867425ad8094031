import { planId, type PlanReading } from '@guankao/reading';
import type { FilingEdition } from '@guankao/store';
import { both, type Column, type InBoth } from '../table.ts';

/** A thing of a row, and the columns that lead from it to the row. */
export interface OfRow {
  readonly held: FilingEdition;
  readonly plan: PlanReading;
  /** 1-based, among its kind in the row. */
  readonly number: number;
}

export const idOf = ({ held, plan }: OfRow): string => planId(held.filing.id, plan.id);
const within = (row: OfRow): string => `${idOf(row)}-${row.number}`;

/** Each thing of a kind that the rows of a filing hold, with its row and number. */
export function* eachOf<T>(
  held: FilingEdition,
  things: (plan: PlanReading) => readonly T[],
): Generator<OfRow & { readonly thing: T }> {
  for (const plan of held.reading.plans)
    for (const [at, thing] of things(plan).entries()) yield { held, plan, number: at + 1, thing };
}

export const rowColumn: Column<OfRow> = {
  key: 'row',
  head: both('列編號', 'row'),
  about: both(
    '執行情形表的一列：執行情形表編號加列次；對應 rows 表。',
    'A row of a filing: the filing’s id and the row’s.',
  ),
  type: 'string',
  required: true,
  of: idOf,
};

export const nameColumn: Column<OfRow> = {
  key: 'name',
  head: both('計畫名稱', 'plan'),
  about: both('如表上所印。', 'As printed.'),
  type: 'string',
  required: true,
  of: ({ plan }) => plan.name,
};

export const numberColumn = (about: InBoth): Column<OfRow> => ({
  key: 'id',
  head: both('編號', 'id'),
  about,
  type: 'string',
  required: true,
  of: within,
});

export const ofRows = [{ column: 'row', table: 'rows' }] as const;
