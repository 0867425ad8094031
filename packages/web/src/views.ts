import type { Finding, MoneyUnit, SeverityCounts, TextColumn, Verdict } from '@guankao/domain';
import type { FieldOrigin, IndicatorReading, PlanReading, PlanSummary, StandingCounts } from '@guankao/reading';
import type { TargetStep } from '@guankao/workflow';
import type { Place } from './addresses.ts';
import type { ExecutionRate } from './figures/execution-rate.ts';

/** What the pages are given: made by the server’s presenters from the record, immutable, nothing left to look up. */

export interface FilingName {
  readonly id: string;
  readonly agency: string | null;
  /** Gregorian. */
  readonly fiscalYear: number | null;
  readonly moneyUnit: MoneyUnit | null;
  /** An example that we wrote: said so wherever it shows. */
  readonly fictional: boolean;
}

/** A plan row as lists show it. */
export interface PlanLine {
  readonly id: string;
  readonly filing: FilingName;
  readonly row: PlanSummary;
  readonly rate: ExecutionRate | null;
  /** Without doubts about the transcription. */
  readonly findings: SeverityCounts;
  /** Where the words that were searched for stand. */
  readonly snippets?: readonly SnippetView[];
}

/** Words that were searched for, with what stands around them. */
export interface SnippetView {
  readonly column: 'name' | 'code' | TextColumn;
  /** As the filing has it. */
  readonly text: string;
  /** Something of the passage stands before it, and after it. */
  readonly before: boolean;
  readonly after: boolean;
  /** Where in `text` the words stand: in order, not overlapping. */
  readonly marks: readonly { readonly start: number; readonly end: number }[];
}

export interface PlanName {
  readonly id: string;
  readonly name: string;
  readonly marker: string | null;
}

export interface FindingView {
  /** Unique on its page: `f3`. */
  readonly anchor: string;
  readonly finding: Finding;
  /** One for each piece of evidence, in its order. */
  readonly places: readonly Place[];
  /** null: about the whole filing. */
  readonly plan: PlanName | null;
}

/** An item of one of the four texts, with what was found in it. */
export interface TextItem {
  readonly text: string;
  readonly marker: string | null;
  readonly place: Place;
  /** Stretches of `text` that findings point to, in order, not overlapping. */
  readonly marks: readonly Mark[];
  /** Those whose first evidence stands here. */
  readonly findings: readonly FindingView[];
}

export interface Mark {
  readonly start: number;
  readonly end: number;
  /** Anchor of the finding that points to it. */
  readonly finding: string;
}

export interface CitedPlace {
  readonly text: string;
  readonly place: Place;
}

export interface IndicatorView {
  readonly indicator: IndicatorReading;
  readonly target: Place;
  readonly actual: Place | null;
}

export interface OriginView {
  readonly origin: FieldOrigin;
  readonly place: Place;
}

export interface EditionView {
  readonly number: number;
  readonly current: boolean;
  readonly sha256: string;
  readonly fileName: string;
  readonly mediaType: string;
  /** ISO 8601. */
  readonly importedAt: string;
  /** Role and agency: persons are named inside only. */
  readonly importedBy: { readonly role: string; readonly agency: string | null };
  readonly reason: string | null;
  /** What a person settled of its reading, where they did: when, in which role, why. */
  readonly settled: { readonly at: string; readonly role: string; readonly reason: string | null } | null;
}

/** A row that another comes from, or becomes. */
export interface SuccessionView {
  readonly id: string;
  /** null: the newest that has it. */
  readonly edition: number | null;
  readonly name: string;
  readonly agency: string | null;
  /** Gregorian. */
  readonly fiscalYear: number;
  readonly how: readonly ('continued' | 'renamed' | 'handed-over' | 'split' | 'merged')[];
  /** When the later of the two was first shown: ISO 8601 with offset. */
  readonly since: string;
}

export interface LineageView {
  readonly predecessors: readonly SuccessionView[];
  readonly successors: readonly SuccessionView[];
  /** When the edition came that first lacks the row, where nothing follows it. */
  readonly discontinued: string | null;
}

export interface PlanView extends PlanLine {
  readonly row: PlanReading;
  /** Its place in the filing, 1-based. */
  readonly number: number;
  readonly edition: EditionView;
  readonly editions: readonly EditionView[];
  readonly parent: PlanName | null;
  readonly children: readonly PlanLine[];
  readonly before: PlanName | null;
  readonly after: PlanName | null;
  readonly lineage: LineageView;
  /** By field, where the reading says where it stands. */
  readonly origins: Readonly<Record<string, OriginView>>;
  readonly whole: Place | null;
  readonly statedAt: CitedPlace | null;
  readonly texts: Readonly<Record<TextColumn, readonly TextItem[]>>;
  /** Those that point to no text: at the money, the period, the whole row. */
  readonly findingsElsewhere: readonly FindingView[];
  readonly doubts: readonly FindingView[];
  readonly indicators: readonly IndicatorView[];
  readonly commitments: readonly (CitedPlace & { readonly due: string | null })[];
  readonly causes: readonly CitedPlace[];
  readonly remedies: readonly CitedPlace[];
  readonly amounts: readonly (CitedPlace & { readonly column: string; readonly value: number | null })[];
}

export interface Facet {
  readonly value: string;
  readonly count: number;
}

