import type { Pool, PoolClient } from 'pg';
import { Refusal } from '@guankao/domain';

/**
 * Two roles of the database: the owner migrates and hands out rights, the program works. To what is written once (the
 * tables with the trigger `append_only`) the program may add, and nothing else; what takes a payload away is a function
 * of the owner's. To all other tables it has all rights, but to the list of migrations.
 */
async function grantProgram(client: PoolClient, program: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format(
       case when relname = 'migrations' then 'grant select on guankao.%1$I to %2$I'
            when exists (select from pg_trigger where tgrelid = c.oid and tgname = 'append_only')
              then 'grant select, insert on guankao.%1$I to %2$I'
            else 'grant select, insert, update, delete on guankao.%1$I to %2$I' end, relname, $1::text) as statement
     from pg_class c where relnamespace = 'guankao'::regnamespace and relkind = 'r' order by relname`,
    [program],
  );
  const role = await quoted(client, program);
  for (const statement of [
    `revoke all on schema guankao from ${role}`,
    `revoke all on all tables in schema guankao from ${role}`,
    `grant usage on schema guankao to ${role}`,
    `grant usage on all sequences in schema guankao to ${role}`,
    `grant execute on function guankao.erase_payload to ${role}`,
    ...rows.map(({ statement }) => statement),
  ])
    await client.query(statement);
}

/** `rght`: of several programs that start at once, one makes roles and hands out rights at a time. */
const grantLock = 0x72676874;

/** The same, whole or not at all, with no other program at it. */
export async function grantAlone(pool: Pool, program: string): Promise<void> {
  await alone(pool, (client) => grantProgram(client, program));
}

/** A role that may log in with this password and nothing else: made where it is not there, put right where it is. */
export async function keepProgramRole(pool: Pool, user: string, password: string): Promise<void> {
  await alone(pool, async (client) => {
    const { rows } = await client.query<{ statement: string }>(
      `select format('%s role %I login nosuperuser nocreatedb nocreaterole noreplication nobypassrls password %L',
         case when exists (select from pg_roles where rolname = $1) then 'alter' else 'create' end, $1::text, $2::text)
         as statement`,
      [user, password],
    );
    await client.query(rows[0]?.statement ?? '');
  });
}

async function alone(pool: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [grantLock]);
    await work(client);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function quoted(client: PoolClient, role: string): Promise<string> {
  const { rows } = await client.query<{ name: string }>('select quote_ident($1) as name', [role]);
  return rows[0]?.name ?? '';
}

/** Who is at this connection. */
export async function roleOf(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ name: string }>('select current_user::text as name');
  return rows[0]?.name ?? '';
}

/** The role at this connection, where it could change the record after all: a superuser's, the owner's, a member of it; else null. */
export async function strongRole(pool: Pool): Promise<string | null> {
  const { rows } = await pool.query<{ role: string }>(
    `select current_user::text as role from pg_class c where relnamespace = 'guankao'::regnamespace and relkind = 'r'
       and exists (select from pg_trigger where tgrelid = c.oid and tgname = 'append_only')
       and (pg_has_role(relowner, 'member') or has_table_privilege(c.oid, 'update, delete, truncate, trigger'))
     limit 1`,
  );
  return rows[0]?.role ?? null;
}

export function tooStrong(role: string): Refusal {
  return new Refusal('database-role-too-strong', 500, {
    'zh-Hant': `DATABASE_URL 的使用者「${role}」可以更改或刪除紀錄（超級使用者、擁有者，或其成員）。已設 DATABASE_OWNER_URL，請讓 DATABASE_URL 用另一個只能登入的角色；作法見維運說明「Which database」。`,
    en: `the user of DATABASE_URL, ${role}, could change or delete what is in the record (a superuser, the owner, or a member of it). With DATABASE_OWNER_URL set, let DATABASE_URL be another role that may only log in: see Which database in the operations guide.`,
  });
}
