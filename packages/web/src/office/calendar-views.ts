import type { calendarChanges, Deadline, OfficeCalendar, ReadCalendar, YearRecord } from '@guankao/workflow';

export interface OfficeCalendarView {
  /** Newest year first. */
  readonly held: readonly OfficeCalendar[];
  /** The year that was just kept. */
  readonly kept: number | null;
  readonly mayImport: boolean;
  /** A file that was read and is not kept. */
  readonly sent: {
    readonly fileName: string;
    readonly base64: string;
    readonly read: ReadCalendar;
    /** null: none of its year is held. */
    readonly changes: ReturnType<typeof calendarChanges> | null;
  } | null;
}

export interface DeadlinesView {
  readonly year: YearRecord;
  readonly deadlines: readonly Deadline[];
  /** ISO */
  readonly today: string;
  /** Years without a calendar. */
  readonly unknown: readonly number[];
  readonly mayImport: boolean;
}
