import type { Decimal } from './decimal.ts';
import type { LabelKind, QuantityComparator, QuantityKind, Reading } from './quantity.ts';
import type { Fault, Numeral } from './scan/numeral.ts';

/** Year Gregorian; null where the text does not say. */
export interface NamedPoint {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

export type DraftKind = QuantityKind | LabelKind | 'bare' | 'unread';

const none: readonly Reading[] = [];
const trails = new Map<string, readonly string[]>();

/** Most drafts are touched by no refiner: they share the trail of their parser. */
function trailOf(parser: string): readonly string[] {
  let trail = trails.get(parser);
  if (trail === undefined) {
    trail = [parser];
    trails.set(parser, trail);
  }
  return trail;
}

/** A reading on its way through the refiners, which may change it; what leaves the engine is frozen into a Quantity. */
export class Draft {
  start: number;
  end: number;
  kind: DraftKind;
  value: Decimal | null = null;
  low: Decimal | null = null;
  high: Decimal | null = null;
  unit: string | null = null;
  comparator: QuantityComparator | null = null;
  from: string | null = null;
  to: string | null = null;
  alternatives: readonly Reading[] = none;
  trail: readonly string[];
  /** The numeral it rests on: what a range shares. */
  numeral: Numeral | null = null;
  fault: Fault | null = null;
  /** The point of the calendar that a date without existence names: 113年2月30日. */
  point: NamedPoint | null = null;
  /** Its unit counts whole things only. */
  whole = false;

  constructor(parser: string, kind: DraftKind, start: number, end: number) {
    this.trail = trailOf(parser);
    this.kind = kind;
    this.start = start;
    this.end = end;
  }

  /** Notes that a refiner changed it. */
  touched(refiner: string): this {
    this.trail = [...this.trail, refiner];
    return this;
  }

  /** Notes another way in which the same characters can be read. */
  mayAlsoBe(reading: Reading): void {
    this.alternatives = [...this.alternatives, reading];
  }

  reading(change: Partial<Reading> = {}): Reading {
    return {
      kind: this.kind as QuantityKind,
      value: this.value,
      low: this.low,
      high: this.high,
      unit: this.unit,
      from: this.from,
      to: this.to,
      ...change,
    };
  }
}

export function unread(parser: string, start: number, end: number, fault: Fault): Draft {
  const draft = new Draft(parser, 'unread', start, end);
  draft.fault = fault;
  return draft;
}

export function valueOf(numeral: Numeral): Decimal {
  return { coefficient: numeral.coefficient, scale: numeral.scale };
}
