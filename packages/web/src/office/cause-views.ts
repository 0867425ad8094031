import type { ConfirmedCause, ProposedCause, RowCauses, RowRecord, YearRecord } from '@guankao/workflow';

export interface CausesView {
  readonly row: RowRecord;
  readonly agencyName: string;
  readonly version: number;
  readonly causes: readonly ConfirmedCause[];
  /** What the texts speak of and nobody confirmed. */
  readonly proposals: readonly (ProposedCause & { readonly field: 'execution' | 'explanation' })[];
  readonly mayConfirm: boolean;
}

export interface CauseTableView {
  readonly year: YearRecord;
  /** Of the years of the ministry. */
  readonly records: readonly RowCauses[];
  readonly rows: readonly RowRecord[];
  readonly nameOf: (agency: string) => string;
}
