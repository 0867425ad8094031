import type { Document, Span } from '@guankao/domain';

/** Stretches of a text that are accounted for; the rest of what is not blank is found, so that nothing is dropped unseen. */
export class Coverage {
  readonly #document: Document;
  /** 1 where a character is accounted for. */
  readonly #taken: Uint8Array;

  constructor(document: Document) {
    this.#document = document;
    this.#taken = new Uint8Array(document.text.length);
  }

  take(spans: Iterable<Span>): void {
    for (const { start, end } of spans) this.#taken.fill(1, start, end);
  }

  /** What lies in no span that was taken: whole rows where nothing of a row was taken, else piece by piece. */
  rest(): readonly Span[] {
    const gaps: Span[] = [];
    let at = 0;
    for (const place of this.#places()) {
      // Should a reader have left text between its blocks, it is found too.
      this.#gaps(gaps, { start: at, end: place.start });
      this.#gaps(gaps, place);
      at = Math.max(at, place.end);
    }
    this.#gaps(gaps, { start: at, end: this.#document.text.length });
    return gaps;
  }

  *#places(): Generator<Span> {
    for (const block of this.#document.blocks) {
      if (block.kind === 'paragraph') yield block.span;
      else
        for (const row of block.rows)
          yield* this.#isUntouched(row.span) ? [row.span] : row.cells.map(({ span }) => span);
    }
  }

  #isUntouched({ start, end }: Span): boolean {
    return this.#taken.subarray(start, end).every((taken) => taken === 0);
  }

  #gaps(gaps: Span[], place: Span): void {
    const { text } = this.#document;
    let start = -1;
    let end = -1;
    for (let at = place.start; at <= place.end; at++) {
      if (at === place.end || this.#taken[at] === 1) {
        if (start >= 0) gaps.push({ ...place, start, end });
        start = -1;
      } else if (text.charAt(at).trim() !== '') {
        if (start < 0) start = at;
        end = at + 1;
      }
    }
  }
}

/** Spans in order, those that overlap or have only blanks between them made one. Spans on different pages or in different cells stay apart. */
export function merged(text: string, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = whole.at(-1);
    const joins =
      last !== undefined &&
      last.page === span.page &&
      last.address === span.address &&
      last.box === span.box &&
      (span.start <= last.end || text.slice(last.end, span.start).trim() === '');
    if (joins) whole[whole.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else whole.push(span);
  }
  return whole;
}
