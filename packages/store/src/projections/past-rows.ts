import { sql, type Transaction } from 'kysely';
import { countBySeverity } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import type { Tables } from '../database/tables.ts';
import type { FilingEvent } from '../journal/event.ts';
import { findingRows, foundIn } from './finding-rows.ts';
import { inBatches, mostRows, planRows, planTextRows } from './plan-rows.ts';

/** Findings `t` of the rows that filing `f` has. */
const areOfFiling = sql`t.place >= f.event * ${sql.lit(mostRows)} and t.place < (f.event + 1) * ${sql.lit(mostRows)}`;

type Place = Pick<FilingEvent, 'subject' | 'number'>;

/** The rows that lists show of a filing are shown no longer: they are kept for those who ask how lists looked before. */
export async function moveToPast(tx: Transaction<Tables>, { subject, number }: Place): Promise<void> {
  // Of a reading that was shown before, was taken back and came again the rows are there already.
  const moved = await sql`
    insert into guankao.past_filings
      (id, reading, form, agency, fiscal_year, money_unit, plans, errors, warnings, questions, found, event, ended)
    select id, reading, form, agency, fiscal_year, money_unit, plans, errors, warnings, questions, found, event, ${number}
    from guankao.filings where id = ${subject} and withdrawn_at is null
    on conflict (id, reading) do nothing returning id`.execute(tx);
  if (moved.rows.length > 0) {
    await sql`
      insert into guankao.past_plans
      select p.*, f.event from guankao.plans p join guankao.filings f on f.id = p.filing
      where p.filing = ${subject}`.execute(tx);
    await sql`
      insert into guankao.past_plan_texts (place, words, pairs, passages)
      select t.place, t.words, t.pairs, t.passages from guankao.plan_texts t join guankao.plans p on p.id = t.id
      where p.filing = ${subject}`.execute(tx);
    await sql`
      insert into guankao.past_findings
      select t.* from guankao.findings t join guankao.filings f on ${areOfFiling} where f.id = ${subject}`.execute(tx);
  }
  await sql`
    delete from guankao.findings t using guankao.filings f where ${areOfFiling} and f.id = ${subject}`.execute(tx);
  await tx
    .deleteFrom('plan_texts')
    .where('id', 'in', tx.selectFrom('plans').select('id').where('filing', '=', subject))
    .execute();
  await tx.deleteFrom('plans').where('filing', '=', subject).execute();
}

/** Rows of a reading that is shown, but of an edition that is not the newest: lists of now do not show them. */
export async function keepPast(
  tx: Transaction<Tables>,
  { subject, number }: Place,
  hash: string,
  reading: Reading,
): Promise<void> {
  const { form, agency, fiscalYear, moneyUnit } = reading.filing;
  const findings = countBySeverity(reading.findings);
  const kept = await tx
    .insertInto('past_filings')
    .values({
      id: subject,
      reading: hash,
      form,
      agency,
      fiscal_year: fiscalYear,
      money_unit: moneyUnit,
      plans: reading.plans.length,
      errors: findings.error,
      warnings: findings.warning,
      questions: findings.question,
      found: JSON.stringify(foundIn(reading)),
      event: number,
      ended: number,
    })
    .onConflict((conflict) => conflict.columns(['id', 'reading']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (kept === undefined) return;
  for (const rows of inBatches(planRows(subject, reading)))
    await tx
      .insertInto('past_plans')
      .values(rows.map((row) => ({ ...row, event: number })))
      .execute();
  for (const rows of inBatches(planTextRows(subject, number, reading)))
    await tx
      .insertInto('past_plan_texts')
      .values(rows.map(({ id: _id, ...row }) => row))
      .execute();
  for (const rows of inBatches(findingRows(subject, number, reading)))
    await tx.insertInto('past_findings').values(rows).execute();
}
