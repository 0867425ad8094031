import type { ChartFact } from './chart.ts';

/** Of a chart whose facts are plan rows, or things of one. */
export interface OfPlan extends ChartFact {
  /** Of the row, as in the table `rows`. */
  readonly id: string;
  readonly name: string;
  readonly ministry: string | null;
  /** Gregorian. */
  readonly year: number | null;
}

export interface RatesFact extends OfPlan {
  /** As printed; null where it is not. */
  readonly type: string | null;
  /** R1, percent, two decimals. */
  readonly rate: number | null;
  /** Of all rows of its type in the scope. */
  readonly median: number | null;
}

/** A group of rows: of a ministry, an agency or a type. Money in TWD, of this share to date. */
export interface RollUpFact extends ChartFact {
  /** null: the filing does not print it. */
  readonly group: string | null;
  readonly ministry: string | null;
  /** Of the only filing that the group's rows stand in; null where there are several. */
  readonly filing: string | null;
  readonly type: string | null;
  readonly rows: number;
  readonly added: number;
  readonly notAdded: number;
  readonly budgeted: number | null;
  readonly executed: number | null;
  /** R1 of the two sums, percent, two decimals. */
  readonly rate: number | null;
  readonly achieved: number;
  readonly partly: number;
  readonly notAchieved: number;
  readonly undetermined: number;
}

/** How many findings of each kind a plan row has. Doubts about the transcription are none. */
export interface KindsFact extends OfPlan {
  readonly arithmetic: number;
  readonly target: number;
  readonly contradiction: number;
  readonly period: number;
  readonly money: number;
  readonly text: number;
  readonly layout: number;
  readonly plausibility: number;
  readonly all: number;
}

/** A plan row of one year, and how long the same plan can be followed. */
export interface YearsFact extends OfPlan {
  /** Of the newest row of the same plan: what it has in common with those of other years. */
  readonly line: string;
  /** Of how many years the record has a row of it. */
  readonly years: number;
  /** R1, percent, two decimals. */
  readonly rate: number | null;
  /** From the row of the year before it that has a rate: percentage points, two decimals. */
  readonly change: number | null;
}
