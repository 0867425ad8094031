import type {
  Amount,
  Commitment,
  Comparator,
  Finding,
  Message,
  MoneyUnit,
  PlanType,
  RowField,
  Span,
  StatedVerdict,
  Verdict,
  Withheld,
} from '@guankao/domain';
import type { DatedEvent } from './events/events.ts';
import type { Evidence } from './evidence/evidence.ts';
import type { StandingCounts } from './standing.ts';

/**
 * What `guankao read FILE --json` prints: the boundary for other people's tools, the unit that the store keeps,
 * and what the pages show. Its shape is `reading.schema.json` of the contract; properties may be added, never renamed.
 */
export interface Reading {
  readonly schema: 'guankao/reading@1';
  readonly document: {
    readonly name: string;
    readonly sha256: string;
    readonly mediaType: string;
    readonly pages: number | null;
    readonly text: string;
  };
  readonly filing: {
    readonly form: string | null;
    readonly agency: string | null;
    readonly fiscalYear: number | null;
    readonly moneyUnit: MoneyUnit | null;
    readonly layout: string | null;
  };
  readonly plans: readonly PlanReading[];
  readonly findings: readonly Finding[];
  readonly unread: readonly Span[];
  readonly furniture: readonly Span[];
  /** Remarks of the file's reader, such as pages that are only an image; and what was left unread or may be read wrong. */
  readonly notices: readonly {
    readonly id: string;
    readonly place: string;
    readonly message: { readonly 'zh-Hant': string; readonly en: string };
  }[];
  /** How it stands with the numbers of the document. Absent from readings that were kept before they were counted. */
  readonly coverage?: StandingCounts;
}

export interface TextReading {
  readonly text: string;
  readonly marker: string | null;
  readonly spans: readonly Span[];
  /**
   * Where each character of `text` stands in the document's text, in runs: [0, 1043], [12, 1060] says that text[0] stands
   * at 1043, text[1] at 1044 …, and text[12] at 1060. Absent from readings that were kept before places were told.
   */
  readonly places?: readonly PlaceRun[];
}

/** From the character `from` of an item's text on, what stands at `at` of the document's text and after it. */
export type PlaceRun = readonly [from: number, at: number];

export interface QuantityReading {
  readonly text: string;
  readonly span: Span;
  readonly value: number | null;
  readonly low?: number | null;
  readonly high?: number | null;
  readonly unit: string | null;
}

export interface IndicatorReading {
  readonly label: string;
  readonly comparator: Comparator;
  readonly strict?: boolean;
  readonly target: QuantityReading;
  readonly actual: QuantityReading | null;
  readonly met: boolean | null;
  readonly scope: 'year' | 'plan';
  readonly column: string;
  readonly reason: string;
  /** What was held against what, where figures decide. */
  readonly compared?: { readonly target: number; readonly actual: number; readonly unit: string | null };
  /** Done after the last day that the target names; days. */
  readonly late?: { readonly due: string; readonly done: string };
  /**
   * What the row prints to bear the result out; null: a target of the whole plan of which the year's form owes no result yet.
   * Absent from readings that were kept before it was told.
   */
  readonly evidence?: Evidence | null;
}

/** How one field of a row was read: for `guankao explain`, and for the link from each value to its place. */
export interface FieldOrigin {
  readonly text: string;
  readonly spans: readonly Span[];
  readonly basis: 'said' | 'inferred';
  readonly by: string;
  /** Why the value may be wrong. */
  readonly doubt?: Message;
}

export interface PlanReading {
  readonly id: string;
  readonly name: string;
  readonly marker: string | null;
  readonly parent: string | null;
  readonly type: PlanType | null;
  readonly period: { readonly text: string; readonly start: string | null; readonly end: string | null } | null;
  readonly approvedTotal: number | null;
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
  readonly plannedWork: readonly TextReading[];
  readonly execution: readonly TextReading[];
  readonly goals: readonly TextReading[];
  readonly explanation: readonly TextReading[];
  readonly statedVerdict: StatedVerdict;
  readonly statedVerdictSpan: Span | null;
  readonly verdict: Verdict;
  readonly indicators: readonly IndicatorReading[];
  readonly commitments: readonly Commitment[];
  readonly causes: readonly { readonly text: string; readonly span: Span }[];
  readonly remedies: readonly { readonly text: string; readonly span: Span }[];
  /** Dated events that the results tell. Absent from readings that were kept before events were told. */
  readonly events?: readonly DatedEvent[];
  readonly join: { readonly confidence: number; readonly reason: string };
  readonly spans: readonly Span[];
  readonly executingAgency: { readonly value: string; readonly basis: 'said' | 'inferred' } | null;
  readonly code: string | null;
  readonly amounts: readonly Amount[];
  /** By field: name, type, period, approvedTotal, budgetedToDate, executedToDate. */
  readonly origins: Readonly<Record<string, FieldOrigin>>;
  /** How it stands with the numbers of the row. */
  readonly coverage?: StandingCounts;
  /**
   * Of a row that was typed into fields: each exactly as typed and as the form prints it, a name with its marker, an amount
   * as 1,234,567. This is what exports print. Absent where the row was read from a file.
   */
  readonly cells?: Readonly<Record<RowField, string>>;
  /** Of a typed row: nothing is recorded of the form's own year, and both sums to date are those of earlier years. */
  readonly yearMoneyMissing?: true;
  /** Of a typed row: fields that are not shown, with what is printed in their place: 依政府資訊公開法第18條第1項第6款不予公開. */
  readonly withheld?: Withheld;
}
