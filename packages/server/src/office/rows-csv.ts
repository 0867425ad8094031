import { disarmed } from '@guankao/forms';
import { isStanding, nouns, planVersionFields, versionInForce, type RowRecord } from '@guankao/workflow';

/** A byte-order mark, so that spreadsheet programs take the file as UTF-8. */
const byteOrderMark = '\uFEFF';

/**
 * All fields of a year's rows as one table, a column for each field of the row's descriptor and of its approved version:
 * what the form does not print, such as components of money, is in it too. Amounts are whole TWD.
 */
export function rowsCsv(rows: readonly RowRecord[], agencyName: (id: string) => string): string {
  const row = nouns.find(({ name }) => name === 'row');
  if (row === undefined) throw new Error('there is no noun of rows');
  const own = Object.entries(row.fields);
  const approved = Object.entries(planVersionFields);
  const head = [
    '編號',
    '執行機關',
    ...own.map(([, { label }]) => label['zh-Hant']),
    '期初數所據文件',
    ...approved.map(([, { label }]) => `核定版本：${label['zh-Hant']}`),
  ];
  const lines = rows
    .filter(isStanding)
    .toSorted((a, b) => a.position - b.position)
    .map((record) => {
      const values = row.values(record);
      const version = versionInForce(record.versions, record.fiscalYear);
      return [
        record.id,
        agencyName(record.agency),
        ...own.map(([name]) => values[name]),
        record.money.opening?.document,
        ...approved.map(([name]) => version?.[name as keyof typeof planVersionFields]),
      ];
    });
  return byteOrderMark + [head, ...lines].map((line) => `${line.map(cell).join(',')}\r\n`).join('');
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' ? disarmed(value) : `${value as number}`;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
