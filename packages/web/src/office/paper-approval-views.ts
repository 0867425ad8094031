import type { CoveredCell, PaperApproval, YearRecord } from '@guankao/workflow';

export interface PaperApprovalsView {
  readonly year: YearRecord;
  readonly edition: number;
  /** First 16 digits of the hash of the form as it stands, in groups. */
  readonly hash: string;
  readonly mayEnter: boolean;
  readonly mayWithdraw: boolean;
  readonly entered: boolean;
  /** Newest first. */
  readonly approvals: readonly {
    readonly approval: PaperApproval;
    readonly code: string;
    /** The form stands as it was sealed. */
    readonly covers: boolean;
    /** Rows that changed since; `cells` null: that were not in the form then. */
    readonly changed: readonly { readonly name: string; readonly cells: readonly CoveredCell[] | null }[];
  }[];
}

/** What the row's page shows. */
export interface PaperOfRow {
  readonly approval: PaperApproval;
  readonly changed: readonly CoveredCell[];
}
