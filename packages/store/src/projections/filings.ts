import type { Transaction } from 'kysely';
import { countBySeverity } from '@guankao/domain';
import { parseReading, type Reading } from '@guankao/reading';
import type { Found, Tables } from '../database/tables.ts';
import type {
  FilingEvent,
  FilingImported,
  FilingPublished,
  FilingReread,
  FilingSettled,
  FilingWithdrawn,
} from '../journal/event.ts';
import { findingRows, foundIn } from './finding-rows.ts';
import { keepPast, moveToPast } from './past-rows.ts';
import { inBatches, planRows, planTextRows } from './plan-rows.ts';

export async function projectImport(tx: Transaction<Tables>, event: FilingImported): Promise<void> {
  const { edition, file, reading, held = false, agency = null } = event.payload;
  await tx
    .insertInto('editions')
    .values({
      filing: event.subject,
      number: edition,
      sha256: file.sha256,
      file_name: file.name,
      media_type: file.mediaType,
      imported_at: event.at,
      imported_role: event.role,
      imported_agency: agency,
      event: event.number,
      reason: event.reason,
      reading,
      published: !held,
      shown_sha256: null,
      shown_file_name: null,
      shown_reading: null,
      shown_event: null,
      settled_at: null,
      settled_role: null,
      settled_reason: null,
    })
    .execute();
  if (!held) await showEdition(tx, event, { edition, reading });
}

export async function projectPublished(tx: Transaction<Tables>, event: FilingPublished): Promise<void> {
  const { edition, file, reading: shown } = event.payload;
  const { reading } = await tx
    .updateTable('editions')
    .set({
      published: true,
      shown_sha256: file?.sha256 ?? null,
      shown_file_name: file?.name ?? null,
      shown_reading: shown ?? null,
      shown_event: file === undefined ? null : event.number,
    })
    .where('filing', '=', event.subject)
    .where('number', '=', edition)
    .returning('reading')
    .executeTakeFirstOrThrow();
  const current = await currentOf(tx, event.subject);
  if (current === null || current <= edition) await showEdition(tx, event, { edition, reading: shown ?? reading });
  // It was on lists once: whoever asks for that time is shown it as it is to be shown now.
  else if (shown !== undefined) await keepPast(tx, event, shown, await readingOf(tx, shown));
}

const nothingFound: Found = { kinds: [], of: [] };

/** Nothing of it is shown any longer; its place says so. */
export async function projectWithdrawn(tx: Transaction<Tables>, event: FilingWithdrawn): Promise<void> {
  await tx.updateTable('editions').set({ published: false }).where('filing', '=', event.subject).execute();
  await moveToPast(tx, event);
  await tx
    .updateTable('filings')
    .set({
      withdrawn_at: event.at,
      withdrawn_ground: event.payload.ground,
      plans: 0,
      errors: 0,
      warnings: 0,
      questions: 0,
      found: JSON.stringify(nothingFound),
      event: event.number,
    })
    .where('id', '=', event.subject)
    .execute();
}

export async function projectSettled(tx: Transaction<Tables>, event: FilingSettled): Promise<void> {
  const { sha256, recipe } = event.payload;
  const body = JSON.stringify(recipe);
  await tx
    .insertInto('recipes')
    .values({ sha256, body })
    .onConflict((conflict) => conflict.column('sha256').doUpdateSet({ body }))
    .execute();
  const { edition } = event.payload;
  await tx
    .updateTable('editions')
    .set({ settled_at: event.at, settled_role: event.role, settled_reason: event.reason })
    .where('filing', '=', event.subject)
    .where('number', '=', edition)
    .execute();
  await projectReread(tx, event);
}

export async function projectReread(tx: Transaction<Tables>, event: FilingReread | FilingSettled): Promise<void> {
  const { edition, reading } = event.payload;
  const { shown_reading: shown } = await tx
    .updateTable('editions')
    .set({ reading })
    .where('filing', '=', event.subject)
    .where('number', '=', edition)
    .returning('shown_reading')
    .executeTakeFirstOrThrow();
  // What is shown with something withheld is another file, which was not read anew.
  if (shown === null && edition === (await currentOf(tx, event.subject)))
    await showEdition(tx, event, { edition, reading });
}

/** The edition that is shown; null where none is. */
async function currentOf(tx: Transaction<Tables>, filing: string): Promise<number | null> {
  const found = await tx
    .selectFrom('filings')
    .select('edition')
    .where('id', '=', filing)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return found?.edition ?? null;
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
  { subject: id, number: event }: Pick<FilingEvent, 'subject' | 'number'>,
  { edition, reading: hash }: { readonly edition: number; readonly reading: string },
): Promise<void> {
  await moveToPast(tx, { subject: id, number: event });
  const reading = await readingOf(tx, hash);
  const { form, agency, fiscalYear, moneyUnit } = reading.filing;
  const findings = countBySeverity(reading.findings);
  const row = {
    form,
    agency,
    fiscal_year: fiscalYear,
    money_unit: moneyUnit,
    edition,
    plans: reading.plans.length,
    errors: findings.error,
    warnings: findings.warning,
    questions: findings.question,
    event,
    withdrawn_at: null,
    withdrawn_ground: null,
    reading: hash,
    found: JSON.stringify(foundIn(reading)),
  };
  await tx
    .insertInto('filings')
    .values({ id, ...row })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
    .execute();
  for (const rows of inBatches(planRows(id, reading))) await tx.insertInto('plans').values(rows).execute();
  for (const rows of inBatches(planTextRows(id, event, reading)))
    await tx.insertInto('plan_texts').values(rows).execute();
  for (const rows of inBatches(findingRows(id, event, reading))) await tx.insertInto('findings').values(rows).execute();
}
