import { printed, textOf, type OfficeCell, type OfficeFile, type OfficeTable, type Run } from './model.ts';
import { escape } from '../write-odf.ts';

export interface PlainStyle {
  /** Of the rows; the lines around tables end in LF. */
  readonly rowEnd: '\n' | '\r\n';
  /** Cells as ="…", as Excel keeps text. */
  readonly equals: boolean;
  /** Thousands commas in no quotation marks. */
  readonly unquoted: boolean;
  readonly delimiter: string;
}

export const plainStyle: PlainStyle = { rowEnd: '\n', equals: false, unquoted: false, delimiter: ',' };

/** A table line by line, its cells parted by tabs, wrapped lines by a blank as a conversion leaves them. */
export function writeText(file: OfficeFile): string {
  return file.pieces
    .map((piece) => {
      if (piece.kind === 'paragraph') return `${printed(piece.runs)}\n`;
      if (piece.kind === 'sheet') return '\n';
      const lines = shownRows(piece.table).map((cells) =>
        cells.map((cell) => textOf(cell).replaceAll('\n', ' ')).join('\t'),
      );
      return `\n${lines.join('\n')}\n\n`;
    })
    .join('');
}

export function writeCsv(file: OfficeFile, { rowEnd, equals, unquoted, delimiter }: PlainStyle = plainStyle): string {
  const quote = (text: string): string => {
    if (equals && text !== '') return `"=""${text.replaceAll('"', '""')}"""`;
    if (unquoted && /^[\d,]+$/.test(text)) return text;
    return text.includes(delimiter) || /["\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return file.pieces
    .map((piece) => {
      if (piece.kind === 'paragraph') return `${quote(printed(piece.runs))}\n`;
      if (piece.kind === 'sheet') return '';
      const heads = piece.table.heads;
      return shownRows(piece.table)
        .map((cells, i) =>
          i < heads
            ? `${cells.map((cell) => textOf(cell).replaceAll('\n', '')).join(delimiter)}\n`
            : `${cells.map((cell) => quote(textOf(cell))).join(delimiter)}${rowEnd}`,
        )
        .join('');
    })
    .join('');
}

/** Rows that are shown, every place filled: a covered one is empty. */
function shownRows({ rows, hiddenColumns = [] }: OfficeTable): OfficeCell[][] {
  return rows
    .filter(({ hidden }) => hidden !== true)
    .map(({ cells }) =>
      cells
        .map((cell): OfficeCell => (cell === 'covered' ? { paragraphs: [] } : cell))
        .filter((_, column) => !hiddenColumns.includes(column)),
    );
}

export interface HtmlStyle {
  /** The form stands in a cell of a table that lays out the page. */
  readonly inLayout: boolean;
  /** What the page says that its encoding is. */
  readonly charset: string;
  /** How marks are set: by elements, by style attributes, or by classes. */
  readonly by: 'elements' | 'styles' | 'classes';
}

export const htmlStyle: HtmlStyle = { inLayout: false, charset: 'utf-8', by: 'elements' };

export function writeHtml(file: OfficeFile, style: HtmlStyle = htmlStyle): string {
  const body = file.pieces
    .map((piece) => {
      if (piece.kind === 'paragraph') return `<p>${runsAsHtml(piece.runs, style)}</p>`;
      return piece.kind === 'sheet' ? '<hr>' : htmlTable(piece.table, style);
    })
    .join('\n');
  const laid = style.inLayout
    ? `<table width="100%"><tr><td><div>回首頁</div></td></tr><tr><td>${body}</td></tr></table>`
    : body;
  const classes =
    style.by === 'classes'
      ? '<style>.x1{text-decoration:line-through} .x2{vertical-align:super;font-size:60%} td.x3, tr.x3, span.x3 {display:none;}</style>'
      : '';
  return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${style.charset}">${classes}</head><body>${laid}</body></html>`;
}

function htmlTable({ rows, heads, hiddenColumns = [] }: OfficeTable, style: HtmlStyle): string {
  const hidden = style.by === 'classes' ? ' class="x3"' : ' style="display:none"';
  const lines = rows.map((row, i) => {
    const cells = row.cells.map((cell, column) => {
      if (cell === 'covered') return '';
      const tag = i < heads ? 'th' : 'td';
      const spans = `${span('rowspan', cell.rowSpan)}${span('colspan', cell.columnSpan)}`;
      const at = hiddenColumns.includes(column) ? hidden : '';
      return `<${tag}${spans}${at}>${cell.paragraphs.map((runs) => runsAsHtml(runs, style)).join('<br>')}</${tag}>`;
    });
    return `<tr${row.hidden === true ? hidden : ''}>${cells.join('')}</tr>`;
  });
  return `<table border="1">${lines.join('\n')}</table>`;
}

function span(name: string, count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` ${name}="${count}"`;
}

const asElements = { struck: 's', raised: 'sup', deleted: 'del', inserted: 'ins' } as const;
const asStyles = {
  struck: 'style="text-decoration: line-through"',
  raised: 'style="vertical-align: super; font-size: 60%"',
  hidden: 'style="display:none"',
};
const asClasses = { struck: 'class="x1"', raised: 'class="x2"', hidden: 'class="x3"' };

function runsAsHtml(runs: readonly Run[], { by }: HtmlStyle): string {
  return runs
    .map(({ text, mark }) => {
      if (mark === undefined) return escape(text);
      if (mark === 'deleted' || mark === 'inserted') return element(asElements[mark], '', text);
      if (by === 'classes') return element('span', asClasses[mark], text);
      if (by === 'styles' || mark === 'hidden') return element('span', asStyles[mark], text);
      return element(asElements[mark], '', text);
    })
    .join('');
}

function element(name: string, attributes: string, text: string): string {
  return `<${name}${attributes === '' ? '' : ` ${attributes}`}>${escape(text)}</${name}>`;
}
