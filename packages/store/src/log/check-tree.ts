import {
  grown,
  hashLength,
  openCheckpoint,
  parseCheckpointText,
  parseNote,
  rootAt,
  sameBytes,
  subtreesOf,
  type Checkpoint,
  type VerifierKey,
} from '@guankao/log';
import { sha256, verifyEd25519 } from '@guankao/log/node';
import type { Database } from '../database/connect.ts';
import type { Findings } from './findings.ts';
import { originsOf } from './origins.ts';

/** A head from outside the database: our own file's, or one that somebody else kept or cosigned. */
export interface KnownHead {
  /** How it is called in what is found. */
  readonly name: string;
  /** A signed note. */
  readonly note: string;
}

export interface Tree {
  readonly size: number;
  rootAt(size: number): Promise<Uint8Array>;
}

/** The tree over the entries that stand, by their hashes, and the tiles that are kept of it. */
export async function checkTree(db: Database, hashes: readonly Uint8Array[], found: Findings): Promise<Tree> {
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
  return { size: hashes.length, rootAt: (size) => rootAt(sha256, subtree, size) };
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
export async function checkHeads(
  db: Database,
  tree: Tree,
  heads: readonly KnownHead[],
  found: Findings,
): Promise<number> {
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
