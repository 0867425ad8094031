import { disarmed } from '@guankao/forms';

/** A byte-order mark, so that spreadsheet programs take the file as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** One line of RFC 4180, with its end. Texts are disarmed: none becomes a formula. */
export function csvLine(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(cell).join(',')}\r\n`;
}

function cell(value: string | number | boolean | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' ? disarmed(value) : `${value}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
