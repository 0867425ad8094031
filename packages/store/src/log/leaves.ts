import { commitmentTo, fields, saltOf, utf8, bytesOfHex, type Leaf } from '@guankao/log';
import { sha256 } from '@guankao/log/node';
import type { Noun } from '@guankao/workflow';
import type { Database } from '../database/connect.ts';
import { isAccountEvent, isFilingEvent, isLogEvent, type RecordEvent } from '../journal/event.ts';

/** An event as the tables hold it, with its salts. */
export interface SaltedEvent {
  readonly number: number;
  readonly at: Date;
  readonly actor: string;
  readonly account: string | null;
  readonly role: string;
  readonly reason: string | null;
  readonly kind: string;
  readonly subject: string;
  readonly v: number;
  readonly salt: Uint8Array;
  /** JSON, as it was written. */
  readonly body: string;
  /** null: the payload was erased. */
  readonly payload_salt: Uint8Array | null;
  readonly erased_by: number | null;
}

export function saltedEvents(db: Database) {
  return db
    .selectFrom('events')
    .innerJoin('payloads', 'payloads.number', 'events.number')
    .select(['events.number', 'at', 'actor', 'account', 'role', 'reason', 'kind', 'subject', 'v'])
    .select(['events.salt', 'body', 'payloads.salt as payload_salt', 'erased_by'])
    .orderBy('events.number');
}

/** The value that a line of the leaf commits to, and under which salt; null where it was erased. */
export function valueOf(
  event: SaltedEvent,
  name: string,
): { readonly salt: Uint8Array; readonly value: Uint8Array } | null {
  if (name === 'payload')
    return event.payload_salt === null
      ? null
      : { salt: saltOf(sha256, event.payload_salt, name), value: utf8(event.body) };
  const salt = saltOf(sha256, event.salt, name);
  if (name.startsWith('bytes/')) {
    const piece = piecesOf(event.body).find((one) => one.name === name);
    return piece === undefined ? null : { salt, value: piece.sha256 };
  }
  const said = event[name as 'subject' | 'actor' | 'account' | 'role' | 'reason'];
  return { salt, value: utf8(said ?? '') };
}

/** The leaf of an event. Only of one whose payload stands. */
export function leafOf(event: SaltedEvent, nouns: readonly Noun[]): Leaf {
  const said = fields.map((name) => {
    const opened = valueOf(event, name);
    if (opened === null) throw new Error(`event ${event.number} has lost ${name} before its leaf was made`);
    return { name, hash: commitmentTo(sha256, opened.salt, opened.value) };
  });
  const pieces = piecesOf(event.body).map(({ name, sha256: value }) => ({
    name,
    hash: commitmentTo(sha256, saltOf(sha256, event.salt, name), value),
  }));
  const commitments = [...said, ...pieces];
  const { number: position, kind, v: version } = event;
  return { position, noun: nounOf(kind, nouns), kind, version, time: event.at.toISOString(), commitments };
}

function nounOf(kind: string, nouns: readonly Noun[]): string {
  const event = { kind } as RecordEvent;
  if (isFilingEvent(event)) return 'filing';
  if (isLogEvent(event)) return 'log';
  if (isAccountEvent(event)) return kind === 'agency-added' ? 'agency' : 'account';
  const noun = nouns.find(({ kinds }) => kinds.includes(kind));
  if (noun === undefined) throw new Error(`no noun has events of kind ${kind}`);
  return noun.name;
}

export interface Piece {
  /** `bytes/` and where in the payload its hash stands: `bytes/file`, `bytes/after.0.evidence.0`. */
  readonly name: string;
  readonly sha256: Uint8Array;
}

/** More than these are committed to with the payload alone: an entry has 65,535 bytes. */
const mostPieces = 500;

/** A text of a SHA-256, or one that might be another way of writing it. */
const mayNameFiles = /"[0-9a-f]{64}"|\\u/;

/** The files that a payload names by their SHA-256, each of which can be proven without opening the payload. */
export function piecesOf(body: string): readonly Piece[] {
  // Most payloads name none, and need not be parsed for it.
  if (!mayNameFiles.test(body)) return [];
  const pieces: Piece[] = [];
  collect(JSON.parse(body), [], pieces);
  return pieces.slice(0, mostPieces);
}

function collect(value: unknown, path: readonly string[], pieces: Piece[]): void {
  if (typeof value === 'string') {
    const hash = value.length === 64 ? bytesOfHex(value) : null;
    const name = (path.at(-1) === 'sha256' && path.length > 1 ? path.slice(0, -1) : path).join('.');
    if (hash !== null && /^[\w.-]{1,100}$/.test(name) && !pieces.some((one) => one.name === `bytes/${name}`))
      pieces.push({ name: `bytes/${name}`, sha256: hash });
    return;
  }
  if (typeof value === 'object' && value !== null)
    for (const [key, part] of Object.entries(value)) collect(part, [...path, key], pieces);
}
