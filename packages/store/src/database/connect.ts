import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { Refusal } from '@guankao/domain';
import type { Address } from './address.ts';
import { databaseDown, explainFailure, nameOf } from './failures.ts';
import type { Tables } from './tables.ts';

export type Database = Kysely<Tables>;

export interface Connection {
  readonly pool: Pool;
  readonly db: Database;
}

const oldestServer = 15;

/** Opens and checks: throws a Refusal where the server is down, too old, or not in UTF-8. */
export async function connect(address: Address): Promise<Connection> {
  const pool = new Pool(poolConfig(address));
  // Idle connections that the server closes: the next query opens a new one or says why it cannot.
  pool.on('error', () => undefined);
  // One that dies while a transaction holds it says so between two queries, too; the next of them fails and tells.
  pool.on('connect', (client) => client.on('error', () => undefined));
  try {
    await checkServer(pool, address);
  } catch (error) {
    await pool.end();
    throw error instanceof Refusal ? error : explainFailure(address, error);
  }
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }).withSchema('guankao');
  return { pool, db };
}

function poolConfig(address: Address): PoolConfig {
  return {
    ...(typeof address === 'string' ? { connectionString: checkedUrl(address) } : address),
    application_name: 'guankao',
    max: 10,
    connectionTimeoutMillis: 10_000,
    types: { getTypeParser },
  };
}

const int8: number = types.builtins.INT8;

/**
 * bigint arrives as text; amounts in TWD, counts and event numbers all fit into a number exactly (2⁵³ TWD is some
 * three thousand years of the central government's budget). One that does not is a bug and is not rounded in silence.
 */
const getTypeParser: typeof types.getTypeParser = ((oid: number, format?: 'text') =>
  oid === int8 ? exactInteger : types.getTypeParser(oid, format)) as typeof types.getTypeParser;

function exactInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} does not fit into a number`);
  return value;
}

function checkedUrl(url: string): string {
  if (/^postgres(ql)?:\/\//.test(url) && URL.canParse(url)) return url;
  throw new Refusal('database-url', 500, {
    'zh-Hant': 'DATABASE_URL 不是 PostgreSQL 的網址。應為 postgresql://使用者:密碼@主機:埠/資料庫。',
    en: 'DATABASE_URL is no PostgreSQL address. It is written postgresql://user:password@host:port/database.',
  });
}

async function checkServer(pool: Pool, address: Address): Promise<void> {
  const { rows } = await pool.query<{ version: number; encoding: string; shown: string }>(
    `select current_setting('server_version_num')::int as version, current_setting('server_encoding') as encoding, current_setting('server_version') as shown`,
  );
  const server = rows[0];
  if (server === undefined) throw databaseDown(address, 'no answer');
  if (server.version < oldestServer * 10_000) throw tooOld(address, server.shown);
  if (server.encoding !== 'UTF8') throw wrongEncoding(address, server.encoding);
}

function tooOld(address: Address, shown: string): Refusal {
  return new Refusal('database-too-old', 500, {
    'zh-Hant': `資料庫 ${nameOf(address)} 是 PostgreSQL ${shown}，需要 ${oldestServer} 以上。請升級伺服器；不設 DATABASE_URL 則使用內附的。`,
    en: `the database ${nameOf(address)} is PostgreSQL ${shown}; ${oldestServer} or newer is needed. Upgrade the server, or leave DATABASE_URL unset to use the embedded one.`,
  });
}

function wrongEncoding(address: Address, encoding: string): Refusal {
  return new Refusal('database-encoding', 500, {
    'zh-Hant': `資料庫 ${nameOf(address)} 的編碼是 ${encoding}，需要 UTF8。請以 create database … encoding 'UTF8' template template0 另建一個。`,
    en: `the database ${nameOf(address)} is in ${encoding}; UTF8 is needed. Create another: create database … encoding 'UTF8' template template0.`,
  });
}
