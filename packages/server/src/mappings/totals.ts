import type { MappedRow, MappingTotals } from '@guankao/web';
import {
  drawingOf,
  isStanding,
  moneyComponents,
  type AccountMapping,
  type MoneyComponent,
  type RowRecord,
  type YearMoney,
} from '@guankao/workflow';

/** Of an agency's rows: those that stand, and those that a part is of, each with what its accounts come to. */
export function mappedRows(mapping: AccountMapping, rows: readonly RowRecord[]): readonly MappedRow[] {
  const { plans } = drawingOf(mapping);
  return rows
    .filter((row) => row.agency === mapping.agency && (isStanding(row) || mapping.parts.some((p) => p.row === row.id)))
    .map((row) => ({
      row,
      drawn: plans.find((plan) => plan.row === row.id) ?? null,
      recorded: row.money.years.find(({ fiscalYear }) => fiscalYear === mapping.fiscalYear)?.money ?? null,
    }));
}

/** What the accounts of a mapping come to, what becomes of it, and what the rows of its agency have recorded. */
export function totalsOf(mapping: AccountMapping, rows: readonly RowRecord[]): MappingTotals {
  const { total, assigned, unassigned, plans } = drawingOf(mapping);
  const held = mappedRows(mapping, rows).filter(({ row }) => isStanding(row));
  return {
    accounts: total,
    assigned,
    unassigned,
    overruled: summed(plans, ({ money, given }, component) => money[component] - given[component]),
    recorded: summed(held, ({ recorded }, component) => recorded?.[component] ?? 0),
  };
}

function summed<One>(all: readonly One[], of: (one: One, component: MoneyComponent) => number): YearMoney {
  return Object.fromEntries(
    moneyComponents.map((component) => [component, all.reduce((sum, one) => sum + of(one, component), 0)]),
  ) as unknown as YearMoney;
}
