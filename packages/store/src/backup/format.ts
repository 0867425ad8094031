/**
 * A backup is gzipped text, a JSON object a line: a head, then rows by table in the order in which they can be put
 * back, then an end that says how many there were, so that a file cut short is known for one.
 * What the events make is left out, since a rebuild makes it; sessions, links and answers already given too.
 */
export const backupFormat = 'guankao-backup@1';

/** Table, and the column that its rows are read in order of. */
export const backedUp: readonly (readonly [table: string, order: string])[] = [
  ['sources', 'sha256'],
  ['readings', 'sha256'],
  ['events', 'number'],
  ['payloads', 'number'],
  ['renderings', 'filing'],
  ['log_entries', 'index'],
  ['log_tiles', 'index'],
  ['log_checkpoints', 'size'],
  ['agencies', 'created_at'],
  ['accounts', 'created_at'],
  ['grants', 'account'],
  ['tokens', 'created_at'],
  ['drafts', 'saved_at'],
  ['evidence', 'sha256'],
  ['evidence_of_rows', 'row'],
  ['money_mappings', 'agency'],
  ['mail_people', 'account'],
  ['mail_told', 'account'],
  ['mail_days', 'day'],
];

export interface BackupHead {
  readonly format: typeof backupFormat;
  /** Number of the last migration. */
  readonly schema: number;
  readonly at: string;
  readonly program: string;
}

export interface BackupEnd {
  readonly end: true;
  /** Rows by table. */
  readonly rows: Readonly<Record<string, number>>;
}
