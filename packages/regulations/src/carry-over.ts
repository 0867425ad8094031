import { parse } from 'yaml';
import type { Message } from '@guankao/domain';
import carryOver from './carry-over/carry-over.yaml';

interface Cited {
  readonly article: string;
  readonly source: string;
  /** False where the sources read do not settle it. */
  readonly settled: boolean;
  readonly note: string;
}

/** On which ground money may be carried over. */
export interface CarryOverGround extends Message, Cited {
  readonly code: string;
  /** The contract, or the document of the debt, has to be named. */
  readonly owesContract: boolean;
}

interface ByDate<Value> extends Cited {
  /** By the ISO date from which it holds. */
  readonly from: Readonly<Record<string, Value>>;
}

const rules = parse(carryOver) as {
  readonly lapse: ByDate<{ readonly years: number }>;
  readonly alert: ByDate<{ readonly months: number }>;
  readonly grounds: readonly (CarryOverGround & { readonly from: string; readonly until: string | null })[];
  readonly lastChecked: string;
};

/** Grounds that may be given on an ISO date; without one, all that ever could. */
export function carryOverGrounds(date: string | null = null): readonly CarryOverGround[] {
  return rules.grounds.filter(
    ({ from, until }) => date === null || (from <= date && (until === null || date <= until)),
  );
}

/** Until when money of a year may stand in the accounts as carried over, and from when on one is told of it. */
export interface CarryOverLimit extends Cited {
  /** ISO; 31 December of the fourth year. */
  readonly lastDay: string;
  readonly alertFrom: string;
  /** Why the alert begins when it does. */
  readonly alert: Cited;
}

/** `budgeted`: the Gregorian year in which the money was budgeted first. */
export function carryOverLimit(budgeted: number): CarryOverLimit {
  const yearEnd = `${budgeted}-12-31`;
  const { from: years, ...lapse } = rules.lapse;
  const { from: months, ...alert } = rules.alert;
  const last = budgeted + inForce(years, yearEnd).years;
  const alertFrom = new Date(Date.UTC(last, 12 - inForce(months, yearEnd).months, 1));
  return { ...lapse, lastDay: `${last}-12-31`, alertFrom: alertFrom.toISOString().slice(0, 10), alert };
}

/** The earliest holds before its date, too. */
function inForce<Value>(from: Readonly<Record<string, Value>>, date: string): Value {
  const dates = Object.keys(from).toSorted();
  const found = from[dates.findLast((one) => one <= date) ?? dates[0] ?? ''];
  if (found === undefined) throw new Error('carry-over.yaml has no rule');
  return found;
}
