import { sql } from 'kysely';
import { Refusal } from '@guankao/domain';
import {
  checkpointText,
  openCheckpoint,
  printNote,
  rootAt,
  sameBytes,
  signNote,
  type Head,
  type SubtreeHash,
} from '@guankao/log';
import { sha256, verifyEd25519, type SigningKey } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { writing } from '../journal/journal.ts';
import { makeKey, putAside, readHead, readKey, writeHead, type KeyFiles } from './key-files.ts';
import { keepOrigin, originsOf } from './origins.ts';
import { growTree, subtreesIn, treeSize } from './tree.ts';

/** The key of the log that goes on. Opens the first log where none was ever opened. Throws a Refusal where nothing may be signed. */
export async function keyOf(db: Database, files: KeyFiles, at: Date): Promise<SigningKey> {
  const current = (await originsOf(db)).at(-1);
  const key = (await readKey(files)) ?? (current === undefined && files.isOurs ? await makeKey(files) : null);
  if (key === null) throw keyMissing(files.key);
  if (current === undefined) {
    await writing(db, async (tx) => {
      if ((await originsOf(tx)).length === 0) await keepOrigin(tx, key.verifier, null, null, at);
    });
    return keyOf(db, files, at);
  }
  const isSame = current.verifier.name === key.verifier.name && sameBytes(current.verifier.id, key.verifier.id);
  if (!isSame) throw anotherOrigin(files.key, key.verifier.name, current.verifier.name);
  return key;
}

/** `head`: one at a time asks for the last head and signs the next, a command beside the program that serves too. */
const headLock = 0x68656164;

/**
 * Makes leaves of what is new and signs the tree's head, if there is anything new. The last head that was signed is
 * asked for outside the database first: where the tree does not hold it, nothing is signed and a Refusal says why.
 */
