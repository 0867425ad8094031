import type { Transaction } from 'kysely';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';

export interface EvidenceRecord {
  readonly sha256: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A row that names the file. */
interface NamedByRow {
  readonly row: string;
  readonly name: string;
}

/** Files that rows name as evidence. The bytes are kept once, whoever attaches them. */
export interface Evidence {
  /** The file, with the rows that name it and how: who may read one of them may read it, by that name. */
  evidence(sha256: string): Promise<(EvidenceRecord & { readonly rows: readonly NamedByRow[] }) | null>;
}

export function evidenceOn(db: Database): Evidence {
  return {
    async evidence(sha256) {
      const found = await db
        .selectFrom('evidence')
        .selectAll()
        .where('sha256', '=', sha256.replaceAll('\0', ''))
        .executeTakeFirst();
      if (found === undefined) return null;
      const rows = await db
        .selectFrom('evidence_of_rows')
        .select(['row', 'name'])
        .where('sha256', '=', found.sha256)
        .orderBy('added_at')
        .execute();
      const { name, media_type: mediaType, bytes } = found;
      return { sha256: found.sha256, name, mediaType, bytes, rows };
    },
  };
}

/** Only in the transaction of the command that attaches it. */
export async function keepEvidenceOfRow(
  tx: Transaction<Tables>,
  { row, sha256, name, mediaType, bytes }: EvidenceRecord & { readonly row: string },
  by: string,
  at: Date,
): Promise<void> {
  await tx
    .insertInto('evidence')
    .values({ sha256, name, media_type: mediaType, bytes: Buffer.from(bytes), added_by: by, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto('evidence_of_rows')
    .values({ row, sha256, name, added_by: by, added_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
