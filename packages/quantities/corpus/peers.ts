import { toNumber } from '../src/decimal.ts';
import { extractAll } from '../src/extract.ts';
import type { Reading } from '../src/quantity.ts';

/** A case of microsoft/Recognizers-Text, as its test tables hold it. `End` is the last character, inclusive. */
export interface PeerCase {
  readonly Input: string;
  readonly Results: readonly {
    readonly Start: number;
    readonly End: number;
    readonly Resolution: { readonly value: string | null };
  }[];
}

export type PeerModel = 'NumberModel' | 'PercentModel';

/** The indices of the cases that are read otherwise than the table wants. Bare numbers are asked for, as their model gives them. */
export function failures(model: PeerModel, cases: readonly PeerCase[], written: (text: string) => string): number[] {
  return cases.flatMap((peer, i) => (passes(model, peer, written(peer.Input)) ? [] : [i]));
}

function passes(model: PeerModel, { Results }: PeerCase, text: string): boolean {
  const said = extractAll(text, { bare: { kind: 'count', factor: 1 } }).quantities.filter(
    ({ kind }) => model === 'NumberModel' || kind === 'percent',
  );
  if (Results.length === 0) return said.length === 0;
  if (model === 'PercentModel' && said.length > Results.length) return false;
  return Results.every(({ Start, End, Resolution }) => {
    const met = said.find(({ start, end }) => start <= End && end > Start);
    const want = Number((Resolution.value ?? 'NaN').replace('%', ''));
    return met !== undefined && [met, ...met.alternatives].some((reading) => equal(model, reading, want));
  });
}

/** Their numbers count fractions as such, ours are of a hundred; repeating ones are given to four places. */
function equal(model: PeerModel, { kind, value }: Reading, want: number): boolean {
  if (value === null) return false;
  const got = toNumber(value);
  const either = model === 'NumberModel' && kind === 'percent' ? [got, got / 100] : [got];
  return either.some((number) => Math.abs(number - want) <= 1e-4 * Math.max(1e-4, Math.abs(want)));
}
