import { createHash } from 'node:crypto';
import type { Message } from '@guankao/domain';
import {
  encodeLeaf,
  grown,
  hashLength,
  leafHash,
  openCheckpoint,
  parseCheckpointText,
  parseLeaf,
  parseNote,
  rootAt,
  sameBytes,
  subtreesOf,
  type Checkpoint,
  type Leaf,
  type VerifierKey,
} from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { compareProjections } from '../projections/rebuild.ts';
import { leafOf, piecesOf, saltedEvents, valueOf, type SaltedEvent } from './leaves.ts';
import { originsOf } from './origins.ts';

/** Which look found it: each looks by itself, whatever the others found. */
type Check = 'journal' | 'leaf' | 'tile' | 'checkpoint' | 'head' | 'bytes' | 'projection';

/** Something that is not as it was when it was signed. */
interface Difference {
  readonly check: Check;
  /** `event 17`, `tile/0/003`, `source 3f2a…`, `projection plans 範例部-114-r01`. */
  readonly place: string;
  readonly what: Message;
}

export interface Checked {
  readonly events: number;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly files: number;
  readonly differences: readonly Difference[];
}

/** A head from outside the database: our own file's, or one that somebody else kept or cosigned. */
export interface KnownHead {
  /** How it is called in what is found. */
  readonly name: string;
  /** A signed note. */
  readonly note: string;
}

/**
 * Looks at everything that the record keeps: derives each leaf anew from its event, the tree from the leaves, holds it
 * against every head that was signed, hashes every file and makes the current state anew. Changes nothing.
 */
export async function fsck(db: Database, nouns: readonly Noun[], heads: readonly KnownHead[]): Promise<Checked> {
  const found = new Findings();
  const bytes = await checkBytes(db, found);
  const { events, entries, named } = await checkLeaves(db, nouns, found);
  checkNamed(bytes, named, found);
  const tree = await checkTree(db, entries, found);
  const checkpoints = await checkHeads(db, tree, heads, found);
  await checkProjections(db, nouns, found);
  return { events, leaves: entries.length, checkpoints, files: bytes.size, differences: found.all };
}

class Findings {
  readonly all: Difference[] = [];

  add(check: Check, place: string, zh: string, en: string): void {
    this.all.push({ check, place, what: { 'zh-Hant': zh, en } });
  }
}

const batch = 500;
/** An entry further on than this is none of the log’s. */
const largestGap = 1_000_000;

/** By hash, and where each is kept. */
type KeptBytes = ReadonlyMap<string, string>;

/** A hash that an event names, and the table that keeps its bytes. */
interface Named {
  readonly hash: string;
  readonly table: FileTable;
  readonly event: number;
}

const fileTables = ['sources', 'readings', 'evidence', 'renderings'] as const;
type FileTable = (typeof fileTables)[number];

async function checkBytes(db: Database, found: Findings): Promise<KeptBytes> {
  const kept = new Map<string, string>();
  for (const table of fileTables) {
    const hashes = await db.selectFrom(table).select('sha256').distinct().orderBy('sha256').execute();
    for (const { sha256: hash } of hashes) {
      const content = await contentOf(db, table, hash);
      kept.set(`${table}/${hash}`, hash);
      if (createHash('sha256').update(content).digest('hex') !== hash)
        found.add('bytes', `${table}/${hash}`, '內容與雜湊值不符', 'the bytes are not those of this hash');
    }
  }
  return kept;
}

async function contentOf(db: Database, table: FileTable, hash: string): Promise<Buffer | string> {
  if (table === 'readings') {
    return (await db.selectFrom(table).select('body').where('sha256', '=', hash).executeTakeFirst())?.body ?? '';
  }
  const row = await db.selectFrom(table).select('bytes').where('sha256', '=', hash).executeTakeFirst();
  return row?.bytes ?? Buffer.alloc(0);
}

