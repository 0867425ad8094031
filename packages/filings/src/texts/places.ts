import type { Span } from '@guankao/domain';

/** Tells which of some cells holds an offset. The cells are in the order of their text. */
export function placesIn(cells: readonly Span[]): (offset: number) => Span {
  return (offset) => cells.find(({ start, end }) => start <= offset && offset < end) ?? (cells[0] as Span);
}

/** What of some cells lies between two offsets, cell by cell. */
export function between(cells: readonly Span[], from: number, to: number): Span[] {
  return cells
    .filter(({ start, end }) => start < to && from < end)
    .map((cell) => ({ ...cell, start: Math.max(cell.start, from), end: Math.min(cell.end, to) }));
}

/** Where a span stands, in the terms of its format: a cell's address, a page, else the file. */
export function placeOf({ address, page }: Span, file: string): string {
  return address ?? (typeof page === 'number' ? `page=${page}` : file);
}
