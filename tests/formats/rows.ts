import type { Document } from '@guankao/domain';
import { bare, type Piece } from './spreads.ts';

/** Each row's cells without blanks, in reading order; heads that a page repeats once only, rows without text left out. */
export function bareRows(document: Document): string[][] {
  const rows: string[][] = [];
  for (const block of document.blocks) {
    if (block.kind !== 'table') continue;
    const within = block.rows.map((row) => {
      const cells: string[] = [];
      for (const cell of row.cells) cells[cell.column] = bare(document.text.slice(cell.span.start, cell.span.end));
      return Array.from(cells, (cell) => cell ?? '');
    });
    rows.push(...within.filter((row) => row.some((cell) => cell !== '')));
  }
  return rows.filter(
    (row, i) => !rows.slice(Math.max(0, i - 40), i).some((earlier) => isHead(earlier) && same(earlier, row)),
  );
}

/** The same of what was written. */
export function writtenRows(pieces: readonly Piece[]): string[][] {
  const rows = pieces.flatMap((piece) =>
    'rows' in piece ? piece.rows.map((row) => row.map((cell) => bare(cell.join('')))) : [],
  );
  return rows.filter(
    (row, i) =>
      row.some((cell) => cell !== '') &&
      !rows.slice(Math.max(0, i - 40), i).some((earlier) => isHead(earlier) && same(earlier, row)),
  );
}

function isHead(row: readonly string[]): boolean {
  return row.length > 1 && row.every((cell) => cell !== '' && !/^[\d,.]+$/.test(cell) && cell.length < 30);
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((cell, i) => cell === b[i]);
}
