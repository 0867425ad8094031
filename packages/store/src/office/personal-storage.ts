import type { Database } from '../database/connect.ts';

/** Something typed and not yet saved: it is one person's, and outlives a closed browser and a dead server. */
interface Draft {
  /** Version of the row that it was begun on. */
  readonly rowVersion: number;
  readonly body: unknown;
  readonly savedAt: Date;
}

/** What people keep beside the record: drafts, and how accounting exports are to be read. */
export interface PersonalStorage {
  draft(row: string, account: string): Promise<Draft | null>;
  keepDraft(row: string, account: string, draft: Draft): Promise<void>;
  dropDraft(row: string, account: string): Promise<void>;
  moneyMapping(agency: string): Promise<unknown>;
  keepMoneyMapping(agency: string, mapping: unknown, at: Date): Promise<void>;
}

export function personalStorageOn(db: Database): PersonalStorage {
  return {
    async draft(row, account) {
      const found = await db
        .selectFrom('drafts')
        .selectAll()
        .where('row', '=', row)
        .where('account', '=', account)
        .executeTakeFirst();
      return found === undefined ? null : { rowVersion: found.row_version, body: found.body, savedAt: found.saved_at };
    },
    async keepDraft(row, account, { rowVersion, body, savedAt }) {
      const values = { row_version: rowVersion, body: JSON.stringify(body), saved_at: savedAt };
      await db
        .insertInto('drafts')
        .values({ row, account, ...values })
        .onConflict((conflict) => conflict.columns(['row', 'account']).doUpdateSet(values))
        .execute();
    },
    async dropDraft(row, account) {
      await db.deleteFrom('drafts').where('row', '=', row).where('account', '=', account).execute();
    },
    async moneyMapping(agency) {
      return (
        (await db.selectFrom('money_mappings').select('body').where('agency', '=', agency).executeTakeFirst())?.body ??
        null
      );
    },
    async keepMoneyMapping(agency, mapping, at) {
      const values = { body: JSON.stringify(mapping), saved_at: at };
      await db
        .insertInto('money_mappings')
        .values({ agency, ...values })
        .onConflict((conflict) => conflict.column('agency').doUpdateSet(values))
        .execute();
    },
  };
}
