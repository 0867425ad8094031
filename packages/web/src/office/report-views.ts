import type {
  AgencyReporting,
  PeriodicReport,
  Progress,
  ReportContent,
  ReportMove,
  ReportPeriod,
  RowRecord,
  WorkContent,
  YearRecord,
} from '@guankao/workflow';

/** One period of a row: how its report stands. */
export interface PeriodLine {
  readonly period: ReportPeriod;
  readonly report: PeriodicReport | null;
  /** The period is over. */
  readonly isOpen: boolean;
  readonly isLocked: boolean;
  /** Of what came, or, until it does, to this day. */
  readonly daysLate: number;
}

/** What the row's page shows of its reports; null: no work plan of it was approved. */
export interface ReportsOfRow {
  readonly lines: readonly PeriodLine[];
  readonly mayReport: boolean;
}

export interface ReportView {
  readonly row: RowRecord;
  readonly agencyName: string;
  readonly plan: WorkContent;
  readonly line: PeriodLine;
  /** What its fields show; of a report that is not begun, nothing. */
  readonly content: ReportContent;
  /** What was told of the period before; null where nothing was. */
  readonly before: ReportContent | null;
  readonly progress: Progress;
  readonly mayWrite: boolean;
  readonly moves: readonly ReportMove[];
  readonly saved: boolean;
}

export interface OverdueView {
  readonly year: YearRecord;
  readonly month: number;
  /** Months that are over. */
  readonly months: readonly number[];
  readonly agencies: readonly (AgencyReporting & { readonly name: string })[];
  readonly mayLock: boolean;
  readonly isLocked: boolean;
}
