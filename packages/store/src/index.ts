export * from './catalogue.ts';
export { openStore, type Store, type StoreOptions } from './store.ts';
export type { Deed, RecordEvent } from './events/event.ts';
export type { Imported, Reread } from './imports/take-in.ts';
export type { ComparedTable, Rebuilt } from './projections/rebuild.ts';
export { isDown } from './database/failures.ts';
export { listsOf } from './projections/ready-lists.ts';
export type { Office, YearAndRows, Decision } from './office/office.ts';
export type { AccountRecord } from './office/accounts.ts';
