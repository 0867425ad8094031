import { withWriter, type ActingFor } from '../../actors.ts';
import type { Changed } from '../../noun.ts';
import type { ReportMove, ReportState } from './machine.ts';
import type { PeriodicReport, ReportContent } from './report.ts';

/** What happened to a periodic report. `writer` and `by` are ids of accounts. */
export type PeriodicReportEvent =
  | Happening<'periodic-report-opened', { readonly report: PeriodicReport }>
  | Happening<'periodic-report-saved', Changed<ReportContent> & { readonly writer: string }>
  | Happening<
      'periodic-report-moved',
      {
        readonly move: ReportMove;
        readonly from: ReportState;
        readonly to: ReportState;
        readonly by: string;
        /** Of whoever moved it. */
        readonly name: string;
        readonly at: string;
        readonly why: string | null;
        /** Of a submission. */
        readonly submitted: {
          /** Day in Taipei. */
          readonly day: string;
          /** The last day on which it was in time; events of before days of rest moved it lack it. */
          readonly due?: string;
          readonly daysLate: number;
          /** Percent. */
          readonly planned: number;
          readonly done: number;
        } | null;
      }
    >;

interface Happening<Kind extends string, Payload> {
  readonly kind: Kind;
  readonly subject: string;
  readonly payload: Payload;
  readonly actingFor?: ActingFor;
}

/** A report after an event. */
export function applyToReport(before: PeriodicReport | null, event: PeriodicReportEvent): PeriodicReport {
  if (event.kind === 'periodic-report-opened') return event.payload.report;
  if (before === null) throw new Error(`${event.kind} before the report ${event.subject} was opened`);
  const next = { ...before, version: before.version + 1 };
  if (event.kind === 'periodic-report-saved') {
    const { after, writer } = event.payload;
    return { ...next, content: after, writers: withWriter(before.writers, writer, event.actingFor) };
  }
  const { move, to, by, name, at, why, submitted } = event.payload;
  const moved = { ...next, state: to, reviewed: move === 'review' ? { by: name, at } : null };
  if (move === 'return') return { ...moved, remarks: [...before.remarks, { text: why ?? '', by: name, at }] };
  if (submitted === null) return moved;
  const first = before.firstSubmitted === null ? submitted : null;
  return {
    ...moved,
    writers: withWriter(before.writers, by, event.actingFor),
    planned: submitted.planned,
    done: submitted.done,
    ...(first === null ? {} : { firstSubmitted: first.day, daysLate: first.daysLate, due: first.due ?? before.due }),
  };
}
