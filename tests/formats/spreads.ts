import type { Document } from '@guankao/domain';

/** What the writers of this folder write: paragraphs and tables in reading order, each cell a list of its paragraphs. */
export type Piece = { readonly paragraph: string } | { readonly rows: readonly (readonly Paragraphs[])[] };
export type Paragraphs = readonly string[];

/** A filing's pieces as the text reader gives them, the debris of mark-up turned back into the paragraphs that it was. */
export function piecesOf(document: Document): Piece[] {
  const textAt = ({ start, end }: { start: number; end: number }): string => document.text.slice(start, end);
  return document.blocks.map((block) =>
    block.kind === 'paragraph'
      ? { paragraph: textAt(block.span) }
      : { rows: block.rows.map((row) => row.cells.map((cell) => paragraphsOf(textAt(cell.span)))) },
  );
}

/** `<p>1. …</p> <p>2. …</p>` is two paragraphs; numbered items that a list's mark-up held are one each. */
function paragraphsOf(cell: string): Paragraphs {
  return cell
    .split(/<\/?(?:p|ol|ul|li|br|div)\b[^>]*>|\u2029/)
    .map((part) =>
      part
        .replace(/<[^>]+>/g, '')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    .filter((part) => part !== '');
}

/** Without blanks: how a wrapped line is joined again is no matter of content. */
export function bare(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Trailing empty cells need not be read. */
export function padded(rows: readonly string[][], like: readonly string[][]): string[][] {
  return rows.map((row, i) => Array.from({ length: like[i]?.length ?? row.length }, (_, column) => row[column] ?? ''));
}
