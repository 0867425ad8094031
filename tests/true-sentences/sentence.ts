import type { Chance } from './chance.ts';
import { boundsOf, type Told } from './figures.ts';

/** A sentence that holds, and how it can be told that it no longer does. */
export interface Sentence {
  readonly kind: string;
  /** Its words, `{0}` for the first figure. */
  readonly form: string;
  readonly figures: readonly Told[];
  /** Do the figures, told as they are, refute the sentence by every fair reading? */
  readonly refuted: (figures: readonly Told[]) => boolean;
  /** Which figures may be moved; all where it is not said. */
  readonly movable?: readonly number[];
}

export const textOf = ({ form, figures }: Pick<Sentence, 'form' | 'figures'>): string =>
  form.replaceAll(/\{(\d+)\}/gu, (_, at: string) => {
    const told = figures[Number(at)];
    if (told === undefined) throw new RangeError(`${form}: no figure ${at}`);
    return told.print.words(told.shown);
  });

/** The last figure is what the others come to. */
export function comesTo(
  kind: string,
  form: string,
  figures: readonly Told[],
  work: (values: readonly number[]) => number,
  { movable }: { readonly movable?: readonly number[] } = {},
): Sentence {
  const refuted = (told: readonly Told[]): boolean => {
    const claim = told.at(-1);
    if (claim === undefined) return false;
    const [low, high] = rangeOf(told.slice(0, -1), work);
    const [least, most] = boundsOf(claim);
    // A fiftieth beyond: what is nearly right may be rounded in a way that nobody thought of.
    const margin = Math.abs(high) / 50;
    return least > high + margin || most < low - margin;
  };
  return { kind, form, figures, refuted, ...(movable === undefined ? {} : { movable }) };
}

/** From every corner of what the operands may be: the works here rise or fall with each of them. */
function rangeOf(
  operands: readonly Told[],
  work: (values: readonly number[]) => number,
): readonly [low: number, high: number] {
  let [low, high] = [Infinity, -Infinity];
  for (let corner = 0; corner < 2 ** operands.length; corner++) {
    const value = work(operands.map((told, at) => boundsOf(told)[(corner >> at) & 1] ?? told.shown));
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return [low, high];
}

/** The same sentence with one figure moved so far that it is refuted; null where no move of a few tries does. */
export function moved(chance: Chance, sentence: Sentence): Sentence | null {
  const { figures, refuted } = sentence;
  const movable = sentence.movable ?? figures.map((_, at) => at);
  for (let tries = 0; tries < 12; tries++) {
    const at = chance.one(movable);
    const figure = figures[at];
    if (figure === undefined) continue;
    const shown = elsewhere(chance, figure);
    if (shown === figure.shown || shown < 0) continue;
    const changed = figures.map((told, k) => (k === at ? { ...told, shown } : told));
    if (refuted(changed)) return { ...sentence, figures: changed };
  }
  return null;
}

/** One digit of it is another, or two stand in each other's place: what slips when people copy. */
function elsewhere(chance: Chance, { shown, print }: Told): number {
  if (print.elsewhere !== undefined) return print.elsewhere(chance, shown);
  const step = print.step === 0 ? unitOf(shown) : print.step;
  const digits = String(Math.round(shown / step)).split('');
  const at = chance.whole(0, digits.length - 1);
  const [here, next] = [digits[at], digits[at + 1]];
  if (here === undefined) return shown;
  if (next !== undefined && next !== here && chance.rarely(4)) [digits[at], digits[at + 1]] = [next, here];
  else digits[at] = String((Number(here) + chance.whole(1, 9)) % 10);
  // A number that now begins with nought has lost a digit, and no filing prints it so.
  return digits[0] === '0' ? shown : Number(digits.join('')) * step;
}

/** The place of the last digit that is not nought: 10,000 of 2,340,000. */
function unitOf(value: number): number {
  if (value === 0) return 1;
  let unit = 1;
  if (!Number.isInteger(value)) {
    while (unit > 1e-4 && Math.abs(value / unit - Math.round(value / unit)) > 1e-7) unit /= 10;
    return unit;
  }
  while (value % (unit * 10) === 0) unit *= 10;
  return unit;
}
