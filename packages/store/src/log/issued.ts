import type { Database } from '../database/connect.ts';

/** A file that an edition came as, or is given out as; the log commits to its bytes. */
export interface Issued {
  readonly filing: string;
  readonly edition: number;
  /** As it came in, or as it was made by us. */
  readonly as: 'source' | 'rendering';
  readonly name: string;
  readonly sha256: string;
  /** The event whose leaf commits to it, and by which line. */
  readonly event: number;
  readonly line: string;
  readonly published: boolean;
}

/** All of them, or those with these bytes; an edition's own file first. */
export async function issuedFiles(db: Database, sha256: string | null): Promise<readonly Issued[]> {
  let sources = db
    .selectFrom('editions')
    .select(['filing', 'number as edition', 'file_name as name', 'sha256', 'event', 'published']);
  let renderings = db
    .selectFrom('renderings')
    .innerJoin('editions', (join) =>
      join.onRef('editions.filing', '=', 'renderings.filing').onRef('editions.number', '=', 'renderings.edition'),
    )
    .select(['renderings.filing', 'edition', 'format', 'name', 'renderings.sha256', 'renderings.event', 'published']);
  if (sha256 !== null) {
    sources = sources.where('sha256', '=', sha256);
    renderings = renderings.where('renderings.sha256', '=', sha256);
  }
  const came = await sources.orderBy('filing').orderBy('number').execute();
  const made = await renderings.orderBy('renderings.filing').orderBy('edition').orderBy('format').execute();
  return [
    ...came.map((one): Issued => ({ ...one, as: 'source', line: 'bytes/file' })),
    ...made.map(({ format, ...one }): Issued => ({ ...one, as: 'rendering', line: `bytes/renderings.${format}` })),
  ];
}
