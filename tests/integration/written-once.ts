import { expect } from 'vitest';

/** What the program's role may add to and never change, and what it is refused there. */

/** One statement on a connection of somebody's. */
export type Ask = (statement: string, values?: unknown[]) => Promise<readonly Record<string, unknown>[]>;

export const writtenOnce = [
  'events',
  'payloads',
  'sources',
  'readings',
  'evidence',
  'evidence_of_rows',
  'renderings',
  'log_entries',
  'log_checkpoints',
];

export const changes = [
  'update guankao.TABLE set COLUMN = COLUMN where false',
  'delete from guankao.TABLE',
  'truncate guankao.TABLE',
  'alter table guankao.TABLE disable trigger append_only',
  'drop trigger append_only on guankao.TABLE',
  'alter table guankao.TABLE add column more text',
  'create trigger another before insert on guankao.TABLE execute function guankao.refuse_change()',
  'drop table guankao.TABLE',
];

export const otherChanges = [
  'set session_replication_role = replica',
  `create or replace function guankao.refuse_change() returns trigger language plpgsql as 'begin return new; end'`,
  `update guankao.migrations set checksum = ''`,
  'create table guankao.another (id int)',
  'drop schema guankao cascade',
];

const refused = /permission denied|must be owner/;

export async function expectRefused(ask: Ask, statement: string, table = ''): Promise<void> {
  const [column] = await ask(
    `select quote_ident(column_name) as name from information_schema.columns where table_schema = 'guankao' and table_name = $1`,
    [table],
  );
  const asked = statement.replaceAll('TABLE', table).replaceAll('COLUMN', String(column?.['name']));
  await expect(ask(asked)).rejects.toThrow(refused);
}
