import type { MoneyLimit, RowRecord, WorkPlan, WorkPlanMove } from '@guankao/workflow';

/** A row's annual work plan as its page shows it. */
export interface WorkPlanView {
  readonly row: RowRecord;
  /** null: none was begun. */
  readonly plan: WorkPlan | null;
  readonly agencyName: string;
  readonly mayWrite: boolean;
  readonly moves: readonly WorkPlanMove[];
  /** null: no money of the row is recorded. */
  readonly limit: MoneyLimit | null;
  /** First and last day on which a check point may stand, ISO. */
  readonly days: { readonly first: string; readonly last: string };
  /** Lines to be shown: those that are filled in, and some that are empty. */
  readonly lines: { readonly items: number; readonly points: number };
  readonly saved: boolean;
}

/** What the row's own page shows of it. */
export interface WorkPlanLine {
  readonly plan: WorkPlan | null;
  readonly mayBegin: boolean;
}
