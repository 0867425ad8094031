import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { parseDocument } from 'htmlparser2';
import { openPdf } from '../../packages/documents/src/pdf/engine.ts';

type ChildNode = ReturnType<typeof parseDocument>['children'][number];
type Element = Extract<ChildNode, { readonly attribs: object }>;

/** Rows of ten cells. A cell's lines end in \n. */
export type Rows = readonly (readonly string[])[];

const columns = 10;

export function cellsOfCsv(bytes: Uint8Array): Rows {
  const records = parse(Buffer.from(bytes), { bom: true, relax_column_count: true }) as string[][];
  return records.slice(records.findIndex((record) => record.length === columns) + 1);
}

export function cellsOfOds(bytes: Uint8Array): Rows {
  const rows = named(xmlIn(bytes, 'content.xml'), 'table:table-row').filter(
    (row) => row.parent?.type === 'tag' && (row.parent as Element).name === 'table:table',
  );
  return rows.map((row) => named(row, 'table:table-cell').map(paragraphsOf));
}

/** The rows of each spread: left and right page side by side. What runs over to the next spread is a row of its own. */
export function cellsOfOdt(bytes: Uint8Array): Rows {
  const tables = named(xmlIn(bytes, 'content.xml'), 'table:table').map((table) =>
    named(table, 'table:table-row')
      .filter((row) => row.parent === table)
      .map((row) => named(row, 'table:table-cell').map(paragraphsOf)),
  );
  return sideBySide(tables);
}

export function cellsOfXlsx(bytes: Uint8Array): Rows {
  const strings = named(xmlIn(bytes, 'xl/sharedStrings.xml'), 'si').map((item) =>
    textOf(item).replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
  const rows = named(xmlIn(bytes, 'xl/worksheets/sheet1.xml'), 'row').map((row) => {
    const cells = Array.from({ length: columns }, () => '');
    for (const cell of named(row, 'c')) {
      const column = (cell.attribs['r'] ?? '').charCodeAt(0) - 'A'.charCodeAt(0);
      const [value] = named(cell, 'v');
      const said = value === undefined ? '' : textOf(value);
      cells[column] = cell.attribs['t'] === 's' ? (strings[Number(said)] ?? `no string ${said}`) : said;
    }
    return cells;
  });
  return rows.slice(5);
}

/** By the tags of the PDF, which say what is a cell. What runs over to the next spread is a row of its own. */
export async function cellsOfPdf(bytes: Uint8Array): Promise<Rows> {
  const pdf = await openPdf({ name: 'form.pdf', bytes });
  try {
    const tables: string[][][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const texts = await textsByMark(page);
      const tree = (await page.getStructTree()) as Tagged | null;
      for (const table of tagged(tree, 'Table'))
        tables.push(
          tagged(table, 'TR')
            .filter((row) => tagged(row, 'TD').length > 0)
            .map((row) =>
              tagged(row, 'TD').map((cell) =>
                marksIn(cell)
                  .map((mark) => texts.get(mark) ?? '')
                  .join(''),
              ),
            ),
        );
    }
    return sideBySide(tables);
  } finally {
    await pdf.loadingTask.destroy();
  }
}

/** Every second table is the right page of the one before it. */
function sideBySide(tables: readonly Rows[]): Rows {
  return tables.flatMap((left, at) =>
    at % 2 === 1 ? [] : left.map((cells, row) => [...cells, ...(tables[at + 1]?.[row] ?? [])]),
  );
}

function xmlIn(archive: Uint8Array, part: string): ChildNode[] {
  const bytes = unzipSync(archive)[part];
  if (bytes === undefined) throw new RangeError(`no ${part}`);
  return parseDocument(new TextDecoder().decode(bytes), { xmlMode: true, decodeEntities: true }).children;
}

function named(within: Element | readonly ChildNode[], name: string): Element[] {
  const children = 'children' in within ? within.children : within;
  return children.flatMap((child) => {
    if (child.type !== 'tag') return [];
    return child.name === name ? [child] : named(child, name);
  });
}

function paragraphsOf(cell: Element): string {
  return named(cell, 'text:p').map(textOf).join('\n');
}

/** With the blanks, tabs and line ends that ODF writes as elements. */
function textOf(node: ChildNode): string {
  if (node.type === 'text') return node.data;
  if (node.type !== 'tag') return '';
  if (node.name === 'text:s') return ' '.repeat(Number(node.attribs['text:c'] ?? 1));
  if (node.name === 'text:tab') return '\t';
  return node.children.map(textOf).join('');
}

interface Tagged {
  readonly role?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly Tagged[];
}

function tagged(node: Tagged | null, role: string): Tagged[] {
  return (node?.children ?? []).flatMap((child) => (child.role === role ? [child] : tagged(child, role)));
}

function marksIn(node: Tagged): string[] {
  return (node.children ?? []).flatMap((child) => (child.type === 'content' ? [child.id ?? ''] : marksIn(child)));
}

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openPdf>>['getPage']>>;

async function textsByMark(page: Page): Promise<ReadonlyMap<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  const texts = new Map<string, string>();
  const open: string[] = [];
  for (const item of items) {
    if ('str' in item) {
      const mark = open.findLast((id) => id !== '') ?? '';
      texts.set(mark, (texts.get(mark) ?? '') + item.str);
    } else if (item.type === 'endMarkedContent') open.pop();
    else open.push(item.id ?? '');
  }
  return texts;
}
