/**
 * What the database's owner changes, and who finds it: so many changes of fifteen kinds, one at a time, made with all
 * triggers and constraints out of the way, some with the leaves and the tree made to fit. After each the record is
 * looked at by `fsck` and put back. Each must be found, and its place named.
 *
 * node scripts/run.mjs bench/log/tamper.ts [CHANGES] [SEED]
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PoolClient } from 'pg';
import { cosignNote, encodeLeaf, grown, leafHash, parseNote, printNote } from '@guankao/log';
import { newSigningKey, sha256 } from '@guankao/log/node';
import { openStore, type Store } from '@guankao/store';
import { nouns } from '@guankao/workflow';
import { exampleBytes, exampleReading } from '../../packages/store/src/example-reading.ts';
import { importWithin } from '../../packages/store/src/imports/take-in.ts';
import { writing } from '../../packages/store/src/journal/journal.ts';
import { readHead, readKey, writeHead } from '../../packages/store/src/log/key-files.ts';
import { leafOf, saltedEvents } from '../../packages/store/src/log/leaves.ts';
import { signHead } from '../../packages/store/src/log/sign.ts';
import { asOwner } from './parts/owner.ts';
import { restorePlayedYear } from './parts/played-year.ts';

const [, , changes = '1000', seed = '15'] = process.argv;
const at = new Date('2026-02-01T02:00:00Z');

type Random = () => number;

/** What was changed, and where it must be found. */
interface Done {
  /** Whether a place that was named is where it is. */
  readonly isAt: (place: string, what: string) => boolean;
}

/** How far whoever changes it goes to hide it. */
type Hiding = 'not at all' | 'the leaf' | 'the tree';

interface Kind {
  readonly name: string;
  readonly change: (world: World, random: Random) => Promise<Done>;
}

interface World {
  readonly store: Store;
  readonly owner: PoolClient;
  readonly events: number;
}

const ofEvent =
  (number: number): Done['isAt'] =>
  (place, what) => {
    if (new RegExp(`\\bevent ${number}\\b`).test(place)) return true;
    // A head that no longer fits says between which events.
    const [, from, to] = /among events (\d+) to (\d+)/.exec(what) ?? /^events (\d+) to (\d+)/.exec(place) ?? [];
    return from !== undefined && Number(from) <= number && number <= Number(to);
  };

const ofFile =
  (...hashes: readonly string[]): Done['isAt'] =>
  (place) =>
    hashes.some((hash) => place.includes(hash));

async function one<Row>(owner: PoolClient, sql: string, values: readonly unknown[] = []): Promise<Row> {
  const { rows } = await owner.query(sql, [...values]);
  return rows[0] as Row;
}

const hidings: readonly Hiding[] = ['not at all', 'the leaf', 'the tree'];
const pick = <Item>(items: readonly Item[], random: Random): Item => items[Math.floor(random() * items.length)] as Item;

/** An event's own columns, or its payload's. */
function ofColumn(
  name: string,
  change: (number: number, random: Random) => readonly [sql: string, ...values: unknown[]],
): Kind {
  return {
    name,
    async change(world, random) {
      const number = 1 + Math.floor(random() * world.events);
      const [sql, ...values] = change(number, random);
      await world.owner.query(sql, values);
      await hide(world, pick(hidings, random));
      return { isAt: ofEvent(number) };
    },
  };
}

/** Leaves made anew of what now stands; and the tree. Heads cannot be: the key is not in the database. */
async function hide({ store, owner }: World, hiding: Hiding): Promise<void> {
  if (hiding === 'not at all') return;
  const events = await saltedEvents(store.connection.db).execute();
  const entries = events.map((event) => Buffer.from(encodeLeaf(leafOf(event, nouns))));
  await owner.query('delete from guankao.log_entries');
  await owner.query('insert into guankao.log_entries (index, entry) select * from unnest($1::bigint[], $2::bytea[])', [
    entries.map((_, index) => index),
    entries,
  ]);
  if (hiding === 'the leaf') return;
  const tiles = await grown(
    sha256,
    async () => new Uint8Array(),
    0,
    entries.map((entry) => leafHash(sha256, entry)),
  );
  await owner.query('delete from guankao.log_tiles');
  for (const { level, index, hashes } of tiles)
    await owner.query('insert into guankao.log_tiles values ($1, $2, $3)', [level, index, Buffer.from(hashes)]);
}

