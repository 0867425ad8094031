import type { Transaction } from 'kysely';
import { applyToRow, applyToYear } from '@guankao/workflow';
import type { Tables } from '../database/tables.ts';
import type { WorkflowHappening } from '../events/event.ts';

export async function projectRow(tx: Transaction<Tables>, event: WorkflowHappening): Promise<void> {
  const before = await tx.selectFrom('rows').select('body').where('id', '=', event.subject).executeTakeFirst();
  const { id, year, agency, position, state, version, ...rest } = applyToRow(before?.body ?? null, event);
  const columns = {
    year,
    agency,
    position,
    state,
    version,
    body: JSON.stringify({ id, year, agency, position, state, version, ...rest }),
  };
  await tx
    .insertInto('rows')
    .values({ id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}

export async function projectYear(tx: Transaction<Tables>, event: WorkflowHappening): Promise<void> {
  const before = await tx.selectFrom('years').select('body').where('id', '=', event.subject).executeTakeFirst();
  const year = applyToYear(before?.body ?? null, event);
  const columns = {
    ministry: year.ministry,
    fiscal_year: year.fiscalYear,
    state: year.state,
    version: year.version,
    body: JSON.stringify(year),
  };
  await tx
    .insertInto('years')
    .values({ id: year.id, ...columns })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(columns))
    .execute();
}