/** The leaf of each event made anew, against the leaf that stands. */
async function checkLeaves(db: Database, nouns: readonly Noun[], found: Findings) {
  const entries = await entriesIn(db, found);
  const named: Named[] = [];
  const erasures = new Erasures();
  let last = 0;
  let time = new Date(0);
  for (;;) {
    const events = await saltedEvents(db).where('events.number', '>', last).limit(batch).execute();
    for (const event of events) {
      if (event.number > last + 1) tellMissing(last + 1, event.number - 1, found);
      if (event.at < time)
        found.add(
          'journal',
          `event ${event.number}`,
          '時間早於前一筆',
          'its time is before that of the event before it',
        );
      [last, time] = [event.number, event.at];
      const entry = entries[event.number - 1];
      if (entry !== undefined) checkLeaf(event, nouns, entry, found);
      named.push(...filesNamed(event));
      erasures.look(event);
    }
    if (events.length < batch) break;
  }
  if (entries.length > last) tellMissing(last + 1, entries.length, found);
  erasures.check(found);
  return { events: last, entries, named };
}

/** A payload without its salt is one that an event says was erased, and what stands in its place is what that event says. */
class Erasures {
  readonly #erased: { readonly number: number; readonly by: number | null; readonly sha256: string }[] = [];
  readonly #said = new Map<number, { readonly event: unknown; readonly sha256: unknown }>();

  look({ number, kind, body, payload_salt: salt, erased_by: by }: SaltedEvent): void {
    if (salt === null) this.#erased.push({ number, by, sha256: createHash('sha256').update(body).digest('hex') });
    if (kind !== 'payload-erased') return;
    try {
      this.#said.set(number, JSON.parse(body) as { event: unknown; sha256: unknown });
    } catch {
      // Its own leaf says that it was changed.
      this.#said.delete(number);
    }
  }

  check(found: Findings): void {
    for (const { number, by, sha256: hash } of this.#erased) {
      const said = by === null ? undefined : this.#said.get(by);
      if (said?.event === number && said.sha256 === hash) continue;
      found.add(
        'leaf',
        `event ${number}`,
        '內容被抹除，卻沒有事件載明',
        'its payload is gone, and no event says that it was erased',
      );
    }
  }
}

function tellMissing(from: number, to: number, found: Findings): void {
  const place = from === to ? `event ${from}` : `events ${from} to ${to}`;
  found.add('journal', place, '事件或其內容不見了', 'the event or its payload is gone');
}

async function entriesIn(db: Database, found: Findings): Promise<readonly Uint8Array[]> {
  const entries: Uint8Array[] = [];
  let last = -1;
  for (;;) {
    const rows = await db
      .selectFrom('log_entries')
      .selectAll()
      .where('index', '>', last)
      .orderBy('index')
      .limit(batch)
      .execute();
    for (const { index, entry } of rows) {
      last = index;
      if (index > entries.length) {
        const place = `entries ${entries.length} to ${index - 1}`;
        found.add('leaf', place, '公開日誌缺這幾筆', 'the log has lost them');
        if (index > entries.length + largestGap) continue;
        while (entries.length < index) entries.push(new Uint8Array());
      }
      if (index === entries.length) entries.push(entry);
      else found.add('leaf', `entry ${index}`, '不在它的位置', 'it is out of place');
    }
    if (rows.length < batch) return entries;
  }
}

function checkLeaf(event: SaltedEvent, nouns: readonly Noun[], entry: Uint8Array, found: Findings): void {
  const place = `event ${event.number}`;
  const logged = parseLeaf(entry);
  if (logged === null) {
    found.add('leaf', place, '公開日誌的這一筆不成格式', 'its entry in the log is no leaf');
    return;
  }
  const differing =
    event.payload_salt === null ? fieldsOfErased(event, logged) : fieldsThatDiffer(event, nouns, logged);
  if (differing.length === 0) return;
  const names = differing.join(', ');
  found.add('leaf', place, `與公開日誌不符：${names}`, `it is not what the log has: ${names}`);
}