/** Bytes of a file: other ones under the same hash, or under their own with everything that names it made to fit. */
function ofBytes(name: string, table: string, column: 'bytes' | 'body', refer: readonly string[]): Kind {
  return {
    name,
    async change({ owner }, random) {
      const { sha256: hash } = await one<{ sha256: string }>(
        owner,
        `select sha256 from guankao.${table} order by md5(sha256 || $1) limit 1`,
        [String(random())],
      );
      const changed = column === 'bytes' ? `bytes || ' '::bytea` : `body || ' '`;
      if (random() < 0.5) {
        await owner.query(`update guankao.${table} set ${column} = ${changed} where sha256 = $1`, [hash]);
        return { isAt: ofFile(hash) };
      }
      const { content } = await one<{ content: Buffer | string }>(
        owner,
        `update guankao.${table} set ${column} = ${changed} where sha256 = $1 returning ${column} as content`,
        [hash],
      );
      const other = createHash('sha256').update(content).digest('hex');
      for (const each of [`update guankao.${table} set sha256 = $2 where sha256 = $1`, ...refer])
        await owner.query(each, [hash, other]);
      return { isAt: ofFile(hash, other) };
    },
  };
}

async function renumber(owner: PoolClient, map: string, where: string): Promise<void> {
  // In two steps: a number is never there twice.
  for (const [table, column] of [
    ['events', 'number'],
    ['payloads', 'number'],
    ['editions', 'event'],
    ['renderings', 'event'],
  ] as const) {
    const condition = where.replaceAll(/\bn\b/g, column);
    await owner.query(
      `update guankao.${table} set ${column} = -(${map.replaceAll(/\bn\b/g, column)}) where ${condition}`,
    );
    await owner.query(`update guankao.${table} set ${column} = -${column} where ${column} < 0`);
  }
}

