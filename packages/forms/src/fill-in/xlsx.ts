import writeXlsxFile from 'write-excel-file/node';
import { xlsxText } from '../xlsx.ts';
import { amountIn, sheetName, widths, type FillInColumn, type FillInSheet } from './sheet.ts';

/** What an answer is formatted as: text, so that 3/4 stays 3/4. By it the cells that are not locked are known. */
const asText = '@';

/** The sheet as XLSX: answers are open, all else is locked without a password. */
export async function writeFillInXlsx({ heads, columns, rows }: FillInSheet): Promise<Uint8Array> {
  const bold = { fontWeight: 'bold', wrap: true, alignVertical: 'top', borderStyle: 'thin' };
  const data: unknown[][] = [
    ...heads.map((line) => [{ value: xlsxText(line), fontWeight: 'bold' }]),
    columns.map(({ heading, kind }) => ({
      value: xlsxText(heading),
      ...bold,
      ...(kind === 'answer' ? {} : { backgroundColor: '#d9d9d9' }),
    })),
    ...rows.map((cells) => cells.map((text, at) => cellOf(text, columns[at]?.kind ?? 'shown'))),
  ];
  const file = (writeXlsxFile as unknown as WriteSheet)(
    data,
    {
      // A column's width is counted in characters of some two millimetres.
      columns: columns.map(({ kind }) => ({ width: widths[kind] * 5 })),
      sheet: sheetName,
      orientation: 'landscape',
      stickyRowsCount: heads.length + 1,
    },
    { features: [locked] },
  );
  return new Uint8Array(await file.toBuffer());
}

/** Of the writer's overloads the one that is meant: rows of one sheet, its options, and what is done to its parts. */
type WriteSheet = (
  rows: readonly unknown[][],
  sheet: object,
  file: { readonly features: readonly object[] },
) => { readonly toBuffer: () => Promise<Uint8Array> };

const shaded = { backgroundColor: '#ededed' };

function cellOf(text: string, kind: FillInColumn['kind']): unknown {
  const frame = { wrap: true, alignVertical: 'top', borderStyle: 'thin' };
  const amount = kind === 'money' ? amountIn(text) : null;
  if (amount !== null) return { ...frame, ...shaded, type: Number, value: amount, format: '#,##0' };
  if (kind === 'answer') return { ...frame, type: String, value: xlsxText(text), format: asText };
  const small = kind === 'code' ? { fontSize: 5, textColor: '#767676' } : {};
  return {
    ...frame,
    ...shaded,
    ...small,
    ...(text === '' ? { value: null } : { type: String, value: xlsxText(text) }),
  };
}

/** The sheet is protected, so that all is locked but the cells that are formatted as text. */
const locked = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml: string) =>
          xml.replace(
            '</sheetData>',
            '</sheetData><sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertColumns="0" sort="0" autoFilter="0"/>',
          ),
      },
      'xl/styles.xml': {
        transform: (xml: string) => {
          const id = /<numFmt numFmtId="(\d+)" formatCode="@"\/>/.exec(xml)?.[1];
          if (id === undefined) return xml;
          return xml.replaceAll(
            new RegExp(`<xf numFmtId="${id}"([^>]*)>(.*?)</xf>`, 'g'),
            `<xf numFmtId="${id}"$1 applyProtection="1">$2<protection locked="0"/></xf>`,
          );
        },
      },
    },
  },
};
