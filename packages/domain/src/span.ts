/** Points per inch are PDF's: x0, y0, x1, y1 from the page's top left. */
export type Box = readonly [x0: number, y0: number, x1: number, y1: number];

/**
 * A stretch of `Document.text`, in UTF-16 code units, end exclusive:
 * `document.text.slice(start, end)` is the passage as printed.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** 1-based; absent or null where the format has no pages. */
  readonly page?: number | null;
  /** Where on the page, for formats that have positions. */
  readonly box?: Box;
  /** Sheet and cell (`Sheet1!B7`), for formats that have cells. */
  readonly address?: string;
}

export function contains(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
