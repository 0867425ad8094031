import { Refusal } from '@guankao/domain';
import type { Pool, PoolClient } from 'pg';
import { migrations } from '../migrations/index.ts';
import { migrateWithin } from '../migrations/migrate.ts';
import { backedUp, backupFormat, type BackupEnd, type BackupHead } from './format.ts';

/**
 * Puts a backup into an empty record, whole or not at all. Throws a Refusal where the record is not empty, or the file
 * is no backup, of a newer schema, or cut short. Projections are not in it: rebuild afterwards.
 *
 * What an older program wrote is put back into the schema that it was written from, and goes the way of every upgrade
 * from there: its rows know nothing of later columns and tables.
 */
export async function restoreBackup(
  pool: Pool,
  lines: AsyncIterable<string>,
): Promise<Readonly<Record<string, number>>> {
  const rows = lines[Symbol.asyncIterator]();
  try {
    return await restoreRows(pool, rows);
  } finally {
    // Where not all was asked for: whoever gives the lines may put away what it holds for them.
    await rows.return?.();
  }
}

async function restoreRows(pool: Pool, rows: AsyncIterator<string>): Promise<Record<string, number>> {
  const { schema } = headOf((await rows.next()).value);
  const client = await pool.connect();
  try {
    await client.query('begin');
    await demandEmpty(client);
    if (schema < migrations.length) await emptySchema(client, schema);
    const counts = await putBack(client, rows);
    await migrateWithin(client, migrations);
    await client.query('commit');
    return counts;
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

/** The schema of so many steps, with nothing in it. */
async function emptySchema(client: PoolClient, steps: number): Promise<void> {
  await client.query('drop schema guankao cascade');
  await migrateWithin(client, migrations.slice(0, steps));
}

async function putBack(client: PoolClient, lines: AsyncIterator<string>): Promise<Record<string, number>> {
  const tables = new Set(backedUp.map(([table]) => table));
  const counts: Record<string, number> = {};
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
    const parsed = parse(next.value) as BackupEnd | { readonly table: string; readonly row: unknown };
    if ('end' in parsed) {
      const named = Object.entries(parsed.rows);
      const differs = named.some(([table, count]) => count !== (counts[table] ?? 0));
      if (differs || Object.keys(counts).some((table) => !(table in parsed.rows))) throw cutShort();
      return Object.fromEntries(named);
    }
    if (!tables.has(parsed.table)) throw noBackup();
    await client.query(
      `insert into guankao.${parsed.table} overriding system value select * from jsonb_populate_record(null::guankao.${parsed.table}, $1)`,
      [JSON.stringify(parsed.row)],
    );
    counts[parsed.table] = (counts[parsed.table] ?? 0) + 1;
  }
  throw cutShort();
}

function headOf(line: unknown): BackupHead {
  const head = typeof line === 'string' ? (parse(line) as Partial<BackupHead>) : {};
  if (head.format !== backupFormat || !Number.isInteger(head.schema) || Number(head.schema) < 1) throw noBackup();
  const schema = migrations.length;
  if (Number(head.schema) <= schema) return head as BackupHead;
  throw new Refusal('backup-newer', 409, {
    'zh-Hant': `這份備份的綱要是第 ${head.schema} 版，比這個程式認得的第 ${schema} 版新。請先更新 guankao。`,
    en: `this backup has schema ${head.schema}, newer than ${schema}, which is all that this program knows. Update guankao first.`,
  });
}

/** Empty now and until the transaction ends: whoever would write an event or an account meanwhile waits. */
async function demandEmpty(client: PoolClient): Promise<void> {
  await client.query('lock table guankao.events, guankao.accounts in share row exclusive mode');
  const { rows } = await client.query<{ held: boolean }>(
    'select exists (select from guankao.events) or exists (select from guankao.accounts) as held',
  );
  if (rows[0]?.held !== true) return;
  throw new Refusal('record-not-empty', 409, {
    'zh-Hant': '這個資料庫裡已有紀錄，不會蓋掉。請用 GUANKAO_DATA 或 DATABASE_URL 指定一個空的。',
    en: 'this record is not empty, and nothing is written over. Name an empty one by GUANKAO_DATA or DATABASE_URL.',
  });
}

function parse(line: string): object {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    throw noBackup();
  }
  throw noBackup();
}

function noBackup(): Refusal {
  return new Refusal('no-backup', 422, {
    'zh-Hant': '這個檔案不是 guankao 的備份，或內容已損壞；沒有還原任何東西。',
    en: 'this file is no backup of guankao, or is damaged; nothing was restored.',
  });
}

function cutShort(): Refusal {
  return new Refusal('backup-cut-short', 422, {
    'zh-Hant': '這份備份不完整（中途被截斷，或筆數與結尾所記不符）；沒有還原任何東西。請用另一份。',
    en: 'this backup is not whole (cut short, or its counts differ from its end); nothing was restored. Use another.',
  });
}
