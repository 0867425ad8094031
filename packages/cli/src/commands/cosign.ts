import { createHash } from 'node:crypto';
import { open, rename, writeFile } from 'node:fs/promises';
import { Refusal } from '@guankao/domain';
import {
  cosignNote,
  faults,
  openCheckpoint,
  parseVerifierKey,
  printNote,
  printVerifierKey,
  rootAt,
  sameBytes,
  subtreesOf,
  tilePath,
  widthAt,
  type ReadTile,
  type SignedCheckpoint,
  type VerifierKey,
} from '@guankao/log';
import { newSigningKey, parseSigningKey, sha256, verifyEd25519, type SigningKey } from '@guankao/log/node';
import type { Arguments } from '../command.ts';
import { exit, type ExitCode, type Terminal } from '../terminal.ts';
import { textOf, textOrNull, verifierKeys } from './log-keys.ts';

/**
 * `guankao cosign URL --key FILE [--name NAME] [--log VKEY] [--out FILE]`: another body looks whether the log only grew
 * since it last looked, and says so with its own signature. What it saw last is kept beside its key.
 */
export async function cosignCommand(
  terminal: Terminal,
  { positionals: [url = ''], values }: Arguments,
): Promise<ExitCode> {
  const site = prefixOf(url);
  const keyFile = typeof values['key'] === 'string' ? values['key'] : null;
  if (keyFile === null) throw keyOwed();
  const key = await witnessKey(terminal, keyFile, values['name']);
  const log = (await verifierKeys('--log', values['log'], 'log'))[0] ?? (await keyOfSite(terminal, site, keyFile));
  const seenFile = `${keyFile}.${createHash('sha256').update(log.name).digest('hex')}`;
  const before = await lastSeen(seenFile, log);
  const note = Buffer.from(await fetched(site, 'checkpoint')).toString('utf8');
  const checkpoint = await opened(note, log, `${site}/checkpoint`);
  await demandGrown(site, before, checkpoint);
  const seconds = Math.floor(terminal.now().getTime() / 1_000);
  const line = cosignNote(checkpoint.note.text, key.verifier, key.sign, seconds);
  const cosigned = printNote({ text: checkpoint.note.text, signatures: [...checkpoint.note.signatures, line] });
  // What was seen is on the disk before anybody sees the signature.
  await writeWhole(seenFile, cosigned);
  if (typeof values['out'] === 'string') await writeWhole(values['out'], cosigned);
  else terminal.out(cosigned);
  tell(terminal, before, checkpoint);
  return exit.well;
}

function tell({ lang, err }: Terminal, before: SignedCheckpoint | null, { origin, size }: SignedCheckpoint): void {
  const since = before === null ? 0 : before.size;
  err(
    lang === 'en'
      ? `${origin}: ${size} events, of which ${since} were seen before and stand unchanged. Cosigned.\n`
      : `${origin}：${size} 筆，其中 ${since} 筆是上次看過的，沒有變動。已見證。\n`,
  );
}

function prefixOf(url: string): string {
  if (/^https?:\/\//i.test(url) && URL.canParse(url)) return `${url.replace(/\/+$/, '').replace(/\/log$/, '')}/log`;
  throw new Refusal('wrong-arguments', 400, {
    'zh-Hant': `「cosign」要的是網站的網址，例如 https://plans.example.gov.tw，收到「${url}」。`,
    en: `"cosign" takes the address of a site, for instance https://plans.example.gov.tw; it was given "${url}".`,
  });
}

/** Made where it is not there yet and a name is given. */
async function witnessKey(terminal: Terminal, path: string, name: string | boolean | undefined): Promise<SigningKey> {
  const text = typeof name === 'string' ? await textOrNull(path) : await textOf(path);
  if (text !== null) {
    const key = parseSigningKey(text);
    if (key !== null && key.verifier.type === 'cosignature') return key;
    throw noWitnessKey(path);
  }
  if (typeof name !== 'string' || !/^[^+\s]{1,255}$/u.test(name)) throw wrongName(String(name));
  const key = newSigningKey(name, 'cosignature');
  await writeFile(path, `${key.secret}\n`, { mode: 0o600, flag: 'wx' });
  terminal.err(`${printVerifierKey(key.verifier)}\n`);
  return key;
}

/** At first sight the site's own word is taken for its key, and kept. */
async function keyOfSite(terminal: Terminal, site: string, keyFile: string): Promise<VerifierKey> {
  const pinned = `${keyFile}.${createHash('sha256').update(site).digest('hex')}.log`;
  const known = await textOrNull(pinned);
  const text =
    known ??
    Buffer.from(await fetched(site, 'verifier-keys'))
      .toString('utf8')
      .trim()
      .split('\n')
      .at(-1) ??
    '';
  const key = parseVerifierKey(sha256, text);
  if (key === null || key.type !== 'log') throw noLog(site, 'verifier-keys');
  if (known === null) {
    await writeWhole(pinned, `${printVerifierKey(key)}\n`);
    terminal.err(
      terminal.lang === 'en'
        ? `First seen: ${printVerifierKey(key)}. Compare it with what the site’s operator told you, or name it by --log.\n`
        : `第一次看到：${printVerifierKey(key)}。請與該站維運者告知的核對，或以 --log 指定。\n`,
    );
  }
  return key;
}

async function lastSeen(path: string, log: VerifierKey): Promise<SignedCheckpoint | null> {
  const note = await textOrNull(path);
  return note === null ? null : opened(note, log, path);
}

async function opened(note: string, log: VerifierKey, place: string): Promise<SignedCheckpoint> {
  const found = await openCheckpoint(verifyEd25519, note, log);
  if (typeof found !== 'string') return found.checkpoint;
  throw new Refusal('log-checkpoint-unsound', 422, {
    'zh-Hant': `${place}：${faults[found]['zh-Hant']}。沒有見證。`,
    en: `${place}: ${faults[found].en}. Nothing was cosigned.`,
  });
}

/** The new head's tiles must give both roots: that which was seen last, and the new one. */
async function demandGrown(site: string, before: SignedCheckpoint | null, now: SignedCheckpoint): Promise<void> {
  if (before !== null && before.size > now.size) throw shrunk(before.size, now.size);
  const tiles = new Map<string, Promise<Uint8Array>>();
  const readTile: ReadTile = (level, index) => {
    const path = tilePath({ level, index, width: widthAt(now.size, level, index) });
    const found = tiles.get(path) ?? fetched(site, path);
    tiles.set(path, found);
    return found;
  };
  const subtree = subtreesOf(sha256, readTile);
  const rootOf = (size: number) =>
    rootAt(sha256, subtree, size).catch((error: unknown) => {
      throw error instanceof RangeError ? noLog(site, error.message) : error;
    });
  if (!sameBytes(await rootOf(now.size), now.root)) throw tilesDiffer(now.size);
  if (before !== null && !sameBytes(await rootOf(before.size), before.root)) throw historyDiffers(before.size);
}

/** Milliseconds for each answer. */
const patience = 30_000;

async function fetched(site: string, path: string): Promise<Uint8Array> {
  const answer = await fetch(`${site}/${path}`, { signal: AbortSignal.timeout(patience) }).catch((error: unknown) => {
    throw noAnswer(
      site,
      path,
      error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error),
    );
  });
  if (!answer.ok) throw noAnswer(site, path, String(answer.status));
  return new Uint8Array(await answer.arrayBuffer());
}

