import { toNumber, type Decimal } from '../src/decimal.ts';
import { describe, extract } from '../src/extract.ts';
import type { Quantity } from '../src/quantity.ts';
import type { Expected, LabelledLine, LabelledQuantity } from './read-corpus.ts';

export interface Score {
  readonly lines: number;
  readonly labelled: number;
  readonly hits: number;
  readonly said: number;
  readonly f1: number;
  /** Readings that meet a label and state another value, with no alternative that is right: the worst fault. */
  readonly wrong: number;
  readonly emptyLines: number;
  readonly cleanLines: number;
  readonly misses: readonly string[];
}

/** Scores the reader against labelled lines: a hit is the right span, kind, value, unit and comparator. */
export function score(lines: readonly LabelledLine[], read: (text: string) => readonly Quantity[] = extract): Score {
  const total = { labelled: 0, hits: 0, said: 0, wrong: 0, emptyLines: 0, cleanLines: 0 };
  const misses: string[] = [];
  for (const line of lines) {
    const said = [...read(line.text)];
    if (line.quantities.length === 0) {
      total.emptyLines += 1;
      if (said.length === 0) total.cleanLines += 1;
    }
    for (const label of line.quantities) {
      const met = said.filter((q) => q.start < label.inner[1] && q.end > label.inner[0]);
      const hit = met.find((q) => spanFits(label, q) && label.readings.some((want) => agrees(want, q)));
      for (const q of met) said.splice(said.indexOf(q), 1);
      if (hit !== undefined || (label.optional && met.every((q) => !concrete(q)))) {
        if (hit === undefined) continue;
        total.labelled += 1;
        total.hits += 1;
        total.said += met.length;
        continue;
      }
      total.labelled += 1;
      total.said += met.length;
      const wrong = met.some(
        (q) =>
          label.readings.every((want) => want.kind === q.kind && !sameValue(want, q)) && q.alternatives.length === 0,
      );
      if (wrong) total.wrong += 1;
      misses.push(
        `${wrong ? 'WRONG' : 'miss '} ${line.text}  want ${line.text.slice(...label.inner)} ${JSON.stringify(label.readings[0])}\n      got ${met.map(describe).join('; ') || 'nothing'}`,
      );
    }
    total.said += said.length;
    for (const q of said) misses.push(`extra ${line.text}  got ${describe(q)}`);
  }
  const f1 = total.labelled + total.said === 0 ? 1 : (2 * total.hits) / (total.labelled + total.said);
  return { lines: lines.length, ...total, f1, misses };
}

function concrete(quantity: Quantity): boolean {
  return quantity.from !== null && !quantity.from.startsWith('-');
}

function spanFits(label: LabelledQuantity, q: Quantity): boolean {
  return q.start >= label.outer[0] && q.start <= label.inner[0] && q.end >= label.inner[1] && q.end <= label.outer[1];
}

function agrees(want: Expected, q: Quantity): boolean {
  return want.kind === q.kind && sameValue(want, q) && sameUnit(want.unit, q.unit) && want.comparator === q.comparator;
}

function sameValue(want: Expected, q: Quantity): boolean {
  if (want.kind === 'date') return sameDate(want, q);
  if (want.low !== null || q.low !== null) return near(want.low, q.low) && near(want.high, q.high);
  return near(want.value, q.value);
}

function sameDate(want: Expected, q: Quantity): boolean {
  if (want.from === null || want.from.startsWith('-'))
    return q.from === null || q.from.startsWith('-') || q.alternatives.length > 0;
  return want.from === q.from && (want.to ?? want.from) === (q.to ?? q.from);
}

function near(want: number | null, got: Decimal | null): boolean {
  if (want === null || got === null) return want === got;
  return Math.abs(want - toNumber(got)) <= 1e-6 * Math.max(1, Math.abs(want));
}

function sameUnit(want: string | null, got: string | null): boolean {
  const plain = (unit: string | null) => (unit ?? '').replace('台', '臺').replace(/^個(?=.)/, '');
  return plain(want) === plain(got);
}