const kinds: readonly Kind[] = [
  ofColumn('payload', (number) => [
    `update guankao.payloads set body = regexp_replace(body, '\\}$', ', "x": 1}') where number = $1`,
    number,
  ]),
  ofColumn('salt', (number, random) => [
    random() < 0.5
      ? 'update guankao.events set salt = set_byte(salt, 5, get_byte(salt, 5) # 1) where number = $1'
      : 'update guankao.payloads set salt = set_byte(salt, 5, get_byte(salt, 5) # 1) where number = $1',
    number,
  ]),
  ofColumn('author', (number, random) => [
    random() < 0.5
      ? `update guankao.events set actor = actor || '甲' where number = $1`
      : `update guankao.events set account = 'another', role = 'auditor' where number = $1`,
    number,
  ]),
  ofColumn('time', (number, random) => [
    `update guankao.events set at = at + $2::interval where number = $1`,
    number,
    random() < 0.5 ? '1 millisecond' : '-3 days',
  ]),
  {
    name: 'order',
    async change(world, random) {
      const number = 1 + Math.floor(random() * (world.events - 1));
      await renumber(world.owner, `${2 * number + 1} - n`, `n in (${number}, ${number + 1})`);
      await hide(world, pick(hidings, random));
      return { isAt: ofEvent(number) };
    },
  },
  {
    name: 'insertion',
    async change(world, random) {
      const number = 2 + Math.floor(random() * (world.events - 1));
      await renumber(world.owner, 'n + 1', `n >= ${number}`);
      await world.owner.query(
        `insert into guankao.events (number, at, actor, role, kind, subject, v)
           select $1::bigint, at, actor, role, 'agency-added', 'inserted', 1 from guankao.events where number = $1::bigint - 1`,
        [number],
      );
      await world.owner.query(`insert into guankao.payloads (number, body) values ($1, '{}')`, [number]);
      await hide(world, pick(hidings, random));
      return { isAt: ofEvent(number) };
    },
  },
  {
    name: 'deletion',
    async change(world, random) {
      const number = 1 + Math.floor(random() * world.events);
      await world.owner.query('delete from guankao.payloads where number = $1', [number]);
      await world.owner.query('delete from guankao.events where number = $1', [number]);
      if (random() < 0.5) {
        await renumber(world.owner, 'n - 1', `n > ${number}`);
        await hide(world, pick(hidings, random));
      }
      return { isAt: ofEvent(number) };
    },
  },
  ofBytes('source', 'sources', 'bytes', ['update guankao.editions set sha256 = $2 where sha256 = $1']),
  ofBytes('reading', 'readings', 'body', ['update guankao.editions set reading = $2 where reading = $1']),
  ofBytes('evidence', 'evidence', 'bytes', ['update guankao.evidence_of_rows set sha256 = $2 where sha256 = $1']),
  ofBytes('rendering', 'renderings', 'bytes', []),
  {
    name: 'projection',
    async change({ owner }, random) {
      const [table, key, sql] = pick(
        [
          ['plans', 'id', 'update guankao.plans set executed = coalesce(executed, 0) + 1'],
          ['filings', 'id', 'update guankao.filings set errors = errors + 1'],
          ['editions', 'filing', `update guankao.editions set imported_role = 'x'`],
          ['records', 'id', `update guankao.records set body = body || '{"state": "approved"}'`],
          ['plans', 'id', 'delete from guankao.plans'],
        ] as const,
        random,
      );
      const { key: id } = await one<{ key: string }>(
        owner,
        `select ${key} as key from guankao.${table} order by md5(${key} || $1) limit 1`,
        [String(random())],
      );
      await owner.query(`${sql} where ${key} = $1`, [id]);
      return { isAt: (place) => place.startsWith(`${table} `) && place.includes(id) };
    },
  },
  {
    name: 'tile',
    async change({ owner, events }, random) {
      const place = Math.floor(random() * events * 32);
      await owner.query(
        'update guankao.log_tiles set hashes = set_byte(hashes, $1, get_byte(hashes, $1) # 1) where level = 0 and index = 0',
        [place],
      );
      return { isAt: (found) => found === `tile 0/0, event ${Math.floor(place / 32) + 1}` };
    },
  },
  {
    name: 'checkpoint',
    async change({ owner }, random) {
      const { origin, size } = await one<{ origin: string; size: number }>(
        owner,
        'select origin, size from guankao.log_checkpoints order by md5(size::text || $1) limit 1',
        [String(random())],
      );
      const forged = newSigningKey(origin, 'log');
      const { note } = await one<{ note: string }>(owner, 'select note from guankao.log_checkpoints where size = $1', [
        size,
      ]);
      const text = (parseNote(note)?.text ?? '').replace(
        /\n[^\n]*\n$/,
        `\n${Buffer.from(sha256()).toString('base64')}\n`,
      );
      const line = { name: origin, id: forged.verifier.id, signature: forged.sign(Buffer.from(text)) };
      await owner.query('update guankao.log_checkpoints set note = $2 where size = $1', [
        size,
        random() < 0.5 ? note.replace(`\n${size}\n`, `\n${size + 1}\n`) : printNote({ text, signatures: [line] }),
      ]);
      return { isAt: (place) => place === `checkpoint ${origin} ${size}` };
    },
  },
  {
    name: 'all history, rewritten to fit and signed anew',
    async change({ store, owner, events }, random) {
      const number = 1 + Math.floor(random() * events);
      await owner.query(`update guankao.events set actor = actor || '甲' where number = $1`, [number]);
      const { files } = store.log;
      const key = files === null ? null : await readKey(files);
      if (files === null || key === null) throw new Error('no key');
      for (const table of ['log_entries', 'log_tiles', 'log_checkpoints'])
        await owner.query(`delete from guankao.${table}`);
      rmSync(files.head);
      const { db } = store.connection;
      await signHead(db, nouns, files, key, at);
      await store.rebuild();
      return { isAt: (place, what) => place === 'cosigned' && ofEvent(number)(place, what) };
    },
  },
];