export async function signHead(
  db: Database,
  nouns: readonly Noun[],
  files: KeyFiles,
  key: SigningKey,
  at: Date,
): Promise<string> {
  await growTree(db, nouns);
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(headLock)})`.execute(tx);
    return signTree(tx, files, key, at);
  });
}

async function signTree(db: Database, files: KeyFiles, key: SigningKey, at: Date): Promise<string> {
  const size = await treeSize(db);
  const subtree = subtreesIn(db);
  const last = await lastSigned(db, files, key);
  if (last !== null) await demandWithin(subtree, last.head, size);
  if (last?.head.size === size) {
    await publish(db, key, last.head, last.note, at);
    return last.note;
  }
  const head = { size, root: await rootAt(sha256, subtree, size) };
  const text = checkpointText({ origin: key.verifier.name, ...head });
  const note = printNote({ text, signatures: [signNote(text, key.verifier, key.sign)] });
  await writeHead(files, note);
  await publish(db, key, head, note, at);
  return note;
}

async function publish(db: Database, key: SigningKey, { size }: Head, note: string, at: Date): Promise<void> {
  await db
    .insertInto('log_checkpoints')
    .values({ origin: key.verifier.name, size, note, signed_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** From the file beside the key; the database may have lost what it signed. null before the first. */
async function lastSigned(db: Database, files: KeyFiles, key: SigningKey) {
  const note = await readHead(files);
  const published = await lastCheckpoint(db, key.verifier.name);
  if (note === null) {
    if (published !== null) throw headMissing(files.head);
    return null;
  }
  const opened = await openCheckpoint(verifyEd25519, note, key.verifier);
  if (typeof opened === 'string') throw headUnreadable(files.head);
  return { note, head: opened.checkpoint };
}

export async function lastCheckpoint(
  db: Database,
  origin: string,
): Promise<{ readonly size: number; readonly note: string } | null> {
  const found = await db
    .selectFrom('log_checkpoints')
    .select(['size', 'note'])
    .where('origin', '=', origin)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return found ?? null;
}

async function demandWithin(subtree: SubtreeHash, signed: Head, size: number): Promise<void> {
  if (signed.size > size) throw olderDatabase(signed.size, size);
  if (!sameBytes(await rootAt(sha256, subtree, signed.size), signed.root)) throw otherHistory(signed.size);
}

/**
 * Opens a new log on the same events, with a key of its own: after a restored backup, a lost key, or to change the key.
 * Its first event names the last head of the log before it. The old key is put aside.
 */
export async function openAnew(db: Database, files: KeyFiles, reason: string, at: Date): Promise<SigningKey> {
  const before = (await originsOf(db)).at(-1);
  // What cannot be read is put aside too.
  const old = await readKey(files).catch(() => null);
  const published = before === undefined ? null : await lastCheckpoint(db, before.verifier.name);
  const previous = (await readHead(files)) ?? published?.note ?? null;
  const of = old?.verifier ?? before?.verifier;
  if (of !== undefined) await putAside(files, of);
  const key = await makeKey(files);
  await writing(db, (tx) => keepOrigin(tx, key.verifier, previous, reason, at));
  return key;
}

function keyMissing(path: string): Refusal {
  return new Refusal('log-key-missing', 500, {
    'zh-Hant': `找不到簽署金鑰「${path}」。紀錄照常提供，但不簽署。請放回原來的檔案；從來沒有或已遺失，就執行 guankao log open，另開一份公開日誌。`,
    en: `the signing key ${path} is not there. The record is served and nothing is signed. Put the file back; where there never was one or it is lost, run guankao log open, which opens a new log.`,
  });
}

function anotherOrigin(path: string, found: string, wanted: string): Refusal {
  return new Refusal('log-key-of-another-log', 500, {
    'zh-Hant': `「${path}」是「${found}」的金鑰，這份紀錄的公開日誌是「${wanted}」。不簽署。請放回對的檔案，或執行 guankao log open。`,
    en: `${path} is the key of ${found}; this record’s log is ${wanted}. Nothing is signed. Put the right file back, or run guankao log open.`,
  });
}

function headMissing(path: string): Refusal {
  return new Refusal('log-head-missing', 500, {
    'zh-Hant': `找不到「${path}」，裡面是最後一次簽署的檢查點；沒有它就不能確定資料庫不是舊的。不簽署。請放回這個檔案，或執行 guankao log open。`,
    en: `${path} is not there: it holds the checkpoint that was signed last, without which nobody knows that the database is not an older one. Nothing is signed. Put the file back, or run guankao log open.`,
  });
}

function headUnreadable(path: string): Refusal {
  return new Refusal('log-head-unreadable', 500, {
    'zh-Hant': `「${path}」不是以這把金鑰簽署的檢查點。不簽署。請放回原來的檔案，或執行 guankao log open。`,
    en: `${path} is no checkpoint that this key signed. Nothing is signed. Put the file back, or run guankao log open.`,
  });
}

function olderDatabase(signed: number, size: number): Refusal {
  return new Refusal('log-database-older', 409, {
    'zh-Hant': `已簽署的檢查點有 ${signed} 筆，資料庫只有 ${size} 筆：這是較舊的資料庫（還原的備份，或切換時遺失）。不簽署，以免兩段歷史都有簽名。請改用較新的資料庫；確定要接著用這一個，就執行 guankao log open，新的日誌會寫明舊檢查點。`,
    en: `the checkpoint that was signed last has ${signed} events, the database ${size}: it is an older one (a restored backup, or a failover that lost some). Nothing is signed, lest two histories bear our name. Use the newer database; or, to go on with this one, run guankao log open: the new log names the old checkpoint.`,
  });
}

function otherHistory(size: number): Refusal {
  return new Refusal('log-history-differs', 409, {
    'zh-Hant': `資料庫前 ${size} 筆與已簽署的檢查點不符：歷史被改過，或這是另一個資料庫。不簽署。請執行 guankao fsck 找出是哪一筆。`,
    en: `the database’s first ${size} events are not those of the checkpoint that was signed: history was changed, or this is another database. Nothing is signed. Run guankao fsck to find the place.`,
  });
}
