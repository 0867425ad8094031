import { strToU8, zipSync } from 'fflate';
import { escape } from '../write-odf.ts';
import { textOf, type OfficeCell, type OfficeFile, type OfficePiece, type OfficeRow, type Run } from './model.ts';

interface SheetPiece {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly OfficeRow[];
  readonly hiddenColumns: readonly number[];
}

/** Paragraphs become rows of one cell; tables follow, a blank row after each. */
function sheetsOf(pieces: readonly OfficePiece[]): SheetPiece[] {
  const sheets: { name: string; hidden: boolean; rows: OfficeRow[]; hiddenColumns: number[] }[] = [];
  const open = () => {
    if (sheets.length === 0) sheets.push({ name: '表', hidden: false, rows: [], hiddenColumns: [] });
    return sheets.at(-1) as (typeof sheets)[number];
  };
  for (const piece of pieces) {
    if (piece.kind === 'sheet') sheets.push({ name: piece.name, hidden: piece.hidden, rows: [], hiddenColumns: [] });
    else if (piece.kind === 'paragraph') open().rows.push({ cells: [{ paragraphs: [piece.runs] }] });
    else {
      open().rows.push(...piece.table.rows, { cells: [] });
      open().hiddenColumns.push(...(piece.table.hiddenColumns ?? []));
    }
  }
  return sheets;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

export function writeXlsx(file: OfficeFile): Uint8Array {
  const sheets = sheetsOf(file.pieces);
  const formats = new Map<string, number>();
  const strings: string[] = [];
  const parts = sheets.map((sheet) => sheetXml(sheet, strings, formats));
  const numFmts = [...formats].map(([code, id]) => `<numFmt numFmtId="${id}" formatCode="${escape(code)}"/>`).join('');
  // The first is the sheet's own, without borders; the second is for texts.
  const xfs = [0, ...formats.values()].map(
    (id) =>
      `<xf numFmtId="${id}" fontId="0" borderId="1" xfId="0" applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf>`,
  );
  return pack({
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets.map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`).join('')}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${packageRelations}"><Relationship Id="d" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${office}"><sheets>${sheets.map(({ name, hidden }, i) => `<sheet name="${escape(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="s${i + 1}"/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packageRelations}">${sheets.map((_, i) => `<Relationship Id="s${i + 1}" Type="${office}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`).join('')}<Relationship Id="strings" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="styles" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ...Object.fromEntries(parts.map((xml, i) => [`xl/worksheets/sheet${i + 1}.xml`, xml])),
    'xl/sharedStrings.xml': `<sst ${main}>${strings.join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts count="${formats.size}">${numFmts}</numFmts><fonts count="2"><font><sz val="11"/></font><font><strike/><sz val="11"/></font></fonts><fills count="1"><fill/></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="${xfs.length + 1}"><xf numFmtId="0" fontId="0" xfId="0"/>${xfs.join('')}</cellXfs></styleSheet>`,
  });
}

function sheetXml({ rows, hiddenColumns }: SheetPiece, strings: string[], formats: Map<string, number>): string {
  const merges: string[] = [];
  const lines = rows.map((row, i) => {
    const cells = row.cells.map((cell, column) => {
      if (cell === 'covered') return '';
      const at = `${letter(column)}${i + 1}`;
      const [right, below] = [column + (cell.columnSpan ?? 1) - 1, i + (cell.rowSpan ?? 1)];
      if (right > column || below > i + 1) merges.push(`${at}:${letter(right)}${below}`);
      return xlsxCell(cell, at, strings, formats);
    });
    return `<row r="${i + 1}" ht="${heightOf(row)}" customHeight="1"${row.hidden === true ? ' hidden="1"' : ''}>${cells.join('')}</row>`;
  });
  const width = Math.max(1, ...rows.map(({ cells }) => cells.length));
  const columns = Array.from(
    { length: width },
    (_, i) =>
      `<col min="${i + 1}" max="${i + 1}" width="${hiddenColumns.includes(i) ? '0" hidden="1"' : '16" customWidth="1"'}/>`,
  );
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return `<worksheet ${main}><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><cols>${columns.join('')}</cols><sheetData>${lines.join('')}</sheetData>${merged === '' ? '' : `<mergeCells>${merged}</mergeCells>`}<pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/></worksheet>`;
}

/** Points: the lines of its longest cell, seven characters a line. */
function heightOf({ cells }: OfficeRow): number {
  const lines = cells.map((cell) =>
    cell === 'covered' || (cell.columnSpan ?? 1) > 1
      ? 1
      : textOf(cell)
          .split('\n')
          .reduce((sum, line) => sum + Math.ceil((line.length + 1) / 7), 0) / (cell.rowSpan ?? 1),
  );
  return Math.ceil(Math.max(1, ...lines)) * 16;
}

function xlsxCell(cell: OfficeCell, at: string, strings: string[], formats: Map<string, number>): string {
  if (cell.stored !== undefined) {
    const { value, format } = cell.stored;
    if (!formats.has(format)) formats.set(format, 164 + formats.size);
    return `<c r="${at}" s="${[...formats.keys()].indexOf(format) + 2}"><v>${value}</v></c>`;
  }
  if (cell.paragraphs.length === 0) return `<c r="${at}" s="1"/>`;
  const runs = cell.paragraphs.flatMap((paragraph, i): readonly Run[] =>
    i === 0 ? paragraph : [{ text: '\n' }, ...paragraph],
  );
  const plain = runs.every(({ mark }) => mark === undefined);
  strings.push(
    `<si>${plain ? `<t xml:space="preserve">${escape(textOf(cell))}</t>` : runs.map(xlsxRun).join('')}</si>`,
  );
  return `<c r="${at}" s="1" t="s"><v>${strings.length - 1}</v></c>`;
}

/** Sheets have neither hidden text nor tracked changes: those runs are not there. */
function xlsxRun({ text, mark }: Run): string {
  if (mark === 'hidden' || mark === 'deleted') return '';
  const how = mark === 'struck' ? '<strike/>' : mark === 'raised' ? '<vertAlign val="superscript"/>' : '';
  return `<r>${how === '' ? '' : `<rPr>${how}<sz val="11"/></rPr>`}<t xml:space="preserve">${escape(text)}</t></r>`;
}

function letter(column: number): string {
  return String.fromCharCode(65 + column);
}

export function writeOds(file: OfficeFile): Uint8Array {
  const tables = sheetsOf(file.pieces).map(({ name, hidden, rows, hiddenColumns }) => {
    const columns = Array.from(
      { length: 20 },
      (_, i) => `<table:table-column${hiddenColumns.includes(i) ? ' table:visibility="collapse"' : ''}/>`,
    ).join('');
    const lines = rows
      .map(
        ({ cells, hidden: collapsed }) =>
          `<table:table-row${collapsed === true ? ' table:visibility="collapse"' : ''}>${cells.map(odsCell).join('') || '<table:table-cell/>'}</table:table-row>`,
      )
      .join('');
    return `<table:table table:name="${escape(name)}"${hidden ? ' table:style-name="unseen"' : ''}>${columns}${lines}</table:table>`;
  });
  return packOdf(
    'application/vnd.oasis.opendocument.spreadsheet',
    `<office:spreadsheet>${tables.join('')}</office:spreadsheet>`,
  );
}

function odsCell(cell: OfficeCell | 'covered'): string {
  if (cell === 'covered') return '<table:covered-table-cell/>';
  const spans = `${odfSpan('columns', cell.columnSpan)}${odfSpan('rows', cell.rowSpan)}`;
  if (cell.stored !== undefined)
    return `<table:table-cell${spans} table:style-name="cell" office:value-type="float" office:value="${cell.stored.value}"><text:p>${escape(textOf(cell))}</text:p></table:table-cell>`;
  return `<table:table-cell${spans} table:style-name="cell" office:value-type="string">${cell.paragraphs.map((runs) => `<text:p>${runs.map(odfRun).join('')}</text:p>`).join('')}</table:table-cell>`;
}

export function odfSpan(of: 'columns' | 'rows', count: number | undefined): string {
  return count === undefined || count === 1 ? '' : ` table:number-${of}-spanned="${count}"`;
}

export function odfRun({ text, mark }: Run): string {
  if (mark === undefined || mark === 'inserted') return escape(text);
  return mark === 'deleted' ? '' : `<text:span text:style-name="${mark}">${escape(text)}</text:span>`;
}

const namespaces = [
  'office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
]
  .map((declaration) => `xmlns:${declaration}`)
  .join(' ');

/** Texts have their settings from styles of their own; what is struck out also from the named style that it is made after. */
const namedStyles = `
<style:style style:name="lined" style:family="text"><style:text-properties style:text-line-through-style="solid" style:text-line-through-type="single"/></style:style>`;
/** Calc knows no styles that texts in cells are made after. */
const odfStyles = (inSheet: boolean): string => `
<style:style style:name="unseen" style:family="table"><style:table-properties table:display="false"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="0.05cm" fo:wrap-option="wrap"/></style:style>
<style:style style:name="struck" style:family="text" style:parent-style-name="lined"><style:text-properties ${inSheet ? 'style:text-line-through-style="solid" style:text-line-through-type="single" ' : ''}fo:color="#ff0000"/></style:style>
<style:style style:name="raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>`;

export function packOdf(mediaType: string, body: string): Uint8Array {
  const content = `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>${odfStyles(mediaType.endsWith('spreadsheet'))}</office:automatic-styles><office:body>${body}</office:body></office:document-content>`;
  const styles = `<?xml version="1.0" encoding="UTF-8"?><office:document-styles ${namespaces} office:version="1.3"><office:styles>${namedStyles}</office:styles><office:automatic-styles><style:page-layout style:name="wide"><style:page-layout-properties fo:page-width="42cm" fo:page-height="29.7cm" style:print-orientation="landscape" fo:margin="1.2cm" style:scale-to-X="1" style:scale-to-Y="0"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="wide"/><style:master-page style:name="Default" style:page-layout-name="wide"/></office:master-styles></office:document-styles>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3"><manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${mediaType}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;
  return zipSync({
    mimetype: [strToU8(mediaType), { level: 0 }],
    'content.xml': strToU8(content),
    'styles.xml': strToU8(styles),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}

export function pack(parts: Record<string, string>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([path, text]) => [
        path,
        strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${text}`),
      ]),
    ),
  );
}
