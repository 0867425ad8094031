import type { FastifyRequest } from 'fastify';
import type { SourceFile } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import type { FillInFormat } from '@guankao/forms';
import type { Asked, Office } from '@guankao/store';
import {
  addressOf,
  collectionPolicy,
  demandVersion,
  isOpen,
  isPlain,
  may,
  newFiles,
  standingOf,
  takingsOf,
  yearPolicy,
  type Actor,
  type Arrival,
  type CellAddress,
  type CollectionRecord,
  type Decision,
  type RowRecord,
  type Sending,
  type StandingCell,
} from '@guankao/workflow';
import { signedIn } from '../sign-in/authenticate.ts';
import { asking } from '../work/asking.ts';
import type { OfficeSite } from '../office/office-site.ts';

/** Of one drop: all files together. */
export const largestDrop = 30 * 1024 * 1024;
export const mostFiles = 200;

/** What was asked, and how: the steps are carried out by whoever calls. */
export type Carry = (steps: Parameters<Office['perform']>[0], more?: Partial<Asked>) => ReturnType<Office['perform']>;

/** A collection as this person may see it, and the rows of its year. Throws a Refusal where they may not. */
export async function collectionOf(
  { office }: Pick<OfficeSite, 'office'>,
  actor: Actor,
  id: string,
): Promise<{ readonly collection: CollectionRecord; readonly rows: readonly RowRecord[] }> {
  const [tree, record] = [await office.tree(), await office.record('collection', id)];
  if (record === null || !may(collectionPolicy, 'read', actor, record as CollectionRecord, tree)) throw noSuch(id);
  const collection = record as CollectionRecord;
  return { collection, rows: (await office.year(collection.year))?.rows ?? [] };
}

/** Sends a year's collection out: freezes what each agency is asked. */
export async function send({ office }: OfficeSite, actor: Actor, carry: Carry, yearId: string, sending: Sending) {
  const [tree, form] = [await office.tree(), await office.year(yearId)];
  if (form === null || !may(yearPolicy, 'read', actor, form.year, tree)) throw noSuch(yearId);
  const before = (await office.records('collection', yearId)).length;
  const agencyNames = Object.fromEntries((await office.agencies()).map(({ id, name }) => [id, name]));
  const facts = { ...form, before, agencyNames };
  const input = { ...sending, ministry: form.year.ministry };
  return carry([{ noun: 'collection', command: 'send', id: null, shown: null, input, facts }]);
}

/** The files to send, as one ZIP. */
export async function filesToSend(
  { pool }: OfficeSite,
  request: FastifyRequest,
  collection: CollectionRecord,
  formats: readonly FillInFormat[],
): Promise<{ readonly name: string; readonly bytes: Uint8Array }> {
  const name = `${collection.id}.zip`;
  const { bytes } = await pool.run('pack-collection', { collection, formats }, asking(request, name));
  return { name, bytes };
}

/** What became of a file that was dropped in. */
export interface Dropped {
  readonly name: string;
  /** Of the collection's files; of one whose bytes came before, that one's. */
  readonly number: number;
  readonly cameBefore: boolean;
}

/** Files come back: read in the pool, held against what was sent, and kept byte for byte. */
export async function receive(
  site: OfficeSite,
  request: FastifyRequest,
  carry: Carry,
  id: string,
  files: readonly SourceFile[],
  arrival: Arrival,
): Promise<{ readonly collection: CollectionRecord; readonly dropped: readonly Dropped[] }> {
  const { collection } = await collectionOf(site, signedIn(request), id);
  const named = files.length === 1 ? (files[0]?.name ?? null) : null;
  const read = await site.pool.run('read-collection', { collection, files }, asking(request, named));
  const facts = read.files.map(({ name, sha256, size, reading }) => ({ name, sha256, size, reading }));
  const kept = newFiles(collection, read.files).map(({ name, bytes, given }) => ({
    name,
    mediaType: 'application/octet-stream',
    bytes: bytes ?? files[given]?.bytes ?? new Uint8Array(),
  }));
  const step = { noun: 'collection', command: 'receive', id, shown: collection.version, input: arrival, facts };
  const { records } = await carry([step], { files: kept });
  const after = records[0] as CollectionRecord;
  const known = new Set(collection.files.map(({ sha256 }) => sha256));
  const dropped = read.files.map(({ name, sha256 }, at) => ({
    name,
    number: after.files.find((file) => file.sha256 === sha256)?.number ?? 0,
    cameBefore: known.has(sha256) || read.files.findIndex((one) => one.sha256 === sha256) !== at,
  }));
  return { collection: after, dropped };
}

/** Which cells are decided together: those that nothing speaks against, of all rows or of one; or each by itself. */
export type Chosen =
  | { readonly plain: true; readonly row: string | null }
  | {
      readonly plain: false;
      /** `seen`: the version of the row that was shown; where it was left out, the newest one holds. */
      readonly cells: readonly (CellAddress & { readonly seen?: number })[];
    };

/** Takes cells into their rows, or leaves the rows as they are; all of it or nothing. */
export async function decide(
  site: OfficeSite,
  actor: Actor,
  carry: Carry,
  id: string,
  as: Decision['as'],
  chosen: Chosen,
): Promise<{ readonly collection: CollectionRecord; readonly decided: number }> {
  const { collection, rows } = await collectionOf(site, actor, id);
  const cells = chosenOf(standingOf(collection, rows), chosen);
  if (cells.length === 0) throw nothingChosen();
  const takings = as === 'taken' ? takingsOf(collection, cells) : [];
  const input = { as, cells: cells.map(addressOf) };
  const { records } = await carry([
    { noun: 'collection', command: 'decide', id, shown: collection.version, input },
    ...takings.map(({ row, shown, input }) => ({ noun: 'row', command: 'take-texts', id: row, shown, input })),
  ]);
  return { collection: records[0] as CollectionRecord, decided: cells.length };
}

function chosenOf(standing: readonly StandingCell[], chosen: Chosen): readonly StandingCell[] {
  if (chosen.plain)
    return standing.filter((one) => isPlain(one) && (chosen.row === null || one.cell.row === chosen.row));
  const keyOf = ({ file, row, field }: CellAddress) => `${file}/${row}/${field}`;
  const open = new Map(standing.filter(isOpen).map((one) => [keyOf(addressOf(one)), one]));
  return chosen.cells.flatMap((address) => {
    const one = open.get(keyOf(address));
    if (one !== undefined && address.seen !== undefined) demandVersion(one.rowVersion, address.seen);
    return one ?? [];
  });
}

export function noSuch(id: string): Refusal {
  return new Refusal('no-such-collection', 404, {
    'zh-Hant': `找不到「${id}」這次收集，或您無權查看。`,
    en: `there is no collection ${id}, or you may not see it.`,
  });
}

function nothingChosen(): Refusal {
  return new Refusal('no-cell-chosen', 422, {
    'zh-Hant': '沒有選到還可以併入的內容。請勾選至少一格；已決定的不必再選。',
    en: 'nothing was chosen that can still be taken in. Choose at least one cell; what is decided need not be chosen again.',
  });
}
