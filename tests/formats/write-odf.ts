import { strToU8, zipSync, type Zippable } from 'fflate';
import type { Paragraphs, Piece } from './spreads.ts';

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
]
  .map((declaration) => `xmlns:${declaration}`)
  .join(' ');

/** One sheet: paragraphs are single cells, each table follows them, a blank row between. */
export function writeOds(pieces: readonly Piece[]): Uint8Array {
  const rows = pieces
    .map((piece) => ('paragraph' in piece ? row([[piece.paragraph]]) : `${piece.rows.map(row).join('')}${row([[]])}`))
    .join('');
  const body = `<office:spreadsheet><table:table table:name="表">${rows}</table:table></office:spreadsheet>`;
  return pack('application/vnd.oasis.opendocument.spreadsheet', body);
}

/** `height`: of its pages, in millimetres, upright and 210 wide; where a page ends is where a table's row is broken. */
export function writeOdt(pieces: readonly Piece[], height = 297): Uint8Array {
  const parts = pieces.map((piece, i) =>
    'paragraph' in piece ? `<text:p>${escape(piece.paragraph)}</text:p>` : table(piece.rows, i),
  );
  return pack('application/vnd.oasis.opendocument.text', `<office:text>${parts.join('')}</office:text>`, height);
}

function table(rows: readonly (readonly Paragraphs[])[], index: number): string {
  const width = Math.max(...rows.map((cells) => cells.length));
  const [head = [], ...rest] = rows.map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? []));
  return `<table:table table:name="表${index}"><table:table-column table:number-columns-repeated="${width}"/><table:table-header-rows>${row(head)}</table:table-header-rows>${rest.map(row).join('')}</table:table>`;
}

/** Empty cells that follow one another are written once and repeated, as office programs do. */
function row(cells: readonly Paragraphs[]): string {
  let text = '';
  for (let i = 0; i < cells.length; i += 1) {
    const cell = cells[i] ?? [];
    let count = 1;
    while (cell.length === 0 && cells[i + count]?.length === 0) count += 1;
    text +=
      cell.length === 0
        ? `<table:table-cell table:style-name="ruled" table:number-columns-repeated="${count}"/>`
        : `<table:table-cell table:style-name="ruled" office:value-type="string">${cell.map((line) => `<text:p>${escape(line)}</text:p>`).join('')}</table:table-cell>`;
    i += count - 1;
  }
  return `<table:table-row>${text}</table:table-row>`;
}

function pack(mediaType: string, body: string, height = 297): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.3"><office:automatic-styles><style:style style:name="ruled" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:wrap-option="wrap" fo:padding="0.1cm"/></style:style></office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  const styles = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${namespaces} office:version="1.3"><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="210mm" fo:page-height="${height}mm" fo:margin="20mm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles></office:document-styles>`;
  const entries: Zippable = {
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(styles),
    'META-INF/manifest.xml': strToU8(manifest),
  };
  return zipSync(entries);
}

export function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
