import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { families, fontFolders } from '@guankao/fonts';
import type { Paragraphs, Piece } from './spreads.ts';

export interface PdfStyle {
  /** Rules between the rows, or only around the table and between its columns. */
  readonly rowRules: boolean;
  readonly columnRules: boolean;
  readonly landscape: boolean;
  /** Printed across each page, pale. */
  readonly watermark: string | null;
  /** Millimetres. A small page makes rows run over. */
  readonly height: number;
}

export const plainStyle: PdfStyle = {
  rowRules: true,
  columnRules: true,
  landscape: false,
  watermark: null,
  height: 297,
};

let compiler: NodeCompiler | undefined;

/** A filing as PDF: each table begins on a page of its own, under the paragraphs before it; a table that does not fit runs over with its head repeated. */
export function writePdf(pieces: readonly Piece[], style: PdfStyle = plainStyle): Uint8Array {
  compiler ??= NodeCompiler.create({ fontArgs: [{ fontPaths: [...fontFolders()] }] });
  const source = typst(pieces, style);
  const pdf = compiler.pdf({ mainFileContent: source });
  return new Uint8Array(pdf);
}

function typst(pieces: readonly Piece[], style: PdfStyle): string {
  const width = style.landscape ? style.height : 210;
  const height = style.landscape ? 210 : style.height;
  const background =
    style.watermark === null ? 'none' : `rotate(-30deg, text(60pt, fill: luma(220))[${escape(style.watermark)}])`;
  return [
    `#set page(width: ${width}mm, height: ${height}mm, margin: 15mm, numbering: "1", background: ${background})`,
    `#set text(font: (${families()
      .map(({ name }) => `"${name}"`)
      .join(', ')}), fallback: false, size: 9pt, lang: "zh", region: "tw", cjk-latin-spacing: none)`,
    `#set par(leading: 0.5em, spacing: 0.5em)`,
    ...pieces.map((piece, index) =>
      'paragraph' in piece ? paragraph(piece.paragraph, pieces[index - 1]) : table(piece.rows, style),
    ),
  ].join('\n\n');
}

/** The paragraphs after a table are the next page's running heads. */
function paragraph(text: string, before: Piece | undefined): string {
  const newPage = before !== undefined && 'rows' in before ? '#pagebreak()\n\n' : '';
  return `${newPage}${escape(text)}`;
}

function table(rows: readonly (readonly Paragraphs[])[], style: PdfStyle): string {
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => `${columnWidth(rows, i)}fr`).join(', ');
  const stroke = style.rowRules ? '0.5pt' : style.columnRules ? '(x: 0.5pt, y: none)' : 'none';
  const cells = rows.map((row, i) => {
    const line = Array.from(
      { length: columns },
      (_, column) => `[${(row[column] ?? []).map(escape).join('\n\n')}]`,
    ).join(', ');
    return i === 0 ? `table.header(${line})` : line;
  });
  const frame =
    style.rowRules || !style.columnRules ? '' : 'table.hline(y: 0, stroke: 0.5pt), table.hline(y: 1, stroke: 0.5pt), ';
  return `#table(columns: (${widths}), stroke: ${stroke}, inset: 4pt, align: left + top,\n${frame}${cells.join(',\n')}\n)`;
}

function columnWidth(rows: readonly (readonly Paragraphs[])[], column: number): number {
  const longest = Math.max(...rows.map((row) => (row[column] ?? []).join('').length));
  return Math.min(12, Math.max(2, Math.round(Math.sqrt(longest))));
}

function escape(text: string): string {
  return text
    .replace(/[\\#$*_`<>@=~[\]+\-/'"^]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`)
    .replace(/^(\d+)\./, '$1\\u{2e}');
}