function fieldsThatDiffer(event: SaltedEvent, nouns: readonly Noun[], logged: Leaf): readonly string[] {
  let made: Leaf;
  try {
    made = leafOf(event, nouns);
  } catch {
    // A kind that no noun has, or a payload that is no JSON any more.
    return ['kind', 'payload'];
  }
  if (sameBytes(encodeLeaf(made), encodeLeaf(logged))) return [];
  const said = (['position', 'noun', 'kind', 'version', 'time'] as const).filter((name) => made[name] !== logged[name]);
  const names = [...new Set([...made.commitments, ...logged.commitments].map(({ name }) => name))];
  const hashIn = (leaf: Leaf, name: string) =>
    leaf.commitments.find((one) => one.name === name)?.hash ?? new Uint8Array();
  return [...said, ...names.filter((name) => !sameBytes(hashIn(made, name), hashIn(logged, name)))];
}

/** What is left of an event whose payload was erased. */
function fieldsOfErased(event: SaltedEvent, logged: Leaf): readonly string[] {
  const said = event.number === logged.position && event.kind === logged.kind && event.at.toISOString() === logged.time;
  const names = logged.commitments.flatMap(({ name, hash }) => {
    const opened = valueOf(event, name);
    return opened === null || sameBytes(sha256(opened.salt, opened.value), hash) ? [] : [name];
  });
  return [...(said ? [] : ['kind', 'time']), ...names];
}

function filesNamed({ kind, number, body }: SaltedEvent): readonly Named[] {
  let pieces;
  try {
    pieces = piecesOf(body);
  } catch {
    return [];
  }
  return pieces.flatMap(({ name, sha256: bytes }) => {
    const table = tableOf(kind, name);
    return table === null ? [] : [{ hash: Buffer.from(bytes).toString('hex'), table, event: number }];
  });
}

function tableOf(kind: string, piece: string): FileTable | null {
  if (kind.startsWith('filing-')) {
    if (piece === 'bytes/file') return 'sources';
    if (piece.startsWith('bytes/renderings.')) return 'renderings';
    return piece === 'bytes/reading' ? 'readings' : null;
  }
  return /^bytes\/after\..*\bevidence\.\d+$/.test(piece) ? 'evidence' : null;
}

function checkNamed(kept: KeptBytes, named: readonly Named[], found: Findings): void {
  const owed = new Set<string>();
  for (const { hash, table, event } of named) {
    const key = `${table}/${hash}`;
    if (!kept.has(key) && !owed.has(key))
      found.add('bytes', key, `第 ${event} 筆事件指的檔案不見了`, `the file that event ${event} names is gone`);
    owed.add(key);
  }
  for (const key of kept.keys())
    if (!owed.has(key)) found.add('bytes', key, '沒有任何事件提到這個檔案', 'no event names this file');
}

interface Tree {
  readonly size: number;
  rootAt(size: number): Promise<Uint8Array>;
}

