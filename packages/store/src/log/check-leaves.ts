import { createHash } from 'node:crypto';
import { encodeLeaf, leafHash, parseLeaf, sameBytes, type Leaf } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { isAfter } from '../journal/journal.ts';
import type { Findings } from './findings.ts';
import { leafOf, saltedEvents, valueOf, type SaltedEvent } from './leaves.ts';

const batch = 2_000;
/** An entry further on than this is none of the log’s. */
const largestGap = 1_000_000;

/**
 * The leaf of each event made anew, against the leaf that stands. Gives the number of the last event, and what each
 * entry hashes to: the entries themselves are looked at batch by batch, and not kept.
 */
export async function checkLeaves(
  db: Database,
  nouns: readonly Noun[],
  found: Findings,
  look: (event: SaltedEvent) => void,
): Promise<{ readonly events: number; readonly hashes: readonly Uint8Array[] }> {
  const entries = new Entries(db, found);
  const erasures = new Erasures();
  let last = 0;
  let time = new Date(0);
  for await (const events of ahead(eventsAfter(db))) {
    const beside = await entries.through((events.at(-1)?.number ?? 0) - 1);
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
      const entry = beside.get(event.number - 1);
      if (entry !== undefined) checkLeaf(event, nouns, entry, found);
      look(event);
      erasures.look(event);
    }
  }
  const hashes = await entries.hashes();
  if (hashes.length > last) tellMissing(last + 1, hashes.length, found);
  erasures.check(found);
  return { events: last, hashes };
}

type Read<Row> = (after: Row | null) => Promise<readonly Row[]>;

/** Batch after batch; the next is asked for while this one is looked at. */
async function* ahead<Row>(read: Read<Row>): AsyncGenerator<readonly Row[]> {
  let next: Promise<readonly Row[]> | null = read(null);
  while (next !== null) {
    const rows: readonly Row[] = await next;
    next = rows.length < batch ? null : read(rows.at(-1) ?? null);
    // Where nobody asks on, nobody hears that it failed.
    next?.catch(() => undefined);
    if (rows.length > 0) yield rows;
  }
}

function eventsAfter(db: Database): Read<SaltedEvent> {
  return async (after) =>
    saltedEvents(db)
      .where(isAfter(after?.number ?? 0))
      .limit(batch)
      .execute();
}

interface Entry {
  readonly index: number;
  readonly entry: Uint8Array;
}

/** The log’s entries, in their order. */
class Entries {
  readonly #batches: AsyncGenerator<readonly Entry[]>;
  readonly #found: Findings;
  readonly #hashes: Uint8Array[] = [];
  #waiting: readonly Entry[] = [];

  constructor(db: Database, found: Findings) {
    this.#found = found;
    this.#batches = ahead<Entry>(async (after) =>
      db
        .selectFrom('log_entries')
        .selectAll()
        .where('index', '>', after?.index ?? -1)
        .orderBy('index')
        .limit(batch)
        .execute(),
    );
  }

  /** Those that come next, up to this one, by index. */
  async through(index: number): Promise<ReadonlyMap<number, Uint8Array>> {
    const taken = new Map<number, Uint8Array>();
    for (;;) {
      const end = this.#waiting.findIndex((one) => one.index > index);
      const count = end === -1 ? this.#waiting.length : end;
      for (const one of this.#waiting.slice(0, count)) if (this.#take(one)) taken.set(one.index, one.entry);
      this.#waiting = this.#waiting.slice(count);
      if (this.#waiting.length > 0) return taken;
      const next = await this.#batches.next();
      if (next.done === true) return taken;
      this.#waiting = next.value;
    }
  }

  /** Of all of them: those that are left are looked at first. */
  async hashes(): Promise<readonly Uint8Array[]> {
    await this.through(Number.MAX_SAFE_INTEGER);
    return this.#hashes;
  }

  #take({ index, entry }: Entry): boolean {
    const hashes = this.#hashes;
    if (index > hashes.length) {
      const place = `entries ${hashes.length} to ${index - 1}`;
      this.#found.add('leaf', place, '公開日誌缺這幾筆', 'the log has lost them');
      if (index > hashes.length + largestGap) return false;
      while (hashes.length < index) hashes.push(leafHash(sha256, new Uint8Array()));
    }
    if (index === hashes.length) hashes.push(leafHash(sha256, entry));
    else this.#found.add('leaf', `entry ${index}`, '不在它的位置', 'it is out of place');
    return index === hashes.length - 1;
  }
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

function checkLeaf(event: SaltedEvent, nouns: readonly Noun[], entry: Uint8Array, found: Findings): void {
  const place = `event ${event.number}`;
  const made = madeAnew(event, nouns);
  if (made !== null && sameBytes(encodeLeaf(made), entry)) return;
  const logged = parseLeaf(entry);
  if (logged === null) {
    found.add('leaf', place, '公開日誌的這一筆不成格式', 'its entry in the log is no leaf');
    return;
  }
  const differing = event.payload_salt === null ? fieldsOfErased(event, logged) : fieldsThatDiffer(made, logged);
  if (differing.length === 0) return;
  const names = differing.join(', ');
  found.add('leaf', place, `與公開日誌不符：${names}`, `it is not what the log has: ${names}`);
}

/** null where its payload was erased, no noun has its kind, or its payload is no JSON any more. */
function madeAnew(event: SaltedEvent, nouns: readonly Noun[]): Leaf | null {
  if (event.payload_salt === null) return null;
  try {
    return leafOf(event, nouns);
  } catch {
    return null;
  }
}

function fieldsThatDiffer(made: Leaf | null, logged: Leaf): readonly string[] {
  if (made === null) return ['kind', 'payload'];
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
