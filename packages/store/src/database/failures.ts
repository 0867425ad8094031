import { Refusal } from '@guankao/domain';
import type { Address } from './address.ts';

/** Host, port and database: never the password. */
export function nameOf(address: Address): string {
  if (typeof address !== 'string') return `${address.host}:${address.port}/${address.database}`;
  const { hostname, port, pathname } = new URL(address);
  return `${hostname || 'localhost'}:${port || 5432}${pathname}`;
}

/** A failed connection in words: down, refused entry, no such database. Anything else comes back as it is. */
export function explainFailure(address: Address, error: unknown): unknown {
  const code = codeOf(error);
  if (code === '28P01' || code === '28000') return loginRefused(address);
  if (code === '3D000') return noSuchDatabase(address);
  if (isDown(error)) return databaseDown(address, code ?? (error instanceof Error ? error.message : String(error)));
  return error;
}

/** The server cannot be reached, is going down, or does not take connections: by the system's or PostgreSQL's code. */
export function isDown(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && /^(ECONN|ENOTFOUND|EAI_|ETIMEDOUT|EHOST|ENET|EPIPE|ENOENT|08|57P0|53300)/.test(code))
    return true;
  return (
    error instanceof Error &&
    /connection (terminated|timeout)|connection error and is not queryable|timeout exceeded when trying to connect|timeout expired/i.test(
      error.message,
    )
  );
}

/**
 * The same things, whose promises fail with a Refusal where the database is down: a reader is then told so (503),
 * and not that the program has a fault.
 */
export function tellingWhenDown<Things extends object>(things: Things, address: Address): Things {
  return new Proxy(things, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      return (...words: unknown[]) => {
        const result: unknown = Reflect.apply(value, target, words);
        return result instanceof Promise
          ? result.catch((error: unknown) =>
              Promise.reject(isDown(error) ? databaseDown(address, codeOf(error) ?? String(error)) : error),
            )
          : result;
      };
    },
  });
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if ('code' in error && typeof error.code === 'string') return error.code;
  // A name with several addresses (localhost) fails with one error for each.
  return error instanceof AggregateError ? codeOf(error.errors[0]) : undefined;
}

export function databaseDown(address: Address, cause: string): Refusal {
  return new Refusal('database-down', 503, {
    'zh-Hant': `連不上資料庫 ${nameOf(address)}（${cause}）。請確認伺服器已啟動、DATABASE_URL 正確；不設 DATABASE_URL 則使用內附的。`,
    en: `the database ${nameOf(address)} does not answer (${cause}). Check that the server runs and that DATABASE_URL is right, or leave it unset to use the embedded one.`,
  });
}

function loginRefused(address: Address): Refusal {
  return new Refusal('database-login', 500, {
    'zh-Hant': `資料庫 ${nameOf(address)} 拒絕登入。請檢查 DATABASE_URL 裡的使用者與密碼，以及伺服器的 pg_hba.conf。`,
    en: `the database ${nameOf(address)} refused the login. Check user and password in DATABASE_URL, and the server's pg_hba.conf.`,
  });
}

function noSuchDatabase(address: Address): Refusal {
  return new Refusal('database-missing', 500, {
    'zh-Hant': `伺服器上沒有資料庫 ${nameOf(address)}。請先建立（create database），或改 DATABASE_URL。`,
    en: `there is no database ${nameOf(address)} on that server. Create it first (create database), or change DATABASE_URL.`,
  });
}
