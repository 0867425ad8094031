import { createHash } from 'node:crypto';
import { encodeLeaf, parseLeaf, sameBytes, type Leaf } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import type { Findings } from './findings.ts';
import { leafOf, saltedEvents, valueOf, type SaltedEvent } from './leaves.ts';

const batch = 500;
/** An entry further on than this is none of the log’s. */
const largestGap = 1_000_000;

/** The leaf of each event made anew, against the leaf that stands. */
export async function checkLeaves(
  db: Database,
  nouns: readonly Noun[],
  found: Findings,
  look: (event: SaltedEvent) => void,
) {
  const entries = await entriesIn(db, found);
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
      look(event);
      erasures.look(event);
    }
    if (events.length < batch) break;
  }
  if (entries.length > last) tellMissing(last + 1, entries.length, found);
  erasures.check(found);
  return { events: last, entries };
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
