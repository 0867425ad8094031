export {
  extract,
  extractAll,
  describe,
  type ExtractOptions,
  type Extraction,
  type Label,
  type Unread,
} from './extract.ts';
export * from './decimal.ts';
export * from './quantity.ts';
export type { Fault } from './scan/numeral.ts';