/** Who found it: the checks of `fsck`, the head outside the database told from the one that another body cosigned. */
const checks = ['journal', 'leaf', 'tile', 'checkpoint', 'head', 'cosigned', 'bytes', 'projection'] as const;
type Finder = (typeof checks)[number];

async function prove(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'guankao-tamper-'));
  const store = await openStore({ folder, program: 'guankao proof' });
  try {
    await fill(store);
    const { pool } = await asOwner(store, folder);
    const owner = await pool.connect();
    try {
      await unprotect(owner);
      await changeOften({ store, owner });
    } finally {
      owner.release();
      await pool.end();
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A year that was played with 0.1.0, its evidence, and editions with all that they were given out as. A head every few events. */
async function fill(store: Store): Promise<void> {
  await restorePlayedYear(store);
  await store.log.signNow(at);
  const { id: account } = (await store.office.accounts()).find(({ login }) => login === 'officer') ?? { id: '' };
  for (let number = 0; number < 8; number++) {
    const bytes = Buffer.from(`evidence ${number}`);
    const hash = createHash('sha256').update(bytes).digest('hex');
    const row = '範例部-115-01';
    const name = `佐證${number}.pdf`;
    const shown = (await store.office.row(row))?.version ?? 0;
    await store.office.perform(
      [{ noun: 'row', command: 'attach-evidence', id: row, shown, input: { indicator: 'i1', sha256: hash, name } }],
      { account, at, evidence: { row, sha256: hash, name, mediaType: 'application/pdf', bytes } },
    );
    const reading = exampleReading({ agency: `範例${number}處`, plans: 3, seed: number });
    const file = { name: `${number}.txt`, mediaType: 'text/plain', bytes: exampleBytes(reading) };
    const renderings = ['pdf', 'ods', 'csv'].map((format) => {
      const content = Buffer.from(`${format} of ${number}`);
      return { format, name: `${number}.${format}`, mediaType: 'application/octet-stream', bytes: content };
    });
    const deed = { actor: '王小範', role: 'compiler', at };
    await writing(store.connection.db, (tx) => importWithin(tx, reading, file, deed, 'proof', 'public', renderings));
    await store.log.signNow(at);
  }
}

/** The owner of a database is held up by nothing in it. What this one holds is gone with it: nothing need reach the disk. */
async function unprotect(owner: PoolClient): Promise<void> {
  await owner.query('alter system set fsync = off');
  await owner.query('select pg_reload_conf()');
  const { rows } = await owner.query<{ statement: string }>(`
    select format('alter table guankao.%I drop constraint %I cascade', c.relname, k.conname) as statement
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'guankao'::regnamespace and k.contype in ('c', 'f')`);
  for (const { statement } of rows) await owner.query(statement);
  const tables = await owner.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'guankao'::regnamespace and relkind = 'r'`,
  );
  for (const { name } of tables.rows) {
    await owner.query(`alter table guankao.${name} disable trigger all`);
    if (!name.startsWith('migrations')) await owner.query(`create table public.kept_${name} as table guankao.${name}`);
  }
}

const changeable = [
  'events',
  'payloads',
  'sources',
  'readings',
  'evidence',
  'evidence_of_rows',
  'renderings',
  'editions',
  'filings',
  'plans',
  'plan_texts',
  'findings',
  'shown_states',
  'past_filings',
  'past_plans',
  'past_plan_texts',
  'past_findings',
  'records',
  'projection',
  'log_entries',
  'log_tiles',
  'log_checkpoints',
] as const;

async function putBack(owner: PoolClient): Promise<void> {
  await owner.query('begin');
  for (const table of changeable) {
    await owner.query(`delete from guankao.${table}`);
    await owner.query(`insert into guankao.${table} select * from public.kept_${table}`);
  }
  await owner.query('commit');
}

interface Tally {
  changes: number;
  found: number;
  placed: number;
  readonly by: Record<Finder, number>;
  readonly alone: Record<Finder, number>;
}

async function changeOften(of: Omit<World, 'events'>): Promise<void> {
  const { store, owner } = of;
  const { events } = await store.catalogue.health();
  const world = { ...of, events };
  const { files } = store.log;
  if (files === null) throw new Error('no key');
  const head = (await readHead(files)) ?? '';
  const cosigned = cosign(head);
  const look = () => store.log.fsck([{ name: 'cosigned', note: cosigned }]);
  const before = await look();
  if (before.differences.length > 0) throw new Error(JSON.stringify(before.differences));
  const random = randomFrom(Number(seed));
  const tallies = new Map(kinds.map(({ name }) => [name, newTally()]));
  for (let number = 0; number < Number(changes); number++) {
    const kind = kinds[number % kinds.length] as Kind;
    const { isAt } = await kind.change(world, random);
    const { differences } = await look();
    const finders = new Set<Finder>();
    for (const { check, place } of differences) finders.add(place === 'cosigned' ? 'cosigned' : check);
    const isPlaced = differences.some(({ place, what }) => isAt(place, what.en));
    add(tallies.get(kind.name) ?? newTally(), finders, isPlaced);
    if (!isPlaced) console.log(`✗ ${kind.name} (${number}): ${JSON.stringify(differences.slice(0, 5))}`);
    await putBack(owner);
    await writeHead(files, head);
  }
  const after = await look();
  if (after.differences.length > 0) throw new Error(`not put back: ${JSON.stringify(after.differences.slice(0, 5))}`);
  report(tallies, events);
}

function newTally(): Tally {
  const none = () => Object.fromEntries(checks.map((check) => [check, 0])) as Record<Finder, number>;
  return { changes: 0, found: 0, placed: 0, by: none(), alone: none() };
}

function add(tally: Tally, finders: ReadonlySet<Finder>, isPlaced: boolean): void {
  tally.changes++;
  if (finders.size > 0) tally.found++;
  if (isPlaced) tally.placed++;
  for (const finder of finders) tally.by[finder]++;
  const [only] = finders;
  if (finders.size === 1 && only !== undefined) tally.alone[only]++;
}

/** Another body saw this head. */
function cosign(note: string): string {
  const witness = newSigningKey('witness.example/w1', 'cosignature');
  const parsed = parseNote(note);
  if (parsed === null) throw new Error('no head');
  const line = cosignNote(parsed.text, witness.verifier, witness.sign, 1_770_000_000);
  return printNote({ ...parsed, signatures: [...parsed.signatures, line] });
}

function report(tallies: ReadonlyMap<string, Tally>, events: number): void {
  console.log(`${changes} changes to a record of ${events} events (seed ${seed})\n`);
  console.log('Of each kind: changes, found, placed; then how many each look found, and in brackets by it alone.');
  console.log(`${'kind'.padEnd(46)} changes found placed  ${checks.map((check) => check.padStart(12)).join('')}`);
  let [passed, failed] = [0, 0];
  for (const [name, { changes: count, found, placed, by, alone }] of tallies) {
    passed += placed;
    failed += count - placed;
    const cells = checks.map((check) => (by[check] === 0 ? '·' : `${by[check]} (${alone[check]})`).padStart(12));
    console.log(
      `${name.padEnd(46)} ${String(count).padStart(7)} ${String(found).padStart(5)} ${String(placed).padStart(6)}  ${cells.join('')}`,
    );
  }
  console.log(JSON.stringify({ summary: { passed, failed, seed: Number(seed), events } }));
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Mulberry32. */
function randomFrom(state: number): Random {
  let next = state;
  return () => {
    next = (next + 0x6d2b79f5) | 0;
    let mixed = Math.imul(next ^ (next >>> 15), 1 | next);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

await prove();