export type FacetName = 'type' | 'verdict' | 'severity' | 'finding' | 'list' | 'filing';

export interface PlanListView {
  readonly lines: readonly PlanLine[];
  readonly total: number;
  readonly query: PlanListQuery;
  readonly facets: Readonly<Record<FacetName, readonly Facet[]>>;
  readonly filings: readonly FilingName[];
  readonly page: number;
  readonly pages: number;
}

/** What the address asks for, as it stands in it. */
export interface PlanListQuery {
  readonly q?: string;
  readonly filing?: string;
  readonly type?: string;
  readonly verdict?: string;
  readonly severity?: string;
  readonly finding?: string;
  readonly list?: string;
  readonly sort?: string;
  /** `1` where the order is turned round. */
  readonly down?: string;
  readonly page?: string;
}

export interface FilingLine {
  readonly filing: FilingName;
  readonly form: string | null;
  readonly plans: number;
  readonly findings: SeverityCounts;
  /** null until it is known: see FilingTotals. */
  readonly totals: FilingTotals;
  readonly editions: number;
}

/**
 * Of rows that are nobody’s sub-plan, each of one scope: this row’s share to date.
 * Approved totals have no sum: one plan’s total stands on many rows.
 */
export interface FilingTotals {
  readonly budgetedToDate: number;
  readonly executedToDate: number;
  /** Rows that went in. */
  readonly rows: number;
  /** Rows without one of the two figures, which did not. */
  readonly without: number;
}

export interface FilingView extends FilingLine {
  readonly edition: EditionView;
  readonly allEditions: readonly EditionView[];
  readonly lines: readonly PlanLine[];
  /** In the order in which one should ask. */
  readonly askFirst: readonly FindingView[];
  /** Without doubts. */
  readonly findingsAll: readonly FindingView[];
  readonly doubts: readonly FindingView[];
  readonly verdicts: Readonly<Record<Verdict, number>>;
  readonly stated: { readonly achieved: number; readonly not_achieved: number; readonly none: number };
  readonly targets: { readonly met: number; readonly missed: number; readonly open: number };
  readonly missed: readonly (IndicatorView & { readonly plan: PlanName })[];
  readonly lists: readonly Facet[];
  /** Formats in which the edition was kept as it went out. */
  readonly kept: readonly string[];
  readonly unread: readonly CitedPlace[];
  /** How it stands with the numbers; null of readings that were kept before they were counted. */
  readonly coverage: StandingCounts | null;
  readonly notices: readonly {
    readonly place: string;
    readonly message: { readonly 'zh-Hant': string; readonly en: string };
  }[];
}

/** A line of the source, cut where what is known of it changes. */
export interface SourceLine {
  /** 1-based. */
  readonly number: number;
  readonly pieces: readonly SourcePiece[];
}

export interface SourcePiece {
  readonly text: string;
  readonly kind: 'plain' | 'furniture' | 'unread';
  readonly marked: boolean;
  /** The first piece of the first marked passage: where the address leads. */
  readonly first: boolean;
}

export interface SourceView {
  readonly filing: FilingName;
  readonly edition: EditionView;
  readonly lines: readonly SourceLine[];
  readonly lineCount: number;
  /** Paths of the windows of lines before and after this one. */
  readonly earlier: string | null;
  readonly later: string | null;
  /** The passages asked for, as printed. */
  readonly passages: readonly { readonly text: string; readonly line: number; readonly page: number | null }[];
  /** The address names a place that is not there. */
  readonly astray: boolean;
  readonly back: { readonly path: string; readonly name: string };
}

export interface HomeView {
  readonly filings: readonly FilingLine[];
  readonly lists: readonly Facet[];
  readonly specimens: readonly FindingView[];
  readonly plans: number;
  readonly promises: PromisesAtHome;
}

/** A year in which promises are due, Gregorian, and how many. */
export interface DueYear {
  readonly year: number;
  readonly count: number;
}

/** What the first page knows of promises: of each year in which any is due, how many. */
export interface PromisesAtHome {
  readonly nextYear: DueYear;
  readonly years: readonly DueYear[];
}

/** Where an event stands in the log. */
export interface EventProofView {
  /** From 1. */
  readonly position: number;
  /** Hexadecimal. */
  readonly leaf: string;
  /** The first signed head that holds it; null: none was signed since. */
  readonly checkpoint: { readonly size: number; readonly signedAt: Date } | null;
  readonly erasedBy: number | null;
}

/** A target, and all that became of it, oldest first. */
export interface TargetHistoryView {
  readonly label: string;
  readonly changes: readonly TargetChangeView[];
}

export interface TargetChangeView {
  readonly step: TargetStep | 'removed' | 'same';
  readonly before: TargetFigure | null;
  readonly after: TargetFigure | null;
  /** Role and agency; the person inside only. */
  readonly who: string;
  /** ISO 8601. */
  readonly at: string;
  readonly reason: string | null;
  /** `path`: where it can be had. */
  readonly document: { readonly name: string; readonly path: string | null } | null;
  /** Its number. */
  readonly event: number;
  readonly proof: EventProofView | null;
  /** The address of its `.tlog-proof`. */
  readonly download: string;
}

export interface TargetFigure {
  /** ≥ */
  readonly sign: string;
  /** null: a milestone. */
  readonly value: number | null;
  readonly unit: string | null;
  /** In words. */
  readonly text: string;
}
