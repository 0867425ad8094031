import { Readable } from 'node:stream';
import type { Pool, PoolClient } from 'pg';
import { backedUp, backupFormat, type BackupEnd, type BackupHead } from './format.ts';

const batch = 200;

/** The lines of a backup, of one moment: what is written meanwhile is not in it, and nothing is half in it. */
export function backupLines(pool: Pool, at: Date, program: string): Readable {
  return Readable.from(lines(pool, at, program));
}

async function* lines(pool: Pool, at: Date, program: string): AsyncGenerator<string> {
  const client = await pool.connect();
  try {
    await client.query('begin isolation level repeatable read read only');
    const { rows } = await client.query<{ schema: number }>('select max(number) as schema from guankao.migrations');
    const head: BackupHead = { format: backupFormat, schema: rows[0]?.schema ?? 0, at: at.toISOString(), program };
    yield `${JSON.stringify(head)}\n`;
    const counts: Record<string, number> = {};
    for (const [table, order] of backedUp) {
      counts[table] = 0;
      for await (const row of rowsOf(client, table, order)) {
        counts[table]++;
        yield `${row}\n`;
      }
    }
    yield `${JSON.stringify({ end: true, rows: counts } satisfies BackupEnd)}\n`;
    await client.query('commit');
  } finally {
    client.release();
  }
}

/** PostgreSQL writes each row as JSON itself, bytes in hexadecimal: what it wrote it can read back. */
async function* rowsOf(client: PoolClient, table: string, order: string): AsyncGenerator<string> {
  const cursor = `backup_${table}`;
  await client.query(
    `declare ${cursor} no scroll cursor for select jsonb_build_object('table', '${table}', 'row', to_jsonb(t))::text as line from guankao.${table} t order by t.${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>(`fetch ${batch} from ${cursor}`);
    if (rows.length === 0) break;
    for (const { line } of rows) yield line;
  }
  await client.query(`close ${cursor}`);
}
