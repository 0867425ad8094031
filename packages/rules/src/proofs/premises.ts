import {
  around,
  atLeast,
  between,
  compare,
  daysOf,
  exactly,
  hullOf,
  minus,
  plus,
  whole,
  type CalendarPoint,
  type DateMention,
  type Figure,
  type Fraction,
  type Interval,
  type Text,
} from '@guankao/passages';
import type { Exact, ExactInterval, Premise, Sourced, Span } from '@guankao/domain';
import { place } from '../facts/filing-facts.ts';

type NumberPremise = Extract<Premise, { is: 'number' }>;
type Length = Extract<Premise, { is: 'length' }>;

/** What a premise comes to: a number, or the days since 1970 that a date may be. */
export interface Worth {
  readonly value: Fraction | null;
  readonly interval: Interval;
}

/**
 * Gathers the premises of a proof, each once, and gives the ids by which its readings refer to them. The printed words are
 * put beside the places by the engine, which has the document.
 */
export class Premises {
  readonly #all = new Map<string, { readonly premise: Premise; readonly worth: Worth | null }>();

  get all(): readonly Premise[] {
    return [...this.#all.values()].map(({ premise }) => premise);
  }

  /** Throws where the id is unknown or its premise is no number: an error of ours. */
  worth(id: string): Worth {
    const worth = [...this.#all.values()].find(({ premise }) => premise.id === id)?.worth;
    if (worth === undefined || worth === null) throw new RangeError(`premise ${id} comes to nothing`);
    return worth;
  }

  #add(make: (id: string) => Premise, worth: Worth | null): string {
    const key = JSON.stringify(make(''));
    const known = this.#all.get(key);
    if (known !== undefined) return known.premise.id;
    const premise = make(`p${this.#all.size + 1}`);
    this.#all.set(key, { premise, worth });
    return premise.id;
  }

  words(span: Span): string {
    return this.#add((id) => ({ id, is: 'words', text: '', span }), null);
  }

  /** A figure that is taken to allow `interval`; null where there is no name for how its print comes to that. */
  figure(figure: Figure, interval: Interval = figure.interval): string | null {
    // A reader may have narrowed what its own copy of the figure allows.
    const printed = figure.text.figures.find(({ start, end }) => start === figure.start && end === figure.end);
    return this.#number(place(figure.text, figure.start, figure.end), printed ?? figure, interval);
  }

  /** A number that was read as no figure: bare, or counted in its order. */
  number(text: Text, start: number, end: number, value: Fraction, interval: Interval): string | null {
    const step = stepOf(text.text.slice(start, end));
    const unit = unitIn(text.text.slice(start, end));
    return this.#number(place(text, start, end), { value, unit, widening: 'exact', step, interval }, interval);
  }

  /**
   * An amount of a money column, in the column's unit, as it stands or as what was rounded or cut off to that unit; null
   * where it stands in no place of its own.
   */
  amount({ value: amount, spans }: Sourced<number>, taken: 'exact' | 'step'): string | null {
    const [span] = spans;
    if (span === undefined) return null;
    const value = whole(amount);
    const exact = exactly(value);
    const interval = taken === 'exact' ? exact : around(value, whole(1));
    return this.#number(span, { value, unit: null, widening: 'exact', step: whole(1), interval: exact }, interval);
  }

  /** An amount of a money column that was rounded half up to the column's unit. */
  roundedAmount({ value: amount, spans }: Sourced<number>): string | null {
    const [span] = spans;
    const value = whole(amount);
    const interval = between(minus(value, half), plus(value, half), true);
    return span === undefined
      ? null
      : this.#told(span, { value, unit: null, widening: 'exact', step: whole(1) }, interval, 'rounded');
  }

  #number(span: Span, figure: Told & Pick<NumberPremise, 'unit'>, interval: Interval): string | null {
    const how = howTaken(figure, interval);
    return how === null ? null : this.#told(span, { ...figure, step: how.step }, interval, how.taken);
  }