async function writeWhole(path: string, text: string): Promise<void> {
  const file = await open(`${path}.new`, 'w', 0o600).catch((error: unknown) => {
    throw new Refusal('cannot-write', 403, {
      'zh-Hant': `寫不進「${path}」（${String(error)}）。請換一個資料夾，或檢查權限與空間。`,
      en: `cannot write ${path} (${String(error)}). Choose another folder, or check permissions and space.`,
    });
  });
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.new`, path);
}

function keyOwed(): Refusal {
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': '見證要有自己的金鑰：--key FILE；還沒有就加 --name 您的名稱（如 audit.example.gov.tw/w1），會建立一把。',
    en: 'a witness has a key of its own: --key FILE; where there is none yet, add --name, such as audit.example.gov.tw/w1, and one is made.',
  });
}

function noWitnessKey(path: string): Refusal {
  return new Refusal('witness-key-unreadable', 422, {
    'zh-Hant': `「${path}」不是見證者的金鑰（PRIVATE+KEY+…，種類 4）。請換對的檔案，或另指定一個新的並加 --name。`,
    en: `${path} is no witness’s key (PRIVATE+KEY+…, of type 4). Name the right file, or a new one with --name.`,
  });
}

function wrongName(name: string): Refusal {
  return new Refusal('wrong-arguments', 400, {
    'zh-Hant': `--name 要的是見證者的名稱，不含空白與加號，例如 audit.example.gov.tw/w1，收到「${name}」。`,
    en: `--name takes the witness’s name, without blanks and plus signs, such as audit.example.gov.tw/w1; it was given "${name}".`,
  });
}

function noAnswer(site: string, path: string, why: string): Refusal {
  return new Refusal('log-does-not-answer', 502, {
    'zh-Hant': `${site}/${path} 沒有答覆（${why}）。沒有見證；請檢查網址與網路後再試。`,
    en: `${site}/${path} does not answer (${why}). Nothing was cosigned; check the address and the network, and try again.`,
  });
}

function noLog(site: string, what: string): Refusal {
  return new Refusal('log-cut-short', 422, {
    'zh-Hant': `${site} 的公開日誌不完整：${what}。沒有見證。`,
    en: `the log of ${site} is cut short: ${what}. Nothing was cosigned.`,
  });
}

function tilesDiffer(size: number): Refusal {
  return new Refusal('log-tiles-differ', 422, {
    'zh-Hant': `公開日誌的雜湊算不出所簽的 ${size} 筆檢查點。沒有見證；請通知該站。`,
    en: `the log’s tiles do not give the head that was signed, of ${size} events. Nothing was cosigned; tell the site.`,
  });
}

function shrunk(before: number, now: number): Refusal {
  return new Refusal('log-shrunk', 409, {
    'zh-Hant': `上次見證時有 ${before} 筆，現在只有 ${now} 筆：公開日誌倒退了。沒有見證；請保留上次的檢查點並通知該站。`,
    en: `it had ${before} events when it was last cosigned and has ${now} now: the log went back. Nothing was cosigned; keep the last checkpoint and tell the site.`,
  });
}

function historyDiffers(size: number): Refusal {
  return new Refusal('log-bent', 409, {
    'zh-Hant': `前 ${size} 筆與上次見證的不同：歷史被改過。沒有見證；請保留上次的檢查點，它就是證據。`,
    en: `its first ${size} events are not those that were cosigned last: history was changed. Nothing was cosigned; keep the last checkpoint, which is the evidence.`,
  });
}
