import type { Span } from '@guankao/domain';

/** As the contract's scorer compares texts: without mark-up and white space, widths and dashes alike. Mark-up by itself stays: it is the debris that is meant. */
export function clean(text: string): string {
  const words = text.replace(/<[^>]*>/g, '');
  return (words.trim() === '' ? text : words)
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[-－—–‐]/g, '-');
}

const bareFigure = /^[\d,.%]+$/;

/** Two phrases touch when one stands in the other, a bare figure only as a whole figure, or when they share most of their characters. */
export function within(one: string, other: string): boolean {
  const [a, b] = [clean(one), clean(other)];
  if (a === '' || b === '') return false;
  return stands(a, b) || stands(b, a) || (Math.min(a.length, b.length) > 6 && likeness(a, b) >= 0.6);
}

function stands(part: string, whole: string): boolean {
  if (!bareFigure.test(part)) return whole.includes(part);
  for (let at = whole.indexOf(part); at >= 0; at = whole.indexOf(part, at + 1)) {
    const after = whole.slice(at + part.length);
    if (!/[\d.,]/.test(whole[at - 1] ?? '') && !/^(\d|[.,]\d)/.test(after)) return true;
  }
  return false;
}

/** F1 over the pairs of neighbouring characters. */
function likeness(one: string, other: string): number {
  const [a, b] = [pairsOf(one), pairsOf(other)];
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const size = (bag: ReadonlyMap<string, number>) => [...bag.values()].reduce((sum, count) => sum + count, 0);
  return (2 * shared) / (size(a) + size(b));
}

function pairsOf(text: string): Map<string, number> {
  const bag = new Map<string, number>();
  for (let at = 0; at < Math.max(1, text.length - 1); at++) {
    const pair = text.slice(at, at + 2);
    bag.set(pair, (bag.get(pair) ?? 0) + 1);
  }
  return bag;
}

/** Evidence points when it is the words themselves: no scrap, and not a whole cell around them. */
export function points(evidence: string, label: string): boolean {
  const [said, meant] = [clean(evidence), clean(label)];
  const longEnough = said === meant || said.length >= 4 || (bareFigure.test(said) && said.length >= 2);
  return longEnough && said.length <= 2 * meant.length + 12 && within(label, evidence);
}

/** A text made ready for looking up phrases: white space apart, a bare figure only as a whole figure. */
export class Searchable {
  readonly text: string;
  readonly #bare: string;
  /** Where each character of `#bare` stands in `text`. */
  readonly #kept: readonly number[];

  constructor(text: string) {
    const kept: number[] = [];
    for (let at = 0; at < text.length; at++) if (!/\s/.test(text[at] ?? '')) kept.push(at);
    this.text = text;
    this.#kept = kept;
    this.#bare = kept.map((at) => text[at]).join('');
  }

  placesOf(phrase: string): readonly Span[] {
    const wanted = phrase.replace(/\s+/g, '');
    const places: Span[] = [];
    if (wanted === '') return places;
    for (let at = this.#bare.indexOf(wanted); at >= 0; at = this.#bare.indexOf(wanted, at + 1)) {
      const span = { start: this.#kept[at] ?? 0, end: (this.#kept[at + wanted.length - 1] ?? 0) + 1 };
      if (!bareFigure.test(wanted) || this.#wholeFigure(span)) places.push(span);
    }
    return places;
  }

  #wholeFigure({ start, end }: Span): boolean {
    return !/[\d.,]/.test(this.text[start - 1] ?? '') && !/^(\d|[.,]\d)/.test(this.text.slice(end, end + 2));
  }
}
