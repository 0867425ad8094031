import type { Agency, AskedField, CollectionRecord, StandingCell, YearRecord } from '@guankao/workflow';

/** A year's collections, and what is needed to send another. */
export interface CollectionsView {
  readonly year: YearRecord;
  readonly collections: readonly CollectionRecord[];
  readonly maySend: boolean;
  /** Agencies that have rows in the form. */
  readonly agencies: readonly (Agency & { readonly rows: number; readonly person: string; readonly to: string })[];
  readonly fields: readonly AskedField[];
}

export interface CollectionView {
  readonly collection: CollectionRecord;
  readonly standing: readonly StandingCell[];
  /** By id of the row: its name and place in the form. */
  readonly rowNames: Readonly<Record<string, string>>;
  readonly mayDecide: boolean;
  /** In which files can be sent: ods. */
  readonly formats: readonly string[];
  /** Day in Taipei: 2026-01-20. */
  readonly today: string;
  /** What was just done. */
  readonly note:
    | { readonly did: 'received'; readonly fresh: number; readonly again: number }
    | { readonly did: 'decided'; readonly count: number }
    | null;
}
