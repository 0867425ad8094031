import { moneyColumns, textColumns } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { formTable, printedOf, type FormRow } from './form-table.ts';

/** One cell that two settings of the form print differently. Blanks and line ends do not count. */
export interface CellDifference {
  /** 1-based. */
  readonly row: number;
  readonly name: string;
  readonly column: string;
  /** null: there is no such row. */
  readonly filed: string | null;
  readonly generated: string | null;
}

/** The form as filed against the form as generated, cell by cell, rows in their order. */
export function diffForms(filed: Reading, generated: Reading): readonly CellDifference[] {
  const [before, after] = [formTable(filed), formTable(generated)];
  return Array.from({ length: Math.max(before.rows.length, after.rows.length) }, (_, at) => at).flatMap((at) => {
    const [was, is] = [cellsOf(before.rows[at]), cellsOf(after.rows[at])];
    return before.columns.flatMap((column, place) => {
      const [first, second] = [was?.[place] ?? null, is?.[place] ?? null];
      if (plain(first) === plain(second)) return [];
      return [
        {
          row: at + 1,
          name: before.rows[at]?.name ?? after.rows[at]?.name ?? '',
          column,
          filed: first,
          generated: second,
        },
      ];
    });
  });
}

function cellsOf(row: FormRow | undefined): readonly string[] | null {
  if (row === undefined) return null;
  return [
    row.name,
    row.type,
    row.period,
    ...moneyColumns.map((field) => printedOf(row[field])),
    ...textColumns.map((field) => row[field].join('\n')),
  ];
}

function plain(text: string | null): string | null {
  return text === null ? null : text.normalize('NFKC').replace(/\s/g, '');
}
