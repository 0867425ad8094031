import { createHash } from 'node:crypto';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { compareProjections } from '../projections/rebuild.ts';
import { checkLeaves } from './check-leaves.ts';
import { checkHeads, checkTree, type KnownHead } from './check-tree.ts';
import { Findings, type Difference } from './findings.ts';
import { piecesOf, type SaltedEvent } from './leaves.ts';

export interface Checked {
  readonly events: number;
  readonly leaves: number;
  readonly checkpoints: number;
  readonly files: number;
  readonly differences: readonly Difference[];
}

/**
 * Looks at everything that the record keeps: derives each leaf anew from its event, the tree from the leaves, holds it
 * against every head that was signed, hashes every file and makes the current state anew. Changes nothing.
 */
export async function fsck(db: Database, nouns: readonly Noun[], heads: readonly KnownHead[]): Promise<Checked> {
  const found = new Findings();
  const log = await atOneMoment(db, async (tx) => {
    const bytes = await checkBytes(tx, found);
    const named: Named[] = [];
    const checked = await checkLog(tx, nouns, heads, found, (event) => named.push(...filesNamed(event)));
    checkNamed(bytes, named, found);
    return { ...checked, files: bytes.size };
  });
  await checkProjections(db, nouns, found);
  return { ...log, differences: found.all };
}

/** All that is read is of one moment: what is written meanwhile is no difference. */
async function atOneMoment<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}

/** The part of it that looks at the log: events, leaves, tree, heads. `look` is shown each event on the way. */
export async function checkLog(
  db: Database,
  nouns: readonly Noun[],
  heads: readonly KnownHead[],
  found: Findings,
  look: (event: SaltedEvent) => void,
): Promise<Pick<Checked, 'events' | 'leaves' | 'checkpoints'>> {
  const { events, hashes } = await checkLeaves(db, nouns, found, look);
  const tree = await checkTree(db, hashes, found);
  const checkpoints = await checkHeads(db, tree, heads, found);
  return { events, leaves: hashes.length, checkpoints };
}

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
