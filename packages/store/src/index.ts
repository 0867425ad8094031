export * from './catalogue.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export type { Deed, FilingImported, FilingReread, RecordEvent } from './events/event.ts';
export type { GivenBytes, Imported, Place, Reread } from './imports/take-in.ts';
export type { ComparedTable, Rebuilt } from './projections/rebuild.ts';
export { isDown } from './database/failures.ts';
export { listsOf } from './projections/ready-lists.ts';
