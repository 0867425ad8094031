import { Client } from 'pg';
import { superuser } from './cluster.ts';

/** `guan`: programs that use one embedded server hold this lock together, so that the last to leave knows it. */
const presenceLock = 0x6775616e;

/** One program's sign at the server that it is there. Dies with the program, however that ends. */
export interface Presence {
  /** Gives up the sign. true: nobody else is there, and whoever comes now waits until this connection ends. */
  leave(): Promise<boolean>;
  end(): Promise<void>;
}

/** null where the server does not answer yet, or no more. */
export async function greet(port: number, password: string, lost: () => void): Promise<Presence | null> {
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: superuser,
    password,
    database: 'postgres',
    application_name: 'guankao presence',
    connectionTimeoutMillis: 5000,
  });
  let there = false;
  // One broken connection may tell of itself more than once.
  client.on('error', () => {
    if (there) lost();
    there = false;
  });
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [presenceLock]);
  } catch (error) {
    await client.end().catch(() => undefined);
    if (isWrongPassword(error)) throw error;
    return null;
  }
  there = true;
  return {
    async leave() {
      there = false;
      await client.query('select pg_advisory_unlock_shared($1)', [presenceLock]);
      const { rows } = await client.query<{ alone: boolean }>('select pg_try_advisory_lock($1) as alone', [
        presenceLock,
      ]);
      return rows[0]?.alone === true;
    },
    async end() {
      await client.end().catch(() => undefined);
    },
  };
}

function isWrongPassword(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '28P01';
}
