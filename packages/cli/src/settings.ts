import { isIP } from 'node:net';
import { userInfo } from 'node:os';
import { resolve } from 'node:path';
import { Refusal } from '@guankao/domain';
import type { Deed, StoreOptions } from '@guankao/store';
import manifest from '../package.json' with { type: 'json' };
import type { Terminal } from './terminal.ts';

export const { version } = manifest;

/** Name and version, as events keep it. */
const program = `guankao ${version}`;

/**
 * Where the record is: DATABASE_URL, or an embedded server in GUANKAO_DATA (`.guankao` where the person stands); and
 * GUANKAO_LOG_KEY, the key that signs its log.
 */
export function storeOptions({ env, cwd }: Pick<Terminal, 'env' | 'cwd'>): StoreOptions {
  const key = env['GUANKAO_LOG_KEY'] ?? '';
  return {
    url: env['DATABASE_URL'],
    ownerUrl: env['DATABASE_OWNER_URL'],
    folder: resolve(cwd, env['GUANKAO_DATA'] || '.guankao'),
    program,
    logKey: key === '' ? undefined : resolve(cwd, key),
  };
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

/**
 * GUANKAO_ORIGIN: by which address readers reach this site, as they see it; undefined where it is not set.
 * Throws a Refusal for anything but `https://host` or `http://host`, a port after it where need be.
 */
export function publicOrigin({ env }: Pick<Terminal, 'env'>): string | undefined {
  const text = env['GUANKAO_ORIGIN'];
  if (text === undefined || text === '') return undefined;
  const url = /^https?:\/\/[^/?#@\s]+\/?$/i.test(text) && URL.canParse(text) ? new URL(text) : null;
  if (url !== null) return url.origin;
  throw new Refusal('wrong-origin', 400, {
    'zh-Hant': `GUANKAO_ORIGIN 要的是本站對外的網址，不含路徑，例如 https://plans.example.gov.tw，收到「${text}」。`,
    en: `GUANKAO_ORIGIN takes the address by which this site is reached, without a path, for instance https://plans.example.gov.tw; it was given "${text}".`,
  });
}

/**
 * GUANKAO_PROXY: addresses and CIDR ranges, by commas, of proxies that say who asked; none where it is not set.
 * Throws a Refusal that names the first that is neither.
 */
export function namedProxies({ env }: Pick<Terminal, 'env'>): readonly string[] {
  const proxies = (env['GUANKAO_PROXY'] ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  const wrong = proxies.find((each) => !isAddressOrRange(each));
  if (wrong === undefined) return proxies;
  throw new Refusal('wrong-proxy', 400, {
    'zh-Hant': `GUANKAO_PROXY 要的是代理伺服器的位址或 CIDR 範圍，以逗號分隔，例如 127.0.0.1,10.1.0.0/16，其中「${wrong}」不是。`,
    en: `GUANKAO_PROXY takes addresses or CIDR ranges of proxies, by commas, for instance 127.0.0.1,10.1.0.0/16; "${wrong}" is none.`,
  });
}

/** A range of all addresses would believe everybody: it is none. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}

/** GUANKAO_WORKERS and GUANKAO_WORKER_MEMORY: children of the pool, and megabytes for each. Throws a Refusal for what is no whole number in their range. */
export function poolOptions({ env }: Pick<Terminal, 'env'>): {
  readonly size: number | undefined;
  readonly memory: number | undefined;
} {
  return {
    size: wholeNumber(env, 'GUANKAO_WORKERS', 2, 64),
    memory: wholeNumber(env, 'GUANKAO_WORKER_MEMORY', 256, 16_384),
  };
}

function wholeNumber(env: Terminal['env'], name: string, least: number, most: number): number | undefined {
  const text = env[name] || undefined;
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new Refusal('wrong-setting', 400, {
    'zh-Hant': `${name} 要的是 ${least} 到 ${most} 的整數，收到「${text}」。`,
    en: `${name} takes a whole number from ${least} to ${most}; it was given "${text}".`,
  });
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
