import type { Document, Table } from '@guankao/domain';
import { bare } from './spreads.ts';

/** One page of a form: the lines that run above its table, the heads of its columns, and its rows' texts. */
export interface FormPage {
  readonly head: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The pages of a form as any reader gives them: each table with what stands above it. Without page numbers and blanks. */
export function formPages({ text, blocks }: Document): FormPage[] {
  const said = ({ start, end }: { start: number; end: number }): string => bare(text.slice(start, end));
  const pages: FormPage[] = [];
  let head: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'paragraph') head.push(said(block.span));
    else {
      const [columns = [], ...rows] = cellsOf(block, said);
      pages.push({ head: head.filter((line) => !/^\d*$/.test(line)), columns, rows });
      head = [];
    }
  }
  return pages;
}

function cellsOf({ rows }: Table, said: (span: { start: number; end: number }) => string): string[][] {
  return rows.map(({ cells }) => cells.map(({ span }) => said(span)));
}
