import type { PromiseBasis, PromiseState } from '../promises/line.ts';
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

/** A ministry's rows of a year: what they say of themselves, and what their figures say. */
export interface DisconnectFact extends ChartFact {
  readonly ministry: string | null;
  /** Gregorian. */
  readonly year: number | null;
  readonly filing: string;
  readonly rows: number;
  readonly stated: number;
  readonly computed: number;
  /** Rows with a stated verdict and a computed one. */
  readonly both: number;
  /** Of these: achieved is stated and not computed, and the other way round. */
  readonly more: number;
  readonly less: number;
  readonly differ: number;
  /** Percent of `both`, two decimals. */
  readonly rate: number | null;
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

/** A plan row as one edition shows it. Money in TWD; months `2022-01`. */
export interface LifeFact extends OfPlan {
  /** The row of the same plan that is newest: what the rows of its editions and years have in common. */
  readonly line: string;
  readonly edition: number;
  /** The day on which the edition was taken in, in Taipei. */
  readonly since: string;
  readonly starts: string | null;
  readonly ends: string | null;
  /** Of the whole plan: never added to another. */
  readonly approved: number | null;
  readonly budgeted: number | null;
  readonly executed: number | null;
  readonly targets: number;
  /** Against the edition before it of the same filing; null of the first. */
  readonly eased: number | null;
  readonly tightened: number | null;
  readonly removed: number | null;
}

/** A dated event that a row's results tell. */
export interface EventFact extends OfPlan {
  readonly kind: 'award' | 'start' | 'halt' | 'resumption' | 'completion' | 'acceptance';
  /** ISO 8601 at the printed precision. */
  readonly date: string;
  /** The clause that tells it, as printed. */
  readonly text: string;
  /** Where it stands: an address of this site. */
  readonly source: string;
}

/** A promise for later. */
export interface DueFact extends OfPlan {
  /** As in the table `promises`. */
  readonly promise: string;
  readonly filing: string;
  /** ISO 8601 at the printed precision; null: none is given. */
  readonly due: string | null;
  /** The last month in which it is due, `2025-12` of `2025`. */
  readonly month: string | null;
  readonly state: PromiseState;
  readonly basis: PromiseBasis;
  readonly text: string;
  /** On its plan's page: an address of this site. */
  readonly source: string;
}
