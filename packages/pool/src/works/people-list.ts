import { openDocument, type SourceFile } from '@guankao/documents';
import type { Document, Table } from '@guankao/domain';

/** A list of people as a table (CSV, XLSX, ODS): its lines as texts, the first with the headings. */
export async function readPeopleList({ file }: { readonly file: SourceFile }): Promise<readonly (readonly string[])[]> {
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
