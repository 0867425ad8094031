export { extract, extractAll, describe, type Extraction, type Label, type Unread } from './extract.ts';
export * from './decimal.ts';
export { extractLines } from './lines.ts';
export type { ExtractOptions } from './options.ts';
export * from './quantity.ts';
export type { Fault } from './scan/numeral.ts';
