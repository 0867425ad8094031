import { moneyColumns, textColumns } from '@guankao/domain';
import writeXlsxFile from 'write-excel-file/node';
import type { FormAmount, FormRow, FormTable } from './form-table.ts';

/** The form as a workbook of one sheet: a courtesy, since the government's own format is ODF. */
export async function writeXlsx(table: FormTable): Promise<Uint8Array> {
  const head = (text: string) => [{ value: text, fontWeight: 'bold' as const }];
  const data: unknown[][] = [
    head(table.agency),
    head(table.title.join('')),
    head(`中華民國${table.year}`),
    head(table.unit),
    table.columns.map((name) => ({
      value: name,
      fontWeight: 'bold' as const,
      wrap: true,
      align: 'center' as const,
      borderStyle: 'thin' as const,
    })),
    ...table.rows.map(cells),
  ];
  const widths = [26, 10, 18, 14, 14, 14, 40, 48, 48, 48];
  const file = writeXlsxFile(
    data as unknown as Parameters<typeof writeXlsxFile>[0],
    {
      columns: widths.map((width) => ({ width })),
      sheet: '情形表',
      orientation: 'landscape',
      stickyRowsCount: 5,
      stickyColumnsCount: 1,
    } as unknown as Parameters<typeof writeXlsxFile>[1],
  );
  return new Uint8Array(await file.toBuffer());
}

function cells(row: FormRow): unknown[] {
  const text = (value: string) =>
    value === ''
      ? { value: null, borderStyle: 'thin' }
      : { type: String, value: xlsxText(value), wrap: true, alignVertical: 'top', borderStyle: 'thin' };
  const money = (value: FormAmount) =>
    typeof value !== 'number'
      ? text(value ?? '')
      : { type: Number, value, format: '#,##0', alignVertical: 'top', borderStyle: 'thin' };
  return [
    ...[row.name, row.type, row.period].map(text),
    ...moneyColumns.map((field) => money(row[field])),
    ...textColumns.map((field) => text(row[field].join('\n'))),
  ];
}

/**
 * A text as a workbook holds it: `_x0041_` would be read as A (ECMA-376, 22.4.2.4 bstr), so its first sign is written that
 * way itself. So is what the writer would lose: the mark for what could not be decoded, which it leaves out, and a text
 * that is called like a property of every object (constructor), for it keeps its texts in a plain one.
 */
export function xlsxText(text: string): string {
  const literal = text.replace(/_(?=x[0-9A-Fa-f]{4}_)|\ufffd/g, escaped);
  return literal in {} ? literal.replace(/^./, escaped) : literal;
}

function escaped(character: string): string {
  return `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
