import { createHash } from 'node:crypto';
import { Refusal } from '@guankao/domain';
import { DatabaseError, type Pool, type PoolClient } from 'pg';
import { migrations, type Migration } from './index.ts';

/** `migr`: one program at a time brings the schema up to date. */
const migrationLock = 0x6d696772;

/**
 * Brings the database's schema up to ours, each step whole or not at all. Gives the numbers of the steps that ran.
 * Throws a Refusal where the schema is newer than this program, or was made by steps other than ours.
 */
export async function migrate(pool: Pool, steps: readonly Migration[] = migrations): Promise<readonly number[]> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock]);
    try {
      return await bringUpToDate(client, steps);
    } catch (error) {
      throw error instanceof DatabaseError && error.code === notAllowed ? ownerNeeded(error.message) : error;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [migrationLock]);
    }
  } finally {
    client.release();
  }
}

async function bringUpToDate(client: PoolClient, steps: readonly Migration[]): Promise<readonly number[]> {
  const missing = await missingSteps(client, steps);
  for (const step of missing) {
    await client.query('begin');
    try {
      await apply(client, step);
      await client.query('commit');
    } catch (error) {
      await client.query('rollback');
      throw error;
    }
  }
  return missing.map(({ number }) => number);
}

/**
 * The same within a transaction that the caller has begun, so that all steps stand or fall together with what else is
 * done in it. Until it ends, no other program migrates.
 */
export async function migrateWithin(client: PoolClient, steps: readonly Migration[]): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
  for (const step of await missingSteps(client, steps)) await apply(client, step);
}

async function missingSteps(client: PoolClient, steps: readonly Migration[]): Promise<readonly Migration[]> {
  const applied = await appliedSteps(client);
  checkHistory(applied, steps);
  return steps.filter(({ number }) => number > applied.length);
}

interface Applied {
  readonly number: number;
  readonly name: string;
  readonly checksum: string;
}

async function appliedSteps(client: PoolClient): Promise<readonly Applied[]> {
  // Asked for first: a role that may not create anything may find that all is there.
  const { rows } = await client.query(
    `select from pg_class where relname = 'migrations' and relnamespace = to_regnamespace('guankao')`,
  );
  if (rows.length === 0)
    await client.query(`
      create schema if not exists guankao;
      create table if not exists guankao.migrations (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      )`);
  return (await client.query<Applied>('select number, name, checksum from guankao.migrations order by number')).rows;
}

function checkHistory(applied: readonly Applied[], steps: readonly Migration[]): void {
  if (applied.length > steps.length) throw newerSchema(applied.length, steps.length);
  for (const [at, done] of applied.entries()) {
    const step = steps[at];
    if (step === undefined || step.number !== done.number || checksum(step) !== done.checksum)
      throw foreignSchema(done);
  }
}

async function apply(client: PoolClient, step: Migration): Promise<void> {
  await client.query(step.sql);
  await client.query('insert into guankao.migrations (number, name, checksum) values ($1, $2, $3)', [
    step.number,
    step.name,
    checksum(step),
  ]);
}

function checksum({ sql }: Migration): string {
  return createHash('sha256').update(sql).digest('hex');
}

/** insufficient_privilege */
const notAllowed = '42501';

function ownerNeeded(said: string): Refusal {
  return new Refusal('database-owner-needed', 500, {
    'zh-Hant': `資料庫的綱要還沒有建立或要更新，而 DATABASE_URL 的使用者沒有這個權限（${said}）。請以 DATABASE_OWNER_URL 指定擁有者執行一次，例：DATABASE_OWNER_URL=postgresql://… guankao rebuild。`,
    en: `the schema is not there yet or has to be brought up to date, which the user of DATABASE_URL may not do (${said}). Run once with the owner named by DATABASE_OWNER_URL, for instance: DATABASE_OWNER_URL=postgresql://… guankao rebuild.`,
  });
}

function newerSchema(found: number, known: number): Refusal {
  return new Refusal('schema-newer', 500, {
    'zh-Hant': `資料庫的綱要是第 ${found} 版，比這個程式認得的第 ${known} 版新；舊程式不碰新資料。請更新 guankao，或用 GUANKAO_DATA／DATABASE_URL 指定另一個資料庫。`,
    en: `the database has schema ${found}, newer than ${known}, which is all that this program knows; an old program does not touch new data. Update guankao, or name another database by GUANKAO_DATA or DATABASE_URL.`,
  });
}

function foreignSchema({ number, name }: Applied): Refusal {
  return new Refusal('schema-foreign', 500, {
    'zh-Hant': `資料庫的第 ${number} 步綱要（${name}）與這個程式的不同，不能確定裡面是什麼，所以不使用。請用當初建立它的版本，或指定另一個資料庫。`,
    en: `step ${number} of the database's schema (${name}) differs from this program's, so what it holds is uncertain and it is left alone. Use the version that made it, or name another database.`,
  });
}
