import type { Office } from '@guankao/store';
import type { MappedRow, MappingTotals, MoneyOfAccounts, MoneyStanding } from '@guankao/web';
import {
  drawingOf,
  isStanding,
  mappingId,
  mappingPolicy,
  may,
  moneyComponents,
  type AccountMapping,
  type Context,
  type DrawnPlan,
  type MoneyComponent,
  type RowRecord,
  type YearMoney,
} from '@guankao/workflow';

/** Of an agency's rows: those that stand, and those that a part is of, each with what its accounts come to. */
export function mappedRows(mapping: AccountMapping, rows: readonly RowRecord[]): readonly MappedRow[] {
  const { plans } = drawingOf(mapping);
  return rows
    .filter((row) => row.agency === mapping.agency && (isStanding(row) || everTook(mapping, row.id)))
    .map((row) => {
      const drawn = plans.find((plan) => plan.row === row.id) ?? null;
      const recorded = row.money.years.find(({ fiscalYear }) => fiscalYear === mapping.fiscalYear)?.money ?? null;
      return { row, drawn, recorded, standing: standingOf(mapping, row.id, drawn, recorded) };
    });
}

function everTook({ parts }: AccountMapping, row: string): boolean {
  return parts.some((part) => part.row === row);
}

function standingOf(
  mapping: AccountMapping,
  row: string,
  drawn: DrawnPlan | null,
  recorded: YearMoney | null,
): MoneyStanding {
  if (drawn === null && recorded === null) return 'empty';
  if (drawn === null) return mapping.drawn !== null && everTook(mapping, row) ? 'orphan' : 'by-hand';
  if (mapping.files.at(-1)?.onlyBudget === true) return 'budget-only';
  if (recorded === null) return 'none';
  return moneyComponents.every((component) => drawn.money[component] === recorded[component]) ? 'same' : 'differs';
}

/** The accounts that a row's money is drawn from; null where there are none, or this person may not see them. */
export async function accountsOfRow(
  office: Pick<Office, 'record'>,
  row: RowRecord,
  { actor, tree }: Context,
): Promise<MoneyOfAccounts | null> {
  const mapping = (await office.record('mapping', mappingId(row.year, row.agency))) as AccountMapping | null;
  if (mapping === null || !may(mappingPolicy, 'read', actor, mapping, tree)) return null;
  const [plan] = mappedRows(mapping, [row]);
  if (plan === undefined || plan.drawn === null) return null;
  return { mapping, drawn: plan.drawn, recorded: plan.recorded, standing: plan.standing };
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
