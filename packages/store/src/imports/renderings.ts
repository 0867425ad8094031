import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { RenderingRecord } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import type { Tables } from '../database/tables.ts';
import type { FilingRendered } from '../journal/event.ts';

/** An edition in one format, as it is given out. */
export interface Rendering {
  /** `pdf`, `ods`, … */
  readonly format: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What the event says of them. */
export function saidOf(renderings: readonly Rendering[]): FilingRendered['payload']['renderings'] {
  return Object.fromEntries(
    renderings.map(({ format, name, mediaType, bytes }) => [format, { name, mediaType, sha256: sha256(bytes) }]),
  );
}

export async function keepRenderings(
  tx: Transaction<Tables>,
  { filing, edition }: { readonly filing: string; readonly edition: number },
  event: number,
  renderings: readonly Rendering[],
): Promise<void> {
  for (const { format, name, mediaType, bytes } of renderings) {
    const kept = { format, name, media_type: mediaType, sha256: sha256(bytes), bytes: Buffer.from(bytes) };
    await tx
      .insertInto('renderings')
      .values({ filing, edition, event, ...kept })
      .execute();
  }
}

/** Of an edition that is shown whole; null where none was kept. */
export async function findRendering(
  db: Database,
  filing: string,
  edition: number,
  format: string,
): Promise<RenderingRecord | null> {
  const found = await db
    .selectFrom('renderings')
    .innerJoin('editions', (join) =>
      join.onRef('editions.filing', '=', 'renderings.filing').onRef('editions.number', '=', 'renderings.edition'),
    )
    .select(['renderings.name', 'renderings.media_type as mediaType', 'renderings.bytes', 'renderings.event'])
    .where('renderings.filing', '=', filing)
    .where('renderings.edition', '=', edition)
    .where('format', '=', format)
    .where('published', '=', true)
    // Of an edition of which something is withheld: it was made of all of it.
    .where('shown_sha256', 'is', null)
    .executeTakeFirst();
  return found ?? null;
}

/** Of an edition, in order of name. */
export async function formatsKept(db: Database, filing: string, edition: number): Promise<readonly string[]> {
  const found = await db
    .selectFrom('renderings')
    .select('format')
    .where('filing', '=', filing)
    .where('edition', '=', edition)
    .orderBy('format')
    .execute();
  return found.map(({ format }) => format);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
