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
    .select(['filing', 'number as edition', 'file_name as name', 'sha256', 'event', 'published', 'shown_sha256']);
  let shown = db
    .selectFrom('editions')
    .select(['filing', 'number as edition', 'shown_file_name as name', 'shown_sha256 as sha256'])
    .select(['shown_event as event', 'published'])
    .where('shown_sha256', 'is not', null)
    .$narrowType<{ name: string; sha256: string; event: number }>();
  let renderings = db
    .selectFrom('renderings')
    .innerJoin('editions', (join) =>
      join.onRef('editions.filing', '=', 'renderings.filing').onRef('editions.number', '=', 'renderings.edition'),
    )
    .select(['renderings.filing', 'edition', 'format', 'name', 'renderings.sha256', 'renderings.event'])
    .select(['published', 'shown_sha256']);
  if (sha256 !== null) {
    sources = sources.where('sha256', '=', sha256);
    shown = shown.where('shown_sha256', '=', sha256);
    renderings = renderings.where('renderings.sha256', '=', sha256);
  }
  const came = await sources.orderBy('filing').orderBy('number').execute();
  const made = await renderings.orderBy('renderings.filing').orderBy('edition').orderBy('format').execute();
  const instead = await shown.orderBy('filing').orderBy('number').execute();
  // What was made of the whole edition is not public where something of it is withheld.
  const whole = <File extends { readonly published: boolean; readonly shown_sha256: string | null }>(file: File) => {
    const { shown_sha256: other, ...rest } = file;
    return { ...rest, published: file.published && other === null };
  };
  return [
    ...came.map((one): Issued => ({ ...whole(one), as: 'source', line: 'bytes/file' })),
    ...instead.map((one): Issued => ({ ...one, as: 'source', line: 'bytes/file' })),
    ...made.map(({ format, ...one }): Issued => ({
      ...whole(one),
      as: 'rendering',
      line: `bytes/renderings.${format}`,
    })),
  ];
}
