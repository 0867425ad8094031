import { openDocument, type SourceFile } from '@guankao/documents';
import type { Document, Table } from '@guankao/domain';

/** A table (CSV, XLSX, ODS) such as a list of people: its lines as texts, the first with the headings. */
export async function readTableLines({ file }: { readonly file: SourceFile }): Promise<readonly (readonly string[])[]> {
  const document = await openDocument(file);
  const table = document.blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table' ? linesOf(document, table) : [];
}

function linesOf({ text }: Document, { rows }: Table): readonly (readonly string[])[] {
  return rows.map(({ cells }) => {
    const line: string[] = [];
    for (const { column, span } of cells) line[column] = text.slice(span.start, span.end).trim();
    return Array.from(line, (cell) => cell ?? '');
  });
}
