import type { Selectable } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

/** Something typed and not yet saved: it is one person's, and outlives a closed browser and a dead server. */
export interface Draft {
  readonly row: string;
  /** Version of the row that it was begun on; of each there is one. */
  readonly rowVersion: number;
  readonly body: unknown;
  readonly savedAt: Date;
}

/** What people keep beside the record: drafts, and how accounting exports are to be read. */
export interface PersonalStorage {
  /** Of one row, the newest version first. */
  drafts(row: string, account: string): Promise<readonly Draft[]>;
  /** Of all rows, also those that the person may no longer read; the last kept first. */
  draftsOf(account: string): Promise<readonly Draft[]>;
  /** In place of what was kept on the same version of the row. */
  keepDraft(account: string, draft: Draft): Promise<void>;
  dropDraft(account: string, draft: Pick<Draft, 'row' | 'rowVersion'>): Promise<void>;
  moneyMapping(agency: string): Promise<unknown>;
  keepMoneyMapping(agency: string, mapping: unknown, at: Date): Promise<void>;
}

export function personalStorageOn(db: Database): PersonalStorage {
  return {
    async drafts(row, account) {
      const found = await db
        .selectFrom('drafts')
        .selectAll()
        .where('row', '=', row)
        .where('account', '=', account)
        .orderBy('row_version', 'desc')
        .execute();
      return found.map(draftIn);
    },
    async draftsOf(account) {
      const found = await db
        .selectFrom('drafts')
        .selectAll()
        .where('account', '=', account)
        .orderBy('saved_at', 'desc')
        .execute();
      return found.map(draftIn);
    },
    async keepDraft(account, { row, rowVersion, body, savedAt }) {
      const values = { body: JSON.stringify(body), saved_at: savedAt };
      await db
        .insertInto('drafts')
        .values({ row, account, row_version: rowVersion, ...values })
        .onConflict((conflict) => conflict.columns(['row', 'account', 'row_version']).doUpdateSet(values))
        .execute();
    },
    async dropDraft(account, { row, rowVersion }) {
      await db
        .deleteFrom('drafts')
        .where('row', '=', row)
        .where('account', '=', account)
        .where('row_version', '=', rowVersion)
        .execute();
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

function draftIn({ row, row_version: rowVersion, body, saved_at: savedAt }: Selectable<Tables['drafts']>): Draft {
  return { row, rowVersion, body, savedAt };
}
