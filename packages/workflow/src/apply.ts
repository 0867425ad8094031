import type { WorkflowEvent } from './events.ts';
import type { ShareMoney, YearMoney } from './records/money.ts';
import { asApproved, type IndicatorRecord, type RowRecord } from './records/row.ts';
import type { YearRecord } from './records/year.ts';

/** A row after an event. Folding a subject's events from the first gives its current state: that is all a rebuild is. */
export function applyToRow(row: RowRecord | null, event: WorkflowEvent): RowRecord {
  if (event.kind === 'row-opened') return openedRow(event.payload.row);
  if (row === null) throw new Error(`${event.kind} before the row ${event.subject} was opened`);
  const next = { ...row, version: row.version + 1 };
  switch (event.kind) {
    case 'row-texts-saved':
      return {
        ...next,
        texts: { ...row.texts, ...event.payload.after },
        writers: withWriter(row.writers, event.payload.writer),
      };
    case 'row-indicators-saved':
      return {
        ...next,
        indicators: event.payload.after.map(withScope),
        writers: withWriter(row.writers, event.payload.writer),
      };
    case 'row-money-recorded': {
      const { approvedTotal, ownTotal, opening, money } = event.payload.after;
      return {
        ...next,
        money: { approvedTotal, ownTotal, opening, years: withYear(row.money, row.fiscalYear, money) },
      };
    }
    case 'row-plan-versioned':
      return asApproved({ ...next, versions: [...row.versions, event.payload.after] });
    case 'row-moved':
      return {
        ...next,
        state: event.payload.to,
        remarks: [...row.remarks, ...event.payload.remarks],
        writers: event.payload.to === 'returned' ? [] : row.writers,
      };
    default:
      throw new Error(`${event.kind} is no event of a row`);
  }
}

/** Events of before plans had versions and targets had a scope lack them. */
function openedRow(row: RowRecord): RowRecord {
  return { ...row, versions: row.versions ?? [], indicators: row.indicators.map(withScope) };
}

function withScope(indicator: IndicatorRecord): IndicatorRecord {
  return { ...indicator, scope: indicator.scope ?? 'year' };
}

function withWriter(writers: readonly string[], writer: string): readonly string[] {
  return writers.includes(writer) ? writers : [...writers, writer];
}

function withYear({ years }: ShareMoney, fiscalYear: number, money: YearMoney | null): ShareMoney['years'] {
  const others = years.filter((year) => year.fiscalYear !== fiscalYear);
  if (money === null) return others;
  return [...others, { fiscalYear, money }].toSorted((a, b) => a.fiscalYear - b.fiscalYear);
}

export function applyToYear(year: YearRecord | null, event: WorkflowEvent): YearRecord {
  if (event.kind === 'year-opened') return event.payload.year;
  if (year === null) throw new Error(`${event.kind} before the year ${event.subject} was opened`);
  if (event.kind !== 'year-moved') throw new Error(`${event.kind} is no event of a year`);
  const { to, edition } = event.payload;
  return {
    ...year,
    version: year.version + 1,
    state: to,
    editions: edition === null ? year.editions : [...year.editions, edition],
  };
}