/** The tree over the entries that stand, and the tiles that are kept of it. */
async function checkTree(db: Database, entries: readonly Uint8Array[], found: Findings): Promise<Tree> {
  const hashes = entries.map((entry) => leafHash(sha256, entry));
  const made = await grown(sha256, async () => new Uint8Array(), 0, hashes);
  const wanted = new Map(made.map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
  const kept = await db.selectFrom('log_tiles').selectAll().orderBy('level').orderBy('index').execute();
  const seen = new Set<string>();
  for (const tile of kept) {
    const key = `${tile.level}/${tile.index}`;
    seen.add(key);
    const right = wanted.get(key);
    if (right === undefined) found.add('tile', `tile ${key}`, '沒有任何一筆屬於它', 'no entry belongs to it');
    else if (!sameBytes(right, tile.hashes)) tellTile(tile, right, found);
  }
  for (const key of wanted.keys()) if (!seen.has(key)) found.add('tile', `tile ${key}`, '不見了', 'it is gone');
  const subtree = subtreesOf(sha256, async (level, index) => wanted.get(`${level}/${index}`) ?? new Uint8Array());
  return { size: entries.length, rootAt: (size) => rootAt(sha256, subtree, size) };
}

/** A tile of the lowest level says which event is meant. */
function tellTile(
  { level, index, hashes }: { readonly level: number; readonly index: number; readonly hashes: Uint8Array },
  right: Uint8Array,
  found: Findings,
): void {
  const of = (bytes: Uint8Array, at: number) => bytes.subarray(at * hashLength, (at + 1) * hashLength);
  const count = Math.max(right.length, hashes.length) / hashLength;
  const at = Array.from({ length: Math.ceil(count) }, (_, place) => place).find(
    (place) => !sameBytes(of(right, place), of(hashes, place)),
  );
  const place =
    level === 0 && at !== undefined ? `tile 0/${index}, event ${index * 256 + at + 1}` : `tile ${level}/${index}`;
  found.add('tile', place, '與公開日誌各筆算出的不同', 'it is not what the entries give');
}

/** Every head that was ever signed, and those that are known from elsewhere: each must be the head of this tree. */
async function checkHeads(db: Database, tree: Tree, heads: readonly KnownHead[], found: Findings): Promise<number> {
  const origins = await originsOf(db);
  const verifiers = new Map(origins.map(({ verifier }) => [verifier.name, verifier]));
  const kept = await db.selectFrom('log_checkpoints').selectAll().orderBy('signed_at').orderBy('size').execute();
  let before = 0;
  for (const { origin, size, note } of kept) {
    const place = `checkpoint ${origin} ${size}`;
    const fault = await faultOf(note, verifiers, tree);
    if (fault === null) before = size;
    else if (fault === 'other-root') {
      const [zh, en] = within(before, size);
      found.add('checkpoint', place, zh, en);
    } else found.add('checkpoint', place, fault.zh, fault.en);
    const said = parseCheckpointText(parseNote(note)?.text ?? '');
    if (said !== null && (said.size !== size || said.origin !== origin))
      found.add(
        'checkpoint',
        place,
        '存放的筆數或日誌與所簽的不同',
        'it is kept under another size or log than it says',
      );
  }
  for (const { name, note } of heads) {
    const fault = await faultOf(note, verifiers, tree);
    if (fault === 'other-root') {
      const [zh, en] = within(before, parseCheckpointText(parseNote(note)?.text ?? '')?.size ?? 0);
      found.add('head', name, zh, en);
    } else if (fault !== null) found.add('head', name, fault.zh, fault.en);
  }
  return kept.length + heads.length;
}

function within(before: number, size: number): readonly [zh: string, en: string] {
  const from = before < size ? before + 1 : 1;
  return [
    `第 ${from} 至 ${size} 筆之中有被改過或拿掉的：與當時簽署的不同`,
    `something among events ${from} to ${size} was changed or taken out: it is not what was signed then`,
  ];
}

async function faultOf(
  note: string,
  verifiers: ReadonlyMap<string, VerifierKey>,
  tree: Tree,
): Promise<null | 'other-root' | { readonly zh: string; readonly en: string }> {
  const said: Checkpoint | null = parseCheckpointText(parseNote(note)?.text ?? '');
  if (said === null) return { zh: '不是檢查點', en: 'it is no checkpoint' };
  const verifier = verifiers.get(said.origin);
  if (verifier === undefined) return { zh: '是另一份公開日誌的', en: 'it is of another log' };
  const opened = await openCheckpoint(verifyEd25519, note, verifier);
  if (typeof opened === 'string') return { zh: '簽名不符', en: 'its signature does not hold' };
  if (said.size > tree.size) return 'other-root';
  return sameBytes(await tree.rootAt(said.size), said.root) ? null : 'other-root';
}

/** The current state made anew, and thrown away. */
async function checkProjections(db: Database, nouns: readonly Noun[], found: Findings): Promise<void> {
  const compared = await compareProjections(db, nouns);
  if (typeof compared === 'string') {
    found.add('projection', 'projections', `由事件做不出現況：${compared}`, `the events give no state: ${compared}`);
    return;
  }
  for (const { table, differing } of compared)
    for (const { key, kind } of differing) {
      const zh = { missing: '不見了', extra: '沒有任何事件有它', changed: '與事件不符' }[kind];
      const en = { missing: 'it is gone', extra: 'no event has it', changed: 'it is not what the events make' }[kind];
      found.add('projection', `${table} ${key}`, zh, en);
    }
}
