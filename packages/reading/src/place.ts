import type { Span } from '@guankao/domain';

/** Line and column of a character, both 1-based; columns count UTF-16 code units. */
export interface LineColumn {
  readonly line: number;
  readonly column: number;
}

/** Finds lines in `text` again and again: the starts are counted once. Lines end at \n, \r\n or a lone \r. */
export class LineIndex {
  readonly starts: readonly number[];

  constructor(text: string) {
    const starts = [0];
    for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
    this.starts = starts;
  }

  at(offset: number): LineColumn {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (this.starts[low] ?? 0) + 1 };
  }
}

/**
 * Where a span stands, as the contract prints it:
 * `FILE:LINE:COLUMN` for text, `FILE#page=N` where there are pages, `FILE#Sheet!B7` for sheets.
 */
export function placeOf(file: string, span: Span, lines: LineIndex): string {
  if (span.address !== undefined) return `${file}#${span.address}`;
  if (span.page !== undefined && span.page !== null) return `${file}#page=${span.page}`;
  const { line, column } = lines.at(span.start);
  return `${file}:${line}:${column}`;
}
