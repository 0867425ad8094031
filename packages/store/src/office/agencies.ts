import { Refusal } from '@guankao/domain';
import type { Agency } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';

/** Throws a Refusal where there is an agency of this id. */
export async function addAgency(db: Database, agency: Agency, at: Date): Promise<void> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('agencies')
    .values({ ...agency, created_at: at })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  if (numInsertedOrUpdatedRows === 0n) throw agencyTaken(agency.id);
}

function agencyTaken(id: string): Refusal {
  return new Refusal('agency-taken', 409, {
    'zh-Hant': `機關代碼「${id}」已有機關使用。請換一個。`,
    en: `the agency id "${id}" is taken. Choose another.`,
  });
}
