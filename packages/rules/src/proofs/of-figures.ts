import {
  daysOf,
  exactly,
  whole,
  type CalendarPoint,
  type DateMention,
  type Figure,
  type Fraction,
  type Interval,
  type Text,
} from '@guankao/passages';
import type { Indicator, Late, Operation, Proof, Sourced, Span } from '@guankao/domain';
import { claimed } from '@guankao/statements';
import type { Row } from '../facts/filing-facts.ts';
import { actualFigure, locate, targetFigure } from '../facts/indicators.ts';
import { Premises } from './premises.ts';
import { proofOf, refuted, type Failure } from './refuted.ts';

// Proofs of rules that compare figures without reading a statement. Each gives null where the print, charitably taken, leaves
// room for both: then there is nothing to accuse anybody of.

const nought = whole(0);

/** One thing told in two figures, `factor` of the first being the second's unit: 公尺/公里 is 1/1000. */
export function proofOfTwoFigures(
  as: string,
  one: Figure,
  other: Figure,
  factor?: { readonly name: string; readonly value: Fraction },
): Proof | null {
  const premises = new Premises();
  const [a, b] = [premises.figure(one), premises.figure(other)];
  if (a === null || b === null) return null;
  const operation: Operation =
    factor === undefined
      ? { premise: a }
      : { work: 'product', parts: [{ premise: a }, { premise: premises.constant(factor.name, factor.value) }] };
  return proofOf(premises, refuted(premises, { as, operation }, { fails: 'apart', claim: b }));
}

/** A rate told with a part and a whole, each taken to allow the interval beside it. */
export function proofOfRate(
  as: string,
  stated: Figure,
  part: readonly [Figure, Interval],
  all: readonly [Figure, Interval],
): Proof | null {
  const premises = new Premises();
  const [a, b] = [premises.figure(...part), premises.figure(...all)];
  const claim = premises.figure(stated, claimed(stated));
  if (a === null || b === null || claim === null) return null;
  const operation: Operation = { work: 'quotient', parts: [{ premise: a }, { premise: b }] };
  const times = stated.kind === 'percent' ? 100 : 1;
  return proofOf(premises, refuted(premises, { as, operation, times }, { fails: 'apart', claim }));
}

/** Parts told in one place and their total in another. */
export function proofOfTotal(as: string, parts: readonly Figure[], total: Figure): Proof | null {
  const premises = new Premises();
  const ids = parts.map((part) => premises.figure(part));
  const claim = premises.figure(total);
  if (claim === null || ids.includes(null)) return null;
  const operation: Operation = { work: 'sum', parts: ids.map((id) => ({ premise: id ?? '' })) };
  return proofOf(premises, refuted(premises, { as, operation }, { fails: 'apart', claim }));
}

/** A rate that the money columns give otherwise, whichever of the totals it is of; the columns are rounded or cut off to their unit. */
export function proofOfExecutionRate(
  stated: Figure,
  executed: Sourced<number>,
  totals: readonly { readonly as: string; readonly amount: Sourced<number> }[],
): Proof | null {
  const premises = new Premises();
  const part = premises.amount(executed, 'step');
  const claim = premises.figure(stated, claimed(stated));
  if (part === null || claim === null) return null;
  return proofOf(
    premises,
    ...totals.map(({ as, amount }) => {
      const all = premises.amount(amount, 'step');
      if (all === null) return null;
      const operation: Operation = { work: 'quotient', parts: [{ premise: part }, { premise: all }] };
      return refuted(premises, { as, operation, times: 100 }, { fails: 'apart', claim });
    }),
  );
}

/** Amounts of a column that should add up to another: each was rounded to the column's unit on its own. */
export function proofOfColumnSum(total: Sourced<number>, parts: readonly (Sourced<number> | null)[]): Proof | null {
  const premises = new Premises();
  const ids = parts.map((part) => (part === null ? null : premises.roundedAmount(part)));
  const claim = premises.roundedAmount(total);
  if (claim === null || ids.includes(null)) return null;
  const operation: Operation = { work: 'sum', parts: ids.map((id) => ({ premise: id ?? '' })) };
  return proofOf(premises, refuted(premises, { as: 'sum-of-the-sub-plans', operation }, { fails: 'apart', claim }));
}

/** An amount that should be no larger than another of its row. */
export function proofOfLargerAmount(as: string, larger: Sourced<number>, bound: Sourced<number>): Proof | null {
  const premises = new Premises();
  const [a, b] = [premises.roundedAmount(larger), premises.roundedAmount(bound)];
  if (a === null || b === null) return null;
  const operation: Operation = { work: 'difference', parts: [{ premise: a }, { premise: b }] };
  return proofOf(premises, refuted(premises, { as, operation }, { fails: 'above', bound: nought }));
}

