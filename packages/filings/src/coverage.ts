import type { Document, Span } from '@guankao/domain';

/** Stretches of a text that are accounted for; the rest of what is not blank is found, so that nothing is dropped unseen. */
export class Coverage {
  readonly #document: Document;
  readonly #spans: Span[] = [];

  constructor(document: Document) {
    this.#document = document;
  }

  take(spans: Iterable<Span>): void {
    for (const span of spans) this.#spans.push(span);
  }

  /** What lies in no span that was taken, without the blanks around it, cut at the edges of blocks, rows and cells. */
  rest(): readonly Span[] {
    const gaps: Span[] = [];
    const taken = this.#spans.toSorted((a, b) => a.start - b.start);
    let [at, next] = [0, 0];
    for (const place of this.#places()) {
      at = Math.max(at, place.start);
      while (next < taken.length && (taken[next] as Span).start < place.end) {
        const span = taken[next] as Span;
        this.#gap(gaps, { ...place, start: at, end: Math.min(span.start, place.end) });
        at = Math.max(at, span.end);
        if (span.end > place.end) break;
        next++;
      }
      this.#gap(gaps, { ...place, start: at, end: place.end });
      at = Math.max(at, place.end);
    }
    return gaps;
  }

  /** Every stretch of the text, in order: the blocks, and, should a reader have left some, what lies between them. */
  *#places(): Generator<Span> {
    let at = 0;
    for (const span of placesIn(this.#document)) {
      if (span.start > at) yield { start: at, end: span.start };
      yield span;
      at = Math.max(at, span.end);
    }
    if (at < this.#document.text.length) yield { start: at, end: this.#document.text.length };
  }

  #gap(gaps: Span[], span: Span): void {
    if (span.start >= span.end) return;
    const print = this.#document.text.slice(span.start, span.end);
    const ahead = print.length - print.trimStart().length;
    if (ahead === print.length) return;
    gaps.push({ ...span, start: span.start + ahead, end: span.end - (print.length - print.trimEnd().length) });
  }
}

function* placesIn({ blocks }: Document): Generator<Span> {
  for (const block of blocks) {
    if (block.kind === 'paragraph') yield block.span;
    else for (const row of block.rows) for (const cell of row.cells) yield cell.span;
  }
}

/** Spans in order, those that overlap or have only blanks between them made one. Spans on different pages or in different cells stay apart. */
export function merged(text: string, spans: readonly Span[]): readonly Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    const last = whole.at(-1);
    const joins = last !== undefined && last.page === span.page && last.address === span.address && last.box === span.box
      && (span.start <= last.end || text.slice(last.end, span.start).trim() === '');
    if (joins) whole[whole.length - 1] = { ...last, end: Math.max(last.end, span.end) };
    else whole.push(span);
  }
  return whole;
}
