import type { Transaction } from 'kysely';
import { countBySeverity } from '@guankao/domain';
import { parseReading, type Reading } from '@guankao/reading';
import type { Tables } from '../database/tables.ts';
import type { FilingImported, FilingReread, FilingSettled } from '../journal/event.ts';
import { planRows, planTextRows } from './plan-rows.ts';

export async function projectImport(tx: Transaction<Tables>, event: FilingImported): Promise<void> {
  const { edition, file, reading } = event.payload;
  await tx
    .insertInto('editions')
    .values({
      filing: event.subject,
      number: edition,
      sha256: file.sha256,
      file_name: file.name,
      media_type: file.mediaType,
      imported_at: event.at,
      imported_by: event.actor,
      event: event.number,
      reason: event.reason,
      reading,
    })
    .execute();
  await showEdition(tx, event);
}

export async function projectSettled(tx: Transaction<Tables>, event: FilingSettled): Promise<void> {
  const { sha256, recipe } = event.payload;
  const body = JSON.stringify(recipe);
  await tx
    .insertInto('recipes')
    .values({ sha256, body })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ body }))
    .execute();
  await projectReread(tx, event);
}

export async function projectReread(tx: Transaction<Tables>, event: FilingReread | FilingSettled): Promise<void> {
  const { edition, reading } = event.payload;
  await tx
    .updateTable('editions')
    .set({ reading })
    .where('filing', '=', event.subject)
    .where('number', '=', edition)
    .execute();
  const { edition: current } = await tx
    .selectFrom('filings')
    .select('edition')
    .where('id', '=', event.subject)
    .executeTakeFirstOrThrow();
  if (edition === current) await showEdition(tx, event);
}

async function readingOf(tx: Transaction<Tables>, sha256: string): Promise<Reading> {
  const { body } = await tx
    .selectFrom('readings')
    .select('body')
    .where('sha256', '=', sha256)
    .executeTakeFirstOrThrow();
  return parseReading(body);
}

/** Makes this edition the one that lists show. */
async function showEdition(
  tx: Transaction<Tables>,
  { subject: id, number: event, payload }: FilingImported | FilingReread | FilingSettled,
): Promise<void> {
  const reading = await readingOf(tx, payload.reading);
  const { form, agency, fiscalYear, moneyUnit } = reading.filing;
  const findings = countBySeverity(reading.findings);
  const row = {
    form,
    agency,
    fiscal_year: fiscalYear,
    money_unit: moneyUnit,
    edition: payload.edition,
    plans: reading.plans.length,
    errors: findings.error,
    warnings: findings.warning,
    questions: findings.question,
    event,
  };
  await tx
    .insertInto('filings')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await replaceRows(tx, id, event, reading);
}

/** Rows in one statement: PostgreSQL takes 65,535 values, a plan has under twenty. */
const batch = 1000;

async function replaceRows(tx: Transaction<Tables>, filing: string, event: number, reading: Reading): Promise<void> {
  await tx
    .deleteFrom('plan_texts')
    .where('id', 'in', tx.selectFrom('plans').select('id').where('filing', '=', filing))
    .execute();
  await tx.deleteFrom('plans').where('filing', '=', filing).execute();
  for (const rows of chunks(planRows(filing, reading))) await tx.insertInto('plans').values(rows).execute();
  for (const rows of chunks(planTextRows(filing, event, reading)))
    await tx.insertInto('plan_texts').values(rows).execute();
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch);
}
