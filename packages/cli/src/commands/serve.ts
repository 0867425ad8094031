import { existsSync } from 'node:fs';
import { createServer as createListener, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { Refusal } from '@guankao/domain';
import { Pool, type PoolEvent } from '@guankao/pool';
import { createServer, firstAdministratorSecret, mailerOn, type MailSettings } from '@guankao/server';
import { openStore, type Store } from '@guankao/store';
import { readerOf } from '../batch/file-reader.ts';
import type { Arguments } from '../command.ts';
import { expand } from '../files.ts';
import { mailSettings } from '../mail-settings.ts';
import {
  listenOptions,
  logLevel,
  namedProxies,
  poolOptions,
  publicOrigin,
  storeOptions,
  version,
} from '../settings.ts';
import { stopped, stopSignal } from '../stopping.ts';
import { takeIn } from '../taking-in.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';

/** `guankao serve FILE…`: opens the record, takes the files in, answers until it is told to stop. */
export async function serveCommand(terminal: Terminal, { positionals }: Arguments): Promise<ExitCode> {
  const signal = stopSignal();
  const place = listenOptions(terminal);
  logLevel(terminal);
  const origin = publicOrigin(terminal);
  const site = { origin, proxies: namedProxies(terminal), mail: mailSettings(terminal.env, origin) };
  const children = poolOptions(terminal);
  // What is asked for wrongly is said before a database is started for it.
  await expand(positionals);
  await checkPort(place);
  const pool = new Pool({ ...children, report: (event) => reportPool(terminal, event) });
  // Its first child starts while the database does.
  pool.warm();
  try {
    return await serveWith(terminal, pool, positionals, { ...place, ...site }, signal);
  } finally {
    await pool.close();
  }
}

async function serveWith(
  terminal: Terminal,
  pool: Pool,
  paths: readonly string[],
  place: Place & SiteSettings,
  signal: AbortSignal,
): Promise<ExitCode> {
  const store = await openStore(storeOptions(terminal));
  try {
    if (store.mayChangeAll !== null) reportOneRole(terminal, store.mayChangeAll);
    if (!(await load(terminal, store, pool, paths, signal))) return exit.refused;
    if (!signal.aborted) await answer(terminal, store, pool, place, signal);
    return exit.well;
  } finally {
    await store.close();
  }
}

/** false where files were named and none could be taken in. */
async function load(
  terminal: Terminal,
  store: Store,
  pool: Pool,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<boolean> {
  // Whoever names files at start starts a site that shows them.
  const wanted = paths.length > 0 ? paths : await exampleWhereEmpty(store);
  const { held, refused } = await takeIn(terminal, store, readerOf(pool), wanted, {
    signal,
    keep: { as: 'public', ground: null },
  });
  return held > 0 || refused === 0;
}

async function exampleWhereEmpty({ catalogue }: Store): Promise<string[]> {
  const { events } = await catalogue.health();
  const example = exampleFile();
  return events > 0 || example === null ? [] : [example];
}

/** It lies in the checkout and in the package beside dist/. */
function exampleFile(): string | null {
  for (let folder = import.meta.dirname; folder !== dirname(folder); folder = dirname(folder)) {
    const path = join(folder, 'corpus', 'example', 'filing.txt');
    if (existsSync(path)) return path;
  }
  return null;
}

async function answer(
  terminal: Terminal,
  store: Store,
  pool: Pool,
  { origin, proxies, mail, ...place }: Place & SiteSettings,
  signal: AbortSignal,
): Promise<void> {
  const mailer = mail === null ? null : mailerOn(store.office, mail, terminal.now, (why) => reportMail(terminal, why));
  const server = await createServer({
    catalogue: store.catalogue,
    pool,
    office: store.office,
    store,
    mail: mailer,
    publicLog: store.log,
    ...builtFolder(),
    version,
    ...(origin === undefined ? {} : { origin }),
    proxies,
    log: { level: logLevel(terminal), write: (line) => terminal.err(line) },
    clock: terminal.now,
  });
  const sequencer = store.log.follow({ clock: terminal.now, report: (why) => reportLog(terminal, why) });
  try {
    await server.listen(place).catch((error: unknown) => Promise.reject(listenFailure(place, error)));
    mailer?.start();
    const { port } = server.server.address() as AddressInfo;
    terminal.out(`Listening on ${addressOf(place.host, port)}\n`);
    // Lists are made from memory: what takes seconds at the size of the nation is not left to the first who asks.
    store.catalogue.plans({ size: 1 }).catch(() => undefined);
    await inviteFirstAdministrator(terminal, store, origin ?? addressOf(place.host, port));
    await stopped(signal);
  } finally {
    const impatient = setTimeout(() => void pool.close(), longestFarewell);
    await server.close();
    await mailer?.stop();
    await sequencer.stop();
    clearTimeout(impatient);
  }
}

/** Requests that are being answered are finished first; work that takes longer than so many milliseconds is stopped. */
const longestFarewell = 10_000;

/** That one role of the database both migrates and works, in the same form. */
function reportOneRole(terminal: Terminal, role: string): void {
  const message =
    terminal.lang === 'en'
      ? `the role ${role} of DATABASE_URL could change what is in the record; only the signed log would show it. Give the program a role of its own: see Which database in the operations guide`
      : `DATABASE_URL 的角色「${role}」可以更改紀錄，只有簽署的公開日誌看得出來。請另給程式一個角色，見維運說明「Which database」`;
  const time = terminal.now().toISOString();
  terminal.err(`${JSON.stringify({ level: 'warning', time, event: 'one-database-role', message })}\n`);
}

/** Why the record's log is not signed, in the same form. */
function reportLog(terminal: Terminal, why: Refusal | Error): void {
  const id = why instanceof Refusal ? why.id : 'fault';
  const message = why instanceof Refusal ? why.inBothLanguages[terminal.lang] : String(why);
  const time = terminal.now().toISOString();
  terminal.err(`${JSON.stringify({ level: 'error', time, event: 'log-not-signed', why: id, message })}\n`);
}

/** Why mails do not go out, in the same form: no address stands in it, for a server's own words may hold one. */
function reportMail(terminal: Terminal, why: string): void {
  const message = why.replace(/\S+@\S+/g, '…@…');
  terminal.err(
    `${JSON.stringify({ level: 'error', time: terminal.now().toISOString(), event: 'mail-not-sent', message })}\n`,
  );
}

/** What became of the pool's children, as a line of JSON like the server's own. */
function reportPool(terminal: Terminal, event: PoolEvent): void {
  terminal.err(`${JSON.stringify({ level: 'error', time: terminal.now().toISOString(), ...event })}\n`);
}

function addressOf(host: string, port: number): string {
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
}

/** Where the build puts scripts and fonts for the browser: beside the program, above its chunks. */
function builtFolder(): { readonly builtFolder?: string } {
  const folder = [import.meta.dirname, join(import.meta.dirname, '..')].find((path) =>
    existsSync(join(path, 'fonts', 'fonts.css')),
  );
  return folder === undefined ? {} : { builtFolder: folder };
}

/** No default password, ever: whoever reads this console makes the first account. */
async function inviteFirstAdministrator(terminal: Terminal, { office }: Store, address: string): Promise<void> {
  const secret = await firstAdministratorSecret(office, terminal.now());
  if (secret === null) return;
  terminal.err(
    terminal.lang === 'en'
      ? `To open the workbench, make its first administrator here (works once, for 24 hours): ${address}/en/setup/${secret}\n`
      : `要開啟工作檯，請由此建立第一位系統管理者（只能用一次，24 小時內有效）：${address}/setup/${secret}\n`,
  );
}

interface SiteSettings {
  /** By which readers reach it. */
  readonly origin: string | undefined;
  readonly proxies: readonly string[];
  /** null: no notices go out by mail. */
  readonly mail: MailSettings | null;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

/** A server that was told to stop a moment ago may still be letting go of the port. */
const portPatience = 3000;

async function checkPort(place: Place): Promise<void> {
  for (let waited = 0; ; waited += 200) {
    const failure = await tryPort(place);
    if (failure === null) return;
    if (waited >= portPatience || codeOf(failure) !== 'EADDRINUSE') throw listenFailure(place, failure);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

async function tryPort({ host, port }: Place): Promise<Error | null> {
  const listener = createListener();
  return new Promise((resolve) => {
    listener.once('error', resolve);
    listener.listen(port, host, () => listener.close(() => resolve(null)));
  });
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Anything but a failure to listen comes back as it is. */
function listenFailure({ host, port }: Place, error: unknown): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Refusal('port-in-use', 500, {
        'zh-Hant': `${host} 的埠 ${port} 已被其他程式使用。請先停止它，或用 PORT 指定另一個，例如 PORT=${port + 1} npm start。`,
        en: `port ${port} on ${host} is in use by another program. Stop that one, or name another by PORT, for instance PORT=${port + 1} npm start.`,
      });
    case 'EACCES':
      return new Refusal('port-refused', 500, {
        'zh-Hant': `沒有使用 ${host} 埠 ${port} 的權限（1024 以下通常需要）。請用 PORT 指定 1024 以上的埠。`,
        en: `no permission to use port ${port} on ${host} (ports below 1024 usually need it). Name one above 1024 by PORT.`,
      });
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Refusal('host-unknown', 500, {
        'zh-Hant': `這台電腦沒有位址「${host}」。請用 HOST 指定它有的位址，例如 127.0.0.1 或 0.0.0.0。`,
        en: `this machine has no address ${host}. Name one that it has by HOST, for instance 127.0.0.1 or 0.0.0.0.`,
      });
    default:
      return error;
  }
}
