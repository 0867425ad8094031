import type { Cell, Document, Paragraph, RowField, Span, Table, TableRow } from '@guankao/domain';

/** The fields of a row as a person types them; texts hold one item a line. Amounts in the form's unit, as printed. */
export type TypedRow = Readonly<Record<RowField, string>>;

/** The form's columns in their order, each with the heading under which `filings` knows it. */
export const typedFields: readonly (readonly [RowField, heading: string])[] = [
  ['name', '計畫名稱'],
  ['type', '計畫類型'],
  ['period', '計畫期程'],
  ['approvedTotal', '計畫核定總經費'],
  ['budgetedToDate', '截至本年度已編列預算數'],
  ['executedToDate', '截至本年底止累計執行數'],
  ['plannedWork', '本年度預定工作摘要'],
  ['execution', '本年度執行情形說明'],
  ['goals', '績效目標及本年度目標值'],
  ['explanation', '年度績效目標已達成或未達成之說明'],
];

export interface TypedForm {
  readonly agency: string;
  /** Gregorian. */
  readonly fiscalYear: number;
  readonly unit: '千元' | '元';
  readonly rows: readonly TypedRow[];
}

/** Where in a typed form a span of its document stands. */
interface TypedPlace {
  /** 0-based. */
  readonly row: number;
  readonly field: RowField;
}

export interface TypedDocument {
  readonly document: Document;
  /** null for the heads. */
  placeOf(span: Span): TypedPlace | null;
}

const formName = '重要社會發展、重大科技發展計畫執行情形及目標達成情形表';

/**
 * A form typed in by hand, as a document of one wide table, so that it goes the same way as a filed one: the same
 * targets, results and rules, on the server and in the browser. Within a cell U+2029 parts what stood on lines of its own.
 */
export async function typedDocument({ agency, fiscalYear, unit, rows }: TypedForm): Promise<TypedDocument> {
  const writer = new Writer();
  const heads = [agency, formName, `中華民國${fiscalYear - 1911}年度`, `單位：新臺幣${unit}`].map((line) =>
    writer.paragraph(line),
  );
  const start = writer.length;
  const heading = writer.row(typedFields.map(([, name]) => name));
  const body = rows.map((row) => writer.row(typedFields.map(([field]) => oneLine(row[field]))));
  const table: Table = { kind: 'table', span: { start, end: writer.length }, rows: [heading, ...body] };
  const text = writer.text;
  return {
    document: {
      name: `${agency}-${fiscalYear - 1911}`,
      sha256: await sha256(text),
      mediaType: 'application/vnd.guankao.form',
      pages: null,
      text,
      blocks: [...heads, table],
      notices: [],
    },
    placeOf: (span) => placeIn(body, span),
  };
}

class Writer {
  text = '';

  get length(): number {
    return this.text.length;
  }

  paragraph(line: string): Paragraph {
    const start = this.length;
    this.text += `${line}\n`;
    return { kind: 'paragraph', span: { start, end: this.length - 1 } };
  }

  row(cells: readonly string[]): TableRow {
    const start = this.length;
    const written = cells.map((text, column) => this.cell(text, column));
    this.text += '\n';
    return { span: { start, end: this.length - 1 }, cells: written };
  }

  private cell(text: string, column: number): Cell {
    if (column > 0) this.text += '\t';
    const start = this.length;
    this.text += text;
    return { column, columnSpan: 1, rowSpan: 1, span: { start, end: this.length } };
  }
}

function oneLine(text: string): string {
  return text
    .trim()
    .replace(/[\t ]*\r?\n[\t ]*/g, '\u2029')
    .replaceAll('\t', ' ');
}

function placeIn(rows: readonly TableRow[], span: Span): TypedPlace | null {
  for (const [row, { cells }] of rows.entries()) {
    const column = cells.findIndex((cell) => cell.span.start <= span.start && span.end <= cell.span.end);
    const field = typedFields[column]?.[0];
    if (field !== undefined) return { row, field };
  }
  return null;
}

async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