/** A target that the result misses, both as they are printed; what was worked out on the way (每月2場, 公頃 of 平方公尺) has none. */
export function proofOfMiss(row: Row, indicator: Indicator, verdict?: Span): Proof | null {
  if (indicator.late !== undefined) return proofOfLateness(row, indicator, indicator.late);
  const [target, actual] = [targetFigure(row, indicator), actualFigure(row, indicator)];
  const { compared, comparator, strict } = indicator;
  if (target === null || actual === null || compared === undefined || comparator === 'milestone') return null;
  if (compared.target !== indicator.target.value || compared.actual !== indicator.actual?.value) return null;
  const premises = new Premises();
  if (verdict !== undefined) premises.words(verdict);
  const [a, b] = [actual, target].map((figure) => premises.figure(figure, exactly(figure.value)));
  if (a === undefined || b === undefined || a === null || b === null) return null;
  const failure: Failure =
    comparator === '='
      ? { fails: 'apart', claim: b }
      : {
          fails: ({ '>=': ['below', 'not-above'], '<=': ['above', 'not-below'] } as const)[comparator][
            strict === true ? 1 : 0
          ],
          bound: nought,
        };
  const operation: Operation =
    comparator === '=' ? { premise: a } : { work: 'difference', parts: [{ premise: a }, { premise: b }] };
  return proofOf(premises, refuted(premises, { as: `result ${comparator} target`, operation }, failure));
}

/** 113年6月底前完成, and 113年8月15日完成: the two dates as they are printed. */
function proofOfLateness(row: Row, { target, actual }: Indicator, { due, done }: Late): Proof | null {
  const last = datedIn(
    row,
    target.span,
    (date) => date.to ?? date.from,
    ({ last: day }) => day === due,
  );
  const first =
    actual === null
      ? null
      : datedIn(
          row,
          actual.span,
          (date) => date.from,
          ({ first: day }) => day === done,
        );
  return last === null || first === null ? null : proofOfOrder('done-before-due', first, last);
}

/** The date within a stretch of the row of which `point` is the day that is looked for. */
function datedIn(
  row: Row,
  span: Span,
  point: (date: DateMention) => CalendarPoint,
  isIt: (days: { readonly first: string; readonly last: string }) => boolean,
): Dated | null {
  const found = locate(row, span);
  for (const date of found?.text.dates ?? []) {
    if (found === null || date.end <= found.start || date.start >= found.end) continue;
    const days = daysOf(point(date));
    if (days !== null && isIt(days)) return { text: found.text, start: date.start, end: date.end, ...point(date) };
  }
  return null;
}

type Dated = { readonly text: Text; readonly start: number; readonly end: number } & CalendarPoint;

/** A date that should not come before another, and does. */
export function proofOfOrder(as: string, earlier: Dated, later: Dated): Proof | null {
  const premises = new Premises();
  const [from, to] = [earlier, later].map((date) => premises.date(date.text, date, date));
  return inOrder(premises, as, from ?? null, to ?? null);
}

/** A period whose end comes before its start: months, `2024-01`. */
export function proofOfPeriod(span: Span, start: string, end: string): Proof | null {
  const premises = new Premises();
  const [from, to] = [start, end].map((month) => {
    const [year = 0, number = 1] = month.split('-').map(Number);
    return premises.dateAt(span, { year, month: number, day: null });
  });
  return inOrder(premises, 'start-before-end', from ?? null, to ?? null);
}

function inOrder(premises: Premises, as: string, from: string | null, to: string | null): Proof | null {
  if (from === null || to === null) return null;
  const operation: Operation = { work: 'difference', parts: [{ premise: to }, { premise: from }] };
  return proofOf(premises, refuted(premises, { as, operation }, { fails: 'below', bound: nought }));
}

/** One event told with two dates. */
export function proofOfTwoDates(as: string, one: Dated, other: Dated): Proof | null {
  const premises = new Premises();
  const [a, b] = [one, other].map((date) => premises.date(date.text, date, date));
  if (a === undefined || b === undefined || a === null || b === null) return null;
  return proofOf(premises, refuted(premises, { as, operation: { premise: a } }, { fails: 'apart', claim: b }));
}

export function proofOfNoDate(span: Span, lacks: 'month' | 'day', year: number | null): Proof {
  const premises = new Premises();
  const premise = premises.noDate(span, lacks, year);
  return {
    premises: premises.all,
    readings: [
      {
        as: 'a-day-of-the-calendar',
        operation: { premise },
        times: 1,
        value: null,
        interval: { low: null, high: null },
        fails: 'no-such-date',
        claim: null,
      },
    ],
  };
}

/** 西元2027年（民國116年）: `western` and `republic` are where the two numbers stand. */
export function proofOfEras(text: Text, western: Numbered, republic: Numbered): Proof | null {
  const premises = new Premises();
  const [a, b] = [western, republic].map(({ start, end, value }) =>
    premises.number(text, start, end, whole(value), exactly(whole(value))),
  );
  if (a === undefined || b === undefined || a === null || b === null) return null;
  const before = premises.constant('西元/民國', whole(1911));
  const operation: Operation = { work: 'difference', parts: [{ premise: a }, { premise: before }] };
  return proofOf(premises, refuted(premises, { as: 'one-year-in-two-eras', operation }, { fails: 'apart', claim: b }));
}

interface Numbered {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}