  #told(
    span: Span,
    { value, unit, widening, step }: Pick<Figure, 'value' | 'unit' | 'widening' | 'step'>,
    interval: Interval,
    taken: NumberPremise['taken'],
  ): string {
    const told = { unit, taken, widening, value: exact(value), step: exact(step), interval: exactInterval(interval) };
    return this.#add((id) => ({ id, is: 'number', text: '', span, ...told }), { value, interval });
  }

  ratio(span: Span, value: Fraction, interval: Interval): string {
    const told = { value: exact(value), interval: exactInterval(interval) };
    return this.#add((id) => ({ id, is: 'ratio', text: '', span, ...told }), { value, interval });
  }

  /** 介於3至5人: everything between the two. */
  range(span: Span, low: Fraction, high: Fraction): string {
    const interval = between(low, high);
    return this.#add((id) => ({ id, is: 'range', text: '', span, interval: exactInterval(interval) }), {
      value: high,
      interval,
    });
  }

  between(low: string, high: string): string {
    const [a, b] = [this.worth(low), this.worth(high)];
    return this.#add((id) => ({ id, is: 'between', low, high }), {
      value: b.value,
      interval: hullOf(a.interval, b.interval),
    });
  }

  constant(name: string, value: Fraction): string {
    return this.#add((id) => ({ id, is: 'constant', name, value: exact(value) }), { value, interval: exactly(value) });
  }

  count(spans: readonly Span[]): string {
    const of = spans.map((span, at) => ({ id: String(at + 1), text: '', span }));
    const value = whole(spans.length);
    return this.#add((id) => ({ id, is: 'count', of, value: exact(value) }), { value, interval: exactly(value) });
  }

  /** A point of a printed date; null where its year is not known. */
  date(text: Text, { start, end }: Pick<DateMention, 'start' | 'end'>, point: CalendarPoint): string | null {
    return this.dateAt(place(text, start, end), point);
  }

  dateAt(span: Span, point: CalendarPoint): string | null {
    const days = daysOf(point);
    if (days === null || point.year === null) return null;
    const { year } = point;
    const [first, last] = [dayNumber(days.first), dayNumber(days.last)];
    return this.#add((id) => ({ id, is: 'date', text: '', span, first, last, year }), {
      value: null,
      interval: between(whole(first), whole(last)),
    });
  }

  noDate(span: Span, lacks: 'month' | 'day', year: number | null): string {
    return this.#add((id) => ({ id, is: 'no-date', text: '', span, lacks, ...(year === null ? {} : { year }) }), null);
  }

  length(from: string, to: string, unit: Length['unit'], counting: Length['counting'], interval: Interval): string {
    const told = { from, to, unit, counting, interval: exactInterval(interval) };
    return this.#add((id) => ({ id, is: 'length', ...told }), { value: null, interval });
  }
}

type Told = Pick<Figure, 'value' | 'interval' | 'widening' | 'step'>;

/** By which of the ways that a proof may name the print comes to an interval. */
function howTaken(
  { value, interval: printed, step }: Told,
  interval: Interval,
): { readonly taken: NumberPremise['taken']; readonly step: Fraction } | null {
  if (sameInterval(interval, printed)) return { taken: 'printed', step };
  if (sameInterval(interval, exactly(value))) return { taken: 'exact', step };
  if (sameInterval(interval, atLeast(value))) return { taken: 'at-least', step };
  const finer = interval.high === null ? null : minus(interval.high.at, value);
  return finer !== null && finer.of > 0n && sameInterval(interval, around(value, finer))
    ? { taken: 'step', step: finer }
    : null;
}

function sameInterval(a: Interval, b: Interval): boolean {
  return (['low', 'high'] as const).every((end) => {
    const [x, y] = [a[end], b[end]];
    return x === null || y === null ? x === y : x.open === y.open && compare(x.at, y.at) === 0;
  });
}

const half: Fraction = { of: 1n, over: 2n };

/** 名 of 第8名, 月 of 12月: what stands behind the digits, where anything does. */
const unitIn = (words: string): string | null =>
  /[\d０-９](?<unit>[^\d０-９,.，．]+)$/u.exec(words)?.groups?.['unit'] ?? null;

/** One in the last printed place of plain digits. */
function stepOf(words: string): Fraction {
  const decimals = /[.．點](?<decimals>[\d０-９]+)/u.exec(words)?.groups?.['decimals'] ?? '';
  return { of: 1n, over: 10n ** BigInt(decimals.length) };
}

const msPerDay = 86_400_000;
const dayNumber = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / msPerDay);

/** In lowest terms: `3597/100`, `120`. */
export function exact({ of, over }: Fraction): Exact {
  const by = commonDivisor(of < 0n ? -of : of, over);
  return over === by ? String(of / by) : `${of / by}/${over / by}`;
}

function commonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

export function exactInterval({ low, high }: Interval): ExactInterval {
  const end = (one: Interval['low']): ExactInterval['low'] =>
    one === null ? null : { at: exact(one.at), open: one.open };
  return { low: end(low), high: end(high) };
}
