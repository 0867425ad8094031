import type { CarriedIn, CarryOver, CarryOverAlert, RowRecord, unspentOf, YearRecord } from '@guankao/workflow';

/** A row's carry-over as its page shows it. */
export interface CarryOverView {
  readonly row: RowRecord;
  /** null: none was begun. */
  readonly carryOver: CarryOver | null;
  readonly agencyName: string;
  readonly mayWrite: boolean;
  readonly moves: readonly string[];
  readonly maySettle: boolean;
  /** null: the money of the row's year is not recorded. */
  readonly left: ReturnType<typeof unspentOf>;
  readonly alerts: readonly CarryOverAlert[];
  /** Lines to be shown: those that are filled in, and some that are empty. */
  readonly lines: number;
  readonly saved: boolean;
}

/** What the row's own page shows: what it carries over, and what came in from the year before. */
export interface CarryOverOfRow {
  readonly carryOver: CarryOver | null;
  readonly mayBegin: boolean;
  /** Approved carry-overs of the same share, of the year before. */
  readonly before: readonly { readonly carryOver: CarryOver; readonly approved: number }[];
  readonly carried: CarriedIn | null;
  readonly mayDraw: boolean;
}

/** All of a ministry's that are of a year, or still open from years before. */
export interface CarryOversView {
  readonly year: YearRecord;
  readonly carryOvers: readonly {
    readonly carryOver: CarryOver;
    readonly rowName: string;
    readonly agencyName: string;
    /** TWD */
    readonly asked: number;
    readonly approved: number | null;
    readonly open: number;
    readonly alerts: readonly CarryOverAlert[];
  }[];
}
