import type { Span } from '@guankao/domain';
import { LineIndex, type Reading } from '@guankao/reading';
import type { EditionRecord, FilingEdition, FilingRecord } from '@guankao/store';
import type { EditionView, FilingName, Place, SourceLine, SourcePiece, SourceView } from '@guankao/web';

/** Lines of text on one page: enough for a whole spread, few enough for any browser. */
export const linesPerPage = 400;

/** Says where spans stand in one edition of a filing. */
export class Places {
  readonly text: string;
  readonly #filing: string;
  readonly #edition: number;
  readonly #lines: LineIndex;

  constructor(filing: string, edition: number, text: string) {
    this.#filing = filing;
    this.#edition = edition;
    this.#lines = new LineIndex(text);
    this.text = text;
  }

  /** Of a value’s spans, at least one. */
  of(spans: readonly Span[]): Place {
    const [first] = spans;
    if (first === undefined) throw new RangeError('a value without a place');
    return {
      filing: this.#filing,
      edition: this.#edition,
      spans,
      line: this.#lines.at(first.start).line,
      page: first.page ?? null,
    };
  }

  quote(span: Span): string {
    return this.text.slice(span.start, span.end);
  }
}

/** Its edition is named in every address that leads into it: what is cited today is the same when another edition is current. */
export function placesOf({ filing, edition, reading }: FilingEdition): Places {
  return new Places(filing.id, edition.number, reading.document.text);
}

function isCurrent(editions: readonly EditionRecord[], edition: EditionRecord): boolean {
  return editions.at(-1)?.number === edition.number;
}

export function presentEdition(
  editions: readonly EditionRecord[],
  { event: _event, ...edition }: EditionRecord,
): EditionView {
  return { ...edition, current: editions.at(-1)?.number === edition.number };
}

export function presentFilingName({ id, agency, fiscalYear, moneyUnit }: Omit<FilingName, 'fictional'>): FilingName {
  return { id, agency, fiscalYear, moneyUnit, fictional: isFictional(agency) };
}

/** 範例 (“example”) and 虛擬 (“made-up”) begin the names of the agencies that we invent; no agency of the Republic is called so. */
function isFictional(agency: string | null): boolean {
  return agency !== null && /^(?:範例|虛擬)/.test(agency);
}

/** `12-40,60-66` as spans; null where it is not of that form or runs backwards. */
export function parseSpans(text: string | undefined): readonly Span[] | null {
  if (text === undefined) return [];
  if (!/^\d{1,9}-\d{1,9}(?:,\d{1,9}-\d{1,9}){0,199}$/.test(text)) return null;
  const spans = text.split(',').map((pair) => {
    const [start = 0, end = 0] = pair.split('-').map(Number);
    return { start, end };
  });
  return spans.every(({ start, end }) => start < end) ? spans : null;
}

export interface SourceQuestion {
  readonly spans: readonly Span[] | null;
  /** The first line to show; without it, the page that holds the first span. */
  readonly from?: number | undefined;
  readonly back: SourceView['back'];
}

export function presentSource(held: FilingEdition, { spans: asked, from, back }: SourceQuestion): SourceView {
  const { filing, edition, reading } = held;
  const { text } = reading.document;
  const index = new LineIndex(text);
  const astray = asked === null || asked.some(({ end }) => end > text.length);
  const spans = astray ? [] : (asked ?? []);
  const at = from ?? (spans[0] === undefined ? 1 : index.at(spans[0].start).line);
  const lineCount = text.endsWith('\n') ? index.starts.length - 1 : index.starts.length;
  const first = Math.floor((Math.min(Math.max(at, 1), lineCount) - 1) / linesPerPage) * linesPerPage + 1;
  const last = Math.min(first + linesPerPage - 1, lineCount);
  return {
    filing: presentFilingName(filing),
    edition: presentEdition(filing.editions, edition),
    lines: cutLines(reading, index, spans, first, last),
    lineCount,
    earlier: first > 1 ? windowPath(filing, edition, first - linesPerPage) : null,
    later: last < lineCount ? windowPath(filing, edition, last + 1) : null,
    passages: spans.map((span) => ({
      text: text.slice(span.start, span.end),
      line: index.at(span.start).line,
      page: pageOf(reading, span),
    })),
    astray,
    back,
  };
}

function windowPath(filing: FilingRecord, edition: EditionRecord, from: number): string {
  const which = isCurrent(filing.editions, edition) ? '' : `&edition=${edition.number}`;
  return `/filings/${encodeURIComponent(filing.id)}/source?from-line=${from}${which}`;
}

/** The page of what stands at a span, where the format has pages: an address carries none. */
function pageOf(reading: Reading, span: Span): number | null {
  for (const plan of reading.plans) {
    for (const each of plan.spans) if (each.start <= span.start && span.start < each.end) return each.page ?? null;
  }
  return null;
}

function cutLines(
  reading: Reading,
  index: LineIndex,
  marked: readonly Span[],
  first: number,
  last: number,
): SourceLine[] {
  const { text } = reading.document;
  const from = index.starts[first - 1] ?? 0;
  const to = index.starts[last] ?? text.length;
  const within = (spans: readonly Span[]): readonly Span[] =>
    spans.filter((span) => span.start < to && span.end > from);
  const layers = { marked: within(marked), furniture: within(reading.furniture), unread: within(reading.unread) };
  const lines: SourceLine[] = [];
  let unmarkedSoFar = true;
  for (let number = first; number <= last; number += 1) {
    const start = index.starts[number - 1] ?? 0;
    const end = index.starts[number] ?? text.length;
    const pieces = cutLine(text, start, end, layers, unmarkedSoFar);
    if (pieces.some((piece) => piece.marked)) unmarkedSoFar = false;
    lines.push({ number, pieces });
  }
  return lines;
}

interface Layers {
  readonly marked: readonly Span[];
  readonly furniture: readonly Span[];
  readonly unread: readonly Span[];
}

/** Cuts `text[start, end)` wherever a layer begins or ends; the line break at its end is left out. */
function cutLine(text: string, start: number, end: number, layers: Layers, mayBeFirst: boolean): SourcePiece[] {
  const cuts = new Set([start, end]);
  const all = [...layers.marked, ...layers.furniture, ...layers.unread];
  for (const span of all) for (const cut of [span.start, span.end]) if (cut > start && cut < end) cuts.add(cut);
  const ordered = [...cuts].sort((a, b) => a - b);
  const pieces: SourcePiece[] = [];
  let first = mayBeFirst;
  for (const [index, cut] of ordered.slice(0, -1).entries()) {
    const covers = (span: Span): boolean => span.start <= cut && cut < span.end;
    const words = text.slice(cut, ordered[index + 1]).replace(/[\r\n]+$/, '');
    const marked = layers.marked.some(covers);
    if (words === '' && !marked) continue;
    const kind = layers.unread.some(covers) ? 'unread' : layers.furniture.some(covers) ? 'furniture' : 'plain';
    pieces.push({ text: words, kind, marked, first: marked && first });
    if (marked) first = false;
  }
  return pieces;
}
