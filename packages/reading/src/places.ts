import { overlaps, type Span } from '@guankao/domain';

/** Where something speaks for or against the numbers that stand there. */
export interface Place {
  readonly span: Span;
  readonly by: string;
  /** Only a number of this value is meant; null where all that stand there are. */
  readonly value: number | null;
  /** Dates that stand there are not meant. */
  readonly notDates?: boolean;
}

/** Places by where they stand: each number of a long text asks for those over it. */
export class Places {
  /** In the order in which they were given, by each stretch of so many characters that they touch. */
  readonly #byStretch = new Map<number, Place[]>();
  static readonly #stretch = 256;

  constructor(places: readonly Place[]) {
    for (const place of places)
      for (const at of Places.#stretchesOf(place.span)) {
        const known = this.#byStretch.get(at);
        if (known === undefined) this.#byStretch.set(at, [place]);
        else known.push(place);
      }
  }

  /** Those that overlap a span; one that touches two of its stretches may come twice. */
  over(span: Span): readonly Place[] {
    return [...Places.#stretchesOf(span)].flatMap((at) =>
      (this.#byStretch.get(at) ?? []).filter((place) => overlaps(place.span, span)),
    );
  }

  static *#stretchesOf({ start, end }: Span): Iterable<number> {
    for (let at = Math.floor(start / this.#stretch); at <= Math.floor(end / this.#stretch); at += 1) yield at;
  }
}
