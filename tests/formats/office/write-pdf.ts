import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { families, fontFolders } from '@guankao/fonts';
import type { OfficeCell, OfficeFile, OfficeTable, Run } from './model.ts';

export interface PdfStyle {
  readonly rules: 'all' | 'columns' | 'rows' | 'none';
  /** Millimetres. A low page makes rows run over. */
  readonly height: number;
  readonly width: number;
}

export const pdfStyle: PdfStyle = { rules: 'all', height: 297, width: 420 };

let compiler: NodeCompiler | undefined;

export function writePdf(file: OfficeFile, style: PdfStyle = pdfStyle): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] });
  return new Uint8Array(compiler.pdf({ mainFileContent: typst(file, style) }));
}

function typst({ pieces }: OfficeFile, style: PdfStyle): string {
  return [
    `#set page(width: ${style.width}mm, height: ${style.height}mm, margin: 12mm, numbering: "1")`,
    `#set text(font: (${families()
      .map(({ name }) => `"${name}"`)
      .join(', ')}), size: 9pt, lang: "zh", region: "tw", cjk-latin-spacing: none)`,
    '#set par(leading: 0.5em, spacing: 0.5em)',
    ...pieces.map((piece, i) => {
      if (piece.kind === 'paragraph') return piece.runs.map(run).join('');
      if (piece.kind === 'sheet') return i === 0 ? '' : '#pagebreak()';
      return table(piece.table, style);
    }),
  ].join('\n\n');
}

function table({ rows, heads, hiddenColumns = [] }: OfficeTable, style: PdfStyle): string {
  const shown = rows
    .filter(({ hidden }) => hidden !== true)
    .map(({ cells }) => cells.filter((_, column) => !hiddenColumns.includes(column)));
  const columns = Math.max(...shown.map((cells) => cells.length));
  const widths = Array.from({ length: columns }, (_, i) => `${widthOf(shown, i)}fr`).join(', ');
  const stroke = { all: '0.5pt', columns: '(x: 0.5pt, y: none)', rows: '(x: none, y: 0.5pt)', none: 'none' }[
    style.rules
  ];
  const lines = shown.map((cells) =>
    cells
      .map(cellOf)
      .filter((part) => part !== '')
      .join(', '),
  );
  const head = heads === 0 ? '' : `table.header(${lines.slice(0, heads).join(', ')}),\n`;
  const frame =
    style.rules === 'columns'
      ? `table.hline(y: 0, stroke: 0.5pt), table.hline(y: ${heads}, stroke: 0.5pt), table.hline(y: ${shown.length}, stroke: 0.5pt),\n`
      : '';
  return `#table(columns: (${widths}), stroke: ${stroke}, inset: 4pt, align: left + top,\n${frame}${head}${lines
    .slice(heads)
    .filter((each) => each !== '')
    .join(',\n')}\n)`;
}

function cellOf(cell: OfficeCell | 'covered'): string {
  if (cell === 'covered') return '';
  const spans = [
    ...(cell.rowSpan === undefined || cell.rowSpan === 1 ? [] : [`rowspan: ${cell.rowSpan}`]),
    ...(cell.columnSpan === undefined || cell.columnSpan === 1 ? [] : [`colspan: ${cell.columnSpan}`]),
  ];
  const content = `[${cell.paragraphs.map((runs) => runs.map(run).join('')).join('\n\n')}]`;
  return spans.length === 0 ? content : `table.cell(${spans.join(', ')})${content}`;
}

function widthOf(rows: readonly (readonly (OfficeCell | 'covered')[])[], column: number): number {
  const longest = Math.max(
    ...rows.map((cells) => {
      const cell = cells[column];
      return cell === undefined || cell === 'covered' || (cell.columnSpan ?? 1) > 1
        ? 0
        : Math.max(0, ...cell.paragraphs.map((runs) => runs.map(({ text }) => text).join('').length));
    }),
  );
  return Math.min(14, Math.max(4, longest));
}

/** Nothing hidden or deleted is printed. */
function run({ text, mark }: Run): string {
  if (mark === 'hidden' || mark === 'deleted') return '';
  const content = escape(text);
  if (mark === 'struck') return `#strike[${content}]`;
  return mark === 'raised' ? `#super(typographic: false)[${content}]` : content;
}

function escape(text: string): string {
  return text
    .replace(/[\\#$*_`<>@=~[\]+\-/'"^(]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/^(\d+)\./, '$1\\u{2e}');
}
