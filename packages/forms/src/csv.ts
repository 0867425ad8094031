import { moneyColumns, textColumns } from '@guankao/domain';
import { type FormRow, type FormTable } from './form-table.ts';

/**
 * The form as one table of ten columns, UTF-8 with a byte-order mark so that spreadsheets take it for what it is.
 * The heads stand above it as lines of their own; amounts are plain integers.
 */
export function writeCsv(table: FormTable): Uint8Array {
  const lines = [
    [table.agency],
    [table.title.join('')],
    [`中華民國${table.year}`],
    [table.unit],
    [...table.columns],
    ...table.rows.map(cells),
  ];
  return new TextEncoder().encode(`\u{feff}${lines.map((line) => line.map(quoted).join(',')).join('\r\n')}\r\n`);
}

function cells(row: FormRow): string[] {
  return [
    row.name,
    row.type,
    row.period,
    ...moneyColumns.map((field) => (row[field] === null ? '' : String(row[field]))),
    ...textColumns.map((field) => row[field].join('\n')),
  ];
}

/**
 * A text that begins like a formula would be run by a spreadsheet: it gets a leading apostrophe, as OWASP advises.
 * A minus before a figure is none. Spreadsheets in Chinese take the full-width signs for the others.
 */
export function disarmed(text: string): string {
  return /^[=+@＝＋－＠\t\r]|^-(?![\d,.]+$)/.test(text) ? `'${text}` : text;
}

/** One cell of a CSV, disarmed. */
export function quoted(text: string): string {
  const safe = disarmed(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
