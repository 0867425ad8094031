import type { Span } from '@guankao/domain';

/** A figure of some official source, in TWD, with its words and their place there. */
export interface SourcedAmount {
  readonly twd: bigint;
  readonly text: string;
  readonly span: Span;
}

/** Years of the ROC calendar, as budget prose counts them. */
export interface RocYears {
  readonly from: number | null;
  readonly to: number | null;
}

/** What another source says of a plan. What it does not say is null. */
export interface SourcePlan {
  readonly name: string;
  /** The agency whose account it stands in. */
  readonly agency: string | null;
  /** The ministry above it (主管), where the source says. */
  readonly ministry: string | null;
  /** 總經費, in the scope of that source: often this agency's part only. */
  readonly total: SourcedAmount | null;
  /** 已編列 up to and with `budgetedYears.to`. */
  readonly budgeted: SourcedAmount | null;
  readonly budgetedYears: RocYears | null;
  /** This year's instalment. */
  readonly instalment: SourcedAmount | null;
  /** The whole statement. */
  readonly text: string;
  readonly span: Span;
}
