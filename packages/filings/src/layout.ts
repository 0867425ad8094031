import type { MoneyColumn, TextColumn } from '@guankao/domain';

/** What a column of a form holds. `agency` executes the plan, `host` (主辦, 主管) answers for it. `amount` and `other` keep their headings: the one is money of another scope, the other nothing we know. `again`: printed a second time over the page. */
export type Role =
  | 'number'
  | 'code'
  | 'level'
  | 'name'
  | 'type'
  | 'period'
  | 'agency'
  | 'host'
  | 'note'
  | 'amount'
  | 'rate'
  | 'again'
  | 'other'
  | MoneyColumn
  | TextColumn;

/** Words that tell a column by its meaning. Blanks and the unit in brackets are gone before they are looked for. */
interface HeadingRule {
  readonly role: Role;
  readonly says: RegExp;
  /** A heading that says this too means something else. */
  readonly butNot?: RegExp;
}

/**
 * A form, described. To read another form of rows and columns, write one of these and its test; no code is needed
 * unless its rows are built another way.
 */
export interface Layout {
  readonly id: string;
  /** The form's name, or the parts of it that a running head prints. */
  readonly title: RegExp;
  /** Other forms have the same columns: a table is this one's only under its name. */
  readonly onlyUnderTitle?: boolean;
  /** How rows are made of table rows: a plan a row, or accounts of several rows each. */
  readonly rows: 'plans' | 'accounts';
  /** In order: the first that fits a heading gives its role. */
  readonly headings: readonly HeadingRule[];
  /** A table is this form's when its headings name these roles; each list is one kind of table. */
  readonly tables: readonly TableKind[];
}

export interface TableKind {
  readonly kind: 'left' | 'right' | 'wide';
  /** How many of which roles must be there. */
  readonly needs: readonly { readonly atLeast: number; readonly of: readonly Role[] }[];
}
