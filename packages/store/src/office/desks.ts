import type { Database } from '../database/connect.ts';

/** Something typed and not yet saved: it is one person's, and outlives a closed browser and a dead server. */
interface Draft {
  /** Version of the row that it was begun on. */
  readonly rowVersion: number;
  readonly body: unknown;
  readonly savedAt: Date;
}

interface EvidenceRecord {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

interface Answered {
  /** Fingerprint of the request that was answered. */
  readonly request: string;
  readonly status: number;
  readonly answer: unknown;
}

/** What lies on people's desks: drafts, evidence files, mappings of accounting exports, answers already given. */
export interface Desks {
  draft(row: string, account: string): Promise<Draft | null>;
  keepDraft(row: string, account: string, draft: Draft): Promise<void>;
  dropDraft(row: string, account: string): Promise<void>;
  evidence(sha256: string): Promise<(EvidenceRecord & { readonly row: string }) | null>;
  keepEvidence(row: string, file: EvidenceRecord, by: string, at: Date): Promise<void>;
  moneyMapping(agency: string): Promise<unknown>;
  keepMoneyMapping(agency: string, mapping: unknown, at: Date): Promise<void>;
  answered(account: string, key: string): Promise<Answered | null>;
  keepAnswer(account: string, key: string, answered: Answered, at: Date): Promise<void>;
}

export function desksOn(db: Database): Desks {
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
    async evidence(sha256) {
      const found = await db.selectFrom('evidence').selectAll().where('sha256', '=', sha256).executeTakeFirst();
      return found === undefined
        ? null
        : { sha256, name: found.name, mediaType: found.media_type, bytes: found.bytes, row: found.row };
    },
    async keepEvidence(row, { sha256, name, mediaType, bytes }, by, at) {
      await db
        .insertInto('evidence')
        .values({ sha256, name, media_type: mediaType, bytes: Buffer.from(bytes), row, added_by: by, added_at: at })
        .onConflict((conflict) => conflict.doNothing())
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
    async answered(account, key) {
      const found = await db
        .selectFrom('idempotency_keys')
        .selectAll()
        .where('account', '=', account)
        .where('key', '=', key)
        .executeTakeFirst();
      return found === undefined ? null : { request: found.request, status: found.status, answer: found.answer };
    },
    async keepAnswer(account, key, { request, status, answer }, at) {
      await db
        .insertInto('idempotency_keys')
        .values({ account, key, request, status, answer: JSON.stringify(answer), at })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
  };
}
