import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Refusal } from '@guankao/domain';
import type { Deed, StoreOptions } from '@guankao/store';
import manifest from '../package.json' with { type: 'json' };
import type { Terminal } from './terminal.ts';

export const { version } = manifest;

/** Name and version, as events keep it. */
const program = `guankao ${version}`;

/** Where the record is: DATABASE_URL, or an embedded server in GUANKAO_DATA (`.guankao` where the person stands). */
export function storeOptions({ env, cwd }: Pick<Terminal, 'env' | 'cwd'>): StoreOptions {
  return { url: env['DATABASE_URL'], folder: resolve(cwd, env['GUANKAO_DATA'] || '.guankao'), program };
}

/** HOST and PORT. Throws a Refusal for a port that is none. */
export function listenOptions({ env }: Pick<Terminal, 'env'>): { readonly host: string; readonly port: number } {
  const text = env['PORT'] || '8080';
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Refusal('wrong-port', 400, {
      'zh-Hant': `PORT 要的是 0 到 65535 的整數，收到「${text}」。`,
      en: `PORT takes a whole number from 0 to 65535; it was given "${text}".`,
    });
  }
  return { host: env['HOST'] || '127.0.0.1', port };
}

/** GUANKAO_LOG: faults only, or a line for each request too. Throws a Refusal for anything else. */
export function logLevel({ env }: Pick<Terminal, 'env'>): 'errors' | 'requests' {
  const text = env['GUANKAO_LOG'] || 'errors';
  if (text === 'errors' || text === 'requests') return text;
  throw new Refusal('wrong-log', 400, {
    'zh-Hant': `GUANKAO_LOG 要的是 errors（只記錯誤）或 requests（每個要求一行），收到「${text}」。`,
    en: `GUANKAO_LOG takes errors (faults only) or requests (a line for each request too); it was given "${text}".`,
  });
}

/** Whoever sits at the command line acts as the operator, by the name that the system knows. */
export function operator({ now }: Pick<Terminal, 'now'>, reason?: string): Deed {
  return { actor: userName(), role: 'operator', at: now(), ...(reason === undefined ? {} : { reason }) };
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}
