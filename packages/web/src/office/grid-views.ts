import type { Finding, Message } from '@guankao/domain';
import type { Agency, RowRecord, TextField, YearRecord } from '@guankao/workflow';
import type { Refused } from './refused.tsx';

/** Which rows the grid shows. */
export const gridFilters = ['all', 'open', 'empty', 'findings'] as const;
export type GridFilter = (typeof gridFilters)[number];

export interface GridCell {
  readonly field: TextField;
  /** What the field shows: what was typed and refused, or what is saved. */
  readonly shown: string;
  /** What is saved. */
  readonly saved: string;
  /** Of what is saved: comes along, so that a cell that nobody touched is told from one that was changed back. */
  readonly mark: string;
  readonly findings: readonly Finding[];
  /** Why it was not saved; null where it was, or nothing was asked. */
  readonly refused: Message | null;
}

export interface GridRow {
  readonly row: RowRecord;
  readonly agencyName: string;
  readonly mayWrite: boolean;
  readonly cells: readonly GridCell[];
}

/** Rows of a year and some of their columns, all on one form. */
export interface GridView {
  readonly year: YearRecord;
  readonly columns: readonly TextField[];
  readonly rows: readonly GridRow[];
  /** 1-based. */
  readonly page: number;
  readonly pages: number;
  /** Rows of all pages. */
  readonly count: number;
  readonly filter: GridFilter;
  /** Id; null: of all. */
  readonly agency: string | null;
  readonly agencies: readonly Agency[];
  /** How many cells were just saved; null: nothing was asked. */
  readonly saved: number | null;
  /** How many were refused. */
  readonly refused: number;
  /** Why the checks could not be made. */
  readonly unchecked: Refused | null;
}
