import { escape } from '../write-odf.ts';
import type { OfficeCell, OfficeFile, OfficeTable, Run } from './model.ts';
import { odfRun, odfSpan, pack, packOdf } from './write-sheets.ts';

export interface FlowStyle {
  /** The form stands in a cell of a table that lays out the page. */
  readonly inLayout: boolean;
}

const flowStyle: FlowStyle = { inLayout: false };

/** Formats of flowing text hide no rows or columns: those are left out. */
function shown({ rows, hiddenColumns = [] }: OfficeTable): (OfficeCell | 'covered')[][] {
  return rows
    .filter(({ hidden }) => hidden !== true)
    .map(({ cells }) => cells.filter((_, column) => !hiddenColumns.includes(column)));
}

const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function writeDocx(file: OfficeFile, { inLayout }: FlowStyle = flowStyle): Uint8Array {
  const body = file.pieces
    .map((piece) => {
      if (piece.kind === 'paragraph') return docxParagraph(piece.runs);
      return piece.kind === 'sheet'
        ? '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
        : `${docxTable(piece.table)}${docxParagraph([])}`;
    })
    .join('');
  const laid = inLayout
    ? `<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/>${body}</w:tc></w:tr></w:tbl><w:p/>`
    : body;
  return pack({
    '[Content_Types].xml':
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="d" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="s" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    'word/styles.xml': `<w:styles ${word}><w:style w:type="character" w:styleId="Lined"><w:name w:val="Lined"/><w:rPr><w:strike/></w:rPr></w:style><w:style w:type="character" w:styleId="Out"><w:name w:val="Out"/><w:basedOn w:val="Lined"/><w:rPr><w:color w:val="FF0000"/></w:rPr></w:style></w:styles>`,
    'word/document.xml': `<w:document ${word}><w:body>${laid}${page}</w:body></w:document>`,
  });
}

function docxTable(table: OfficeTable): string {
  const rows = shown(table);
  const above = new Map<number, { left: number; width: number }>();
  const lines = rows.map((cells) => {
    const parts: string[] = [];
    for (let column = 0; column < cells.length;) {
      const cell = cells[column] as OfficeCell | 'covered';
      const carried = above.get(column);
      if (cell === 'covered') {
        // Covered from above: a cell that carries the merge on. Covered from the left: the grid span tells.
        if (carried === undefined || carried.left === 0) {
          column += 1;
          continue;
        }
        carried.left -= 1;
        parts.push(docxCell(`<w:gridSpan w:val="${carried.width}"/><w:vMerge/>`, docxParagraph([])));
        column += carried.width;
        continue;
      }
      const width = cell.columnSpan ?? 1;
      const down = cell.rowSpan ?? 1;
      if (down > 1) above.set(column, { left: down - 1, width });
      parts.push(
        docxCell(
          `<w:gridSpan w:val="${width}"/>${down > 1 ? '<w:vMerge w:val="restart"/>' : ''}`,
          cell.paragraphs.map(docxParagraph).join('') || docxParagraph([]),
        ),
      );
      column += width;
    }
    return `<w:tr>${parts.join('')}</w:tr>`;
  });
  const grid = (rows[0] ?? []).map(() => `<w:gridCol w:w="${Math.floor(22_400 / (rows[0]?.length ?? 1))}"/>`).join('');
  return `<w:tbl><w:tblPr>${borders}</w:tblPr><w:tblGrid>${grid}</w:tblGrid>${lines.join('')}</w:tbl>`;
}

const borders = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('')}</w:tblBorders>`;
/** A3, landscape. */
const page =
  '<w:sectPr><w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/><w:pgMar w:top="680" w:right="680" w:bottom="680" w:left="680" w:header="340" w:footer="340" w:gutter="0"/></w:sectPr>';

function docxCell(properties: string, content: string): string {
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

function docxParagraph(runs: readonly Run[]): string {
  return `<w:p>${runs.map(docxRun).join('')}</w:p>`;
}

const runProperties = {
  struck: '<w:rPr><w:rStyle w:val="Out"/></w:rPr>',
  raised: '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
  hidden: '<w:rPr><w:vanish/></w:rPr>',
};

function docxRun({ text, mark }: Run): string {
  const content = `<w:t xml:space="preserve">${escape(text)}</w:t>`;
  if (mark === 'deleted')
    return `<w:del w:id="1" w:author="甲"><w:r><w:delText xml:space="preserve">${escape(text)}</w:delText></w:r></w:del>`;
  if (mark === 'inserted') return `<w:ins w:id="2" w:author="甲"><w:r>${content}</w:r></w:ins>`;
  return `<w:r>${mark === undefined ? '' : runProperties[mark]}${content}</w:r>`;
}

export function writeOdt(file: OfficeFile, { inLayout }: FlowStyle = flowStyle): Uint8Array {
  const changed = file.pieces.some((piece) => hasChanges(piece));
  const body = file.pieces
    .map((piece, i) => {
      if (piece.kind === 'paragraph') return `<text:p>${piece.runs.map(odfRun).join('')}</text:p>`;
      return piece.kind === 'sheet' ? '<text:p/>' : odtTable(piece.table, i);
    })
    .join('');
  const laid = inLayout
    ? `<table:table table:name="版面"><table:table-column/><table:table-row><table:table-cell>${body}</table:table-cell></table:table-row></table:table>`
    : body;
  const changes = changed
    ? '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>舊文字</text:p></text:deletion></text:changed-region></text:tracked-changes>'
    : '';
  return packOdf('application/vnd.oasis.opendocument.text', `<office:text>${changes}${laid}</office:text>`);
}

function hasChanges(piece: OfficeFile['pieces'][number]): boolean {
  const isChange = ({ mark }: Run): boolean => mark === 'deleted' || mark === 'inserted';
  if (piece.kind === 'paragraph') return piece.runs.some(isChange);
  return (
    piece.kind === 'table' &&
    piece.table.rows.some(({ cells }) =>
      cells.some((cell) => cell !== 'covered' && cell.paragraphs.flat().some(isChange)),
    )
  );
}

function odtTable(table: OfficeTable, index: number): string {
  const rows = shown(table);
  const lines = rows.map(
    (cells) =>
      `<table:table-row>${cells
        .map((cell) =>
          cell === 'covered'
            ? '<table:covered-table-cell/>'
            : `<table:table-cell table:style-name="cell"${odfSpan('columns', cell.columnSpan)}${odfSpan('rows', cell.rowSpan)}>${cell.paragraphs.map((runs) => `<text:p>${runs.map(odfRun).join('')}</text:p>`).join('')}</table:table-cell>`,
        )
        .join('')}</table:table-row>`,
  );
  return `<table:table table:name="表${index}"><table:table-column table:number-columns-repeated="${rows[0]?.length ?? 1}"/>${lines.join('')}</table:table>`;
}
