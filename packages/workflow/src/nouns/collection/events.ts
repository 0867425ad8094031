import type { CameFile, CellAddress, CollectionRecord, Decision } from './collection.ts';
import type { CollectionMove, CollectionState } from './machine.ts';

/** What happened to a collection. */
export type CollectionEvent =
  | Happening<'collection-sent', { readonly collection: CollectionRecord }>
  | Happening<'collection-received', { readonly file: CameFile; readonly document: string }>
  | Happening<'collection-decided', Pick<Decision, 'as' | 'by' | 'at'> & { readonly cells: readonly CellAddress[] }>
  | Happening<
      'collection-moved',
      { readonly move: CollectionMove; readonly from: CollectionState; readonly to: CollectionState }
    >;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
}

/** A collection after an event. */
export function applyToCollection(before: CollectionRecord | null, event: CollectionEvent): CollectionRecord {
  if (event.kind === 'collection-sent') return event.payload.collection;
  if (before === null) throw new Error(`${event.kind} before the collection ${event.subject} was sent`);
  const next = { ...before, version: before.version + 1 };
  switch (event.kind) {
    case 'collection-received':
      return { ...next, state: 'received', files: [...before.files, event.payload.file] };
    case 'collection-decided': {
      const { cells, as, by, at } = event.payload;
      const decided = cells.map((cell) => ({ ...cell, as, filesThen: before.files.length, by, at }));
      return { ...next, decisions: [...before.decisions, ...decided] };
    }
    case 'collection-moved':
      return { ...next, state: event.payload.to };
  }
}
