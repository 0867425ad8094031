export { readFiling } from './read-filing.ts';
export { layouts } from './layouts/index.ts';
export type { HeadingRule, Layout, Role, TableKind } from './layout.ts';
