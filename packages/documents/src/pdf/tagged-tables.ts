import { smallest } from '../build/extremes.ts';
import type { PDFPageProxy } from 'pdfjs-dist';
import type { PageTable } from './page-layout.ts';
import { boxOfLines, linesOf } from './lines.ts';
import type { Glyph, TaggedTable } from './page-content.ts';

interface StructNode {
  readonly role?: string;
  readonly children?: readonly (StructNode | { readonly type: string; readonly id?: string })[];
}

const deepest = 100;

/** The tables of a page's structure tree (PDF 32000-1, 14.8.4.3.4). A table within a cell is content of that cell. */
export async function taggedTables(page: PDFPageProxy): Promise<TaggedTable[]> {
  const tree = (await page.getStructTree()) as StructNode | null;
  return tree === null
    ? []
    : nodesNamed(tree, /^Table$/, deepest).map((table) =>
        nodesNamed(table, /^TR$/, deepest).map((row) =>
          nodesNamed(row, /^T[HD]$/, deepest).map((cell) => marksOf(cell, deepest)),
        ),
      );
}

/** The outermost nodes of that role. */
function nodesNamed(node: StructNode, role: RegExp, depth: number): StructNode[] {
  if (depth === 0) return [];
  return (node.children ?? []).flatMap((child) => {
    if (!('role' in child)) return [];
    return role.test(child.role ?? '') ? [child] : nodesNamed(child, role, depth - 1);
  });
}

function marksOf(node: StructNode, depth: number): number[] {
  if (depth === 0) return [];
  return (node.children ?? []).flatMap((child) => {
    if ('type' in child) return child.type === 'content' ? [Number(/_mc(\d+)$/.exec(child.id ?? '')?.[1] ?? -1)] : [];
    return marksOf(child, depth - 1);
  });
}

/** A named table with its text; none where rows differ in their count of cells (spans are not told) or nothing of it is here. */
export function namedTable(rows: TaggedTable, glyphs: readonly Glyph[]): { table: PageTable; used: Glyph[] }[] {
  const columns = rows[0]?.length ?? 0;
  if (columns < 2 || rows.some((row) => row.length !== columns)) return [];
  const placeOf = new Map(
    rows.flatMap((row, i) => row.flatMap((marks, column) => marks.map((mark) => [mark, { row: i, column }] as const))),
  );
  const used = glyphs.filter(({ mark }) => placeOf.has(mark));
  if (used.length === 0) return [];
  const within = Map.groupBy(used, ({ mark }) => `${placeOf.get(mark)?.row},${placeOf.get(mark)?.column}`);
  const cells = rows.flatMap((row, i) =>
    row.map((_, column) => ({
      row: i,
      column,
      rowSpan: 1,
      columnSpan: 1,
      lines: linesOf(within.get(`${i},${column}`) ?? []),
    })),
  );
  const filled = cells.filter(({ lines }) => lines.length > 0);
  const [left, top, right, bottom] = boxOfLines(filled.flatMap(({ lines }) => lines));
  const starts = (count: number, of: 'row' | 'column', first: number, at: 0 | 1): number[] =>
    rising(
      Array.from({ length: count }, (_, i) =>
        smallest(filled.filter((cell) => cell[of] === i).map(({ lines }) => boxOfLines(lines)[at])),
      ),
      first,
    );
  const xs = [...starts(columns, 'column', left, 0), right];
  const ys = [...starts(rows.length, 'row', top, 1), bottom];
  return [{ table: { kind: 'table', by: 'tags', box: [left, top, right, bottom], xs, ys, cells }, used }];
}

/** Where rows or columns begin; one without text begins where the one before it does. */
function rising(starts: readonly number[], first: number): number[] {
  let last = first;
  return starts.map((start) => (last = Number.isFinite(start) ? Math.max(start, last) : last));
}
