import { Client } from 'pg';
import { superuser } from './cluster.ts';

/** `guan`: programs that use one embedded server hold this lock together, so that the last to leave knows it. */
const presenceLock = 0x6775616e;

/** In ms: a busy machine takes a moment to notice that a program which was killed is not there any more. */
const patience = 1000;

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
      await client.query("select set_config('lock_timeout', $1, false)", [`${patience}ms`]);
      return client.query('select pg_advisory_lock($1)', [presenceLock]).then(
        () => true,
        (error: unknown) => {
          if (hasCode(error, lockNotAvailable)) return false;
          throw error;
        },
      );
    },
    async end() {
      await client.end().catch(() => undefined);
    },
  };
}

const isWrongPassword = (error: unknown): boolean => hasCode(error, '28P01');
const lockNotAvailable = '55P03';

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
