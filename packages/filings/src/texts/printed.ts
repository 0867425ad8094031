import { commonIdeographs, type Span } from '@guankao/domain';

/**
 * Characters as printed, each with its place in the document's text. The first step from a cell to its passages:
 * mark-up is gone, runs of blanks are one blank, radicals are the characters that they look like; nothing else is changed.
 */
export interface Printed {
  readonly text: string;
  /** `offsets[i]` is where `text[i]` stands in the document's text. */
  readonly offsets: readonly number[];
}

/** One paragraph of a cell, in print. `rowStart`: it opens a new row of the table. */
export interface PrintedParagraph extends Printed {
  readonly rowStart: boolean;
}

// Tags that conversions leave behind. A word in angle brackets that is no tag's name stays.
const tag =
  /<(\/?)(p|ol|ul|li|br|div|span|b|i|u|em|strong|font|sup|sub|table|tbody|thead|tr|td|th|h[1-6]|a|center|small|hr)(?=[\s/>]|$)[^<>]*(?:>|$)|&(nbsp|amp|lt|gt|quot|#\d{1,6}|#x[0-9a-f]{1,6});/giy;
const breaking = /^(p|ol|ul|li|br|div|table|tr|td|th|h[1-6]|hr)$/i;
const entities: Readonly<Record<string, string>> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"' };
const sentenceEnd = new Set('。！？；!?;');

/** Blanks and characters without width. Asked of every character, so not a pattern. */
function isBlank(code: number): boolean {
  if (code <= 0x20 || code === 0xa0) return true;
  return (
    code >= 0x1680 &&
    (code === 0x3000 ||
      code === 0xfeff ||
      (code >= 0x2000 && code <= 0x200b) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x2060 ||
      code === 0x1680)
  );
}

/** Radicals and compatibility ideographs. Asked of every character too. */
function mayBeLookAlike(code: number): boolean {
  return (code >= 0x2e80 && code <= 0x2fd5) || (code >= 0xf900 && code <= 0xfaff);
}

/** Collects the paragraphs of a cell; a cell that goes on on the next page has more than one span. */
export class ParagraphCollector {
  readonly paragraphs: PrintedParagraph[] = [];
  #text = '';
  /** The text's last character: to look into a text that is being put together is dear. */
  #last = '';
  #offsets: number[] = [];
  #rowStart = false;

  /** Of what a person typed: its lines are paragraphs, and mark-up in it is text. */
  readonly #typed: boolean;

  constructor({ typed = false }: { readonly typed?: boolean } = {}) {
    this.#typed = typed;
  }

  /** `rowStart`: the span opens a new row of the table. */
  add(document: string, span: Span, rowStart: boolean): void {
    if (rowStart) this.close();
    this.#rowStart ||= rowStart;
    for (let at = span.start; at < span.end;) at = this.#step(document, at, span.end);
  }

  close(): void {
    const text = this.#text.trimEnd();
    if (text !== '') {
      this.paragraphs.push({ text, offsets: this.#offsets.slice(0, text.length), rowStart: this.#rowStart });
      this.#rowStart = false;
    }
    this.#text = '';
    this.#last = '';
    this.#offsets = [];
  }

  #step(document: string, at: number, end: number): number {
    const char = document.charAt(at);
    if (!this.#typed && (char === '<' || char === '&')) return this.#markUp(document, at, end);
    if (char === '\u2029' || char === '\u2028') this.close();
    else if ((char === '\n' || char === '\r') && (this.#typed || sentenceEnd.has(this.#last))) this.close();
    else this.#push(char, at);
    return at + 1;
  }

  #markUp(document: string, at: number, end: number): number {
    tag.lastIndex = at;
    const match = tag.exec(document);
    if (match === null || at + match[0].length > end) {
      this.#push(document.charAt(at), at);
      return at + 1;
    }
    const [whole, , name, entity] = match;
    if (name !== undefined && breaking.test(name)) this.close();
    if (entity !== undefined) this.#push(entityText(entity), at);
    return at + whole.length;
  }

  #push(char: string, at: number): void {
    const code = char.charCodeAt(0);
    const kept = isBlank(code) ? ' ' : mayBeLookAlike(code) ? commonIdeographs(char) : char;
    if (kept === ' ' && (this.#last === ' ' || this.#last === '')) return;
    this.#text += kept;
    this.#last = kept;
    for (let i = 0; i < kept.length; i++) this.#offsets.push(at);
  }
}

function entityText(entity: string): string {
  const named = entities[entity.toLowerCase()];
  if (named !== undefined) return named;
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}

/** The paragraphs of one printed cell. */
export function paragraphsOf(document: string, spans: readonly Span[]): readonly PrintedParagraph[] {
  const collector = new ParagraphCollector();
  for (const span of spans) collector.add(document, span, false);
  collector.close();
  return collector.paragraphs;
}

/** The lines of a field that a person typed. */
export function typedLines(document: string, span: Span): readonly PrintedParagraph[] {
  const collector = new ParagraphCollector({ typed: true });
  collector.add(document, span, false);
  collector.close();
  return collector.paragraphs;
}

// Han, kana, CJK and full-width punctuation: between these a blank is a wrapped line, never a word's end.
const wide = /[\u2e80-\u303f\u3040-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]/;
/** Half of a rarer Han character. */
const half = /^[\ud800-\udfff]$/;

function isWide(char: string): boolean {
  return wide.test(char) || half.test(char);
}

/** Without the blanks that wrapped lines left beside Chinese characters, or within a number after its comma. */
export function withoutWraps({ text, offsets }: Printed): Printed {
  if (!text.includes(' ')) return { text, offsets };
  let kept = '';
  const places: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === ' ' && isWrap(text, i)) continue;
    kept += text[i];
    places.push(offsets[i] as number);
  }
  return { text: kept, offsets: places };
}

function isWrap(text: string, i: number): boolean {
  const [before, after] = [text.charAt(i - 1), text.charAt(i + 1)];
  if (before === '' || after === '' || isWide(before) || isWide(after)) return true;
  return (
    before === ',' && /\d,$/.test(text.slice(Math.max(0, i - 2), i)) && /^\d{3}(?!\d)/.test(text.slice(i + 1, i + 5))
  );
}

/** The text of a short cell (a name, a heading) on one line, its wraps undone. */
export function lineOf(document: string, spans: readonly Span[]): string {
  return paragraphsOf(document, spans)
    .map((paragraph) => withoutWraps(paragraph).text)
    .reduce((line, next) => (line === '' ? next : withoutWraps({ text: `${line} ${next}`, offsets: [] }).text), '');
}
