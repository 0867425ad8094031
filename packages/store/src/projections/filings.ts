import type { Transaction } from 'kysely';
import type { Severity } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import type { Tables } from '../database/tables.ts';
import type { FilingImported, FilingReread, FilingSettled } from '../events/event.ts';
import { findingRows, isAboutFiling, planRows, planTextRows } from './plan-rows.ts';

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
  await showEdition(tx, event.subject, edition, await readingOf(tx, reading));
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
  await tx.updateTable('editions').set({ reading }).where('filing', '=', event.subject).where('number', '=', edition).execute();
  const { edition: current } = await tx.selectFrom('filings').select('edition').where('id', '=', event.subject).executeTakeFirstOrThrow();
  if (edition === current) await showEdition(tx, event.subject, edition, await readingOf(tx, reading));
}

async function readingOf(tx: Transaction<Tables>, sha256: string): Promise<Reading> {
  const { body } = await tx.selectFrom('readings').select('body').where('sha256', '=', sha256).executeTakeFirstOrThrow();
  return JSON.parse(body) as Reading;
}

/** Makes this edition the one that lists show. */
async function showEdition(tx: Transaction<Tables>, id: string, edition: number, reading: Reading): Promise<void> {
  const { form, agency, fiscalYear, moneyUnit } = reading.filing;
  const row = {
    form,
    agency,
    fiscal_year: fiscalYear,
    money_unit: moneyUnit,
    edition,
    plans: reading.plans.length,
    errors: countOf(reading, 'error'),
    warnings: countOf(reading, 'warning'),
    questions: countOf(reading, 'question'),
  };
  await tx
    .insertInto('filings')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  await replaceRows(tx, id, reading);
}

function countOf({ findings }: Reading, severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity && isAboutFiling(finding)).length;
}

/** Rows in one statement: PostgreSQL takes 65,535 values, a plan has under twenty. */
const batch = 1000;

async function replaceRows(tx: Transaction<Tables>, filing: string, reading: Reading): Promise<void> {
  await tx.deleteFrom('plan_texts').where('id', 'in', tx.selectFrom('plans').select('id').where('filing', '=', filing)).execute();
  await tx.deleteFrom('plans').where('filing', '=', filing).execute();
  await tx.deleteFrom('findings').where('filing', '=', filing).execute();
  for (const rows of chunks(planRows(filing, reading))) await tx.insertInto('plans').values(rows).execute();
  for (const rows of chunks(planTextRows(filing, reading))) await tx.insertInto('plan_texts').values(rows).execute();
  for (const rows of chunks(findingRows(filing, reading))) await tx.insertInto('findings').values(rows).execute();
}

function* chunks<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let at = 0; at < rows.length; at += batch) yield rows.slice(at, at + batch);
}
