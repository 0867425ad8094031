import { moneyColumns, type MoneyColumn, type RowField, type TypedForm, type TypedRow } from '@guankao/domain';
import { readMoney } from '../fields/money.ts';

/** A row as somebody pasted it: its amounts are text, in the unit of the form. */
export type PastedRow = Readonly<Record<RowField, string>>;

export interface PastedForm {
  readonly form: TypedForm;
  /** Amounts that could not be read, and so were not checked. */
  readonly unread: readonly { readonly row: number; readonly field: MoneyColumn }[];
}

const units = { 元: 1, 千元: 1000 } as const;

/** A typed form of pasted rows, which are named r01, r02 … in their order. `fiscalYear` is Gregorian. */
export function pastedForm(
  agency: string,
  fiscalYear: number,
  unit: keyof typeof units,
  rows: readonly PastedRow[],
): PastedForm {
  const amounts = rows.map((row) => amountsOf(row, units[unit]));
  return {
    form: {
      agency,
      fiscalYear,
      printedUnit: unit === '元' ? 'TWD' : 'thousand TWD',
      edition: null,
      rows: rows.map((row, at): TypedRow => ({
        ...row,
        ...(amounts[at] as Amounts).twd,
        id: `r${String(at + 1).padStart(2, '0')}`,
        marker: null,
        parent: null,
      })),
    },
    unread: amounts.flatMap(({ unread }, row) => unread.map((field) => ({ row, field }))),
  };
}

interface Amounts {
  readonly twd: Readonly<Record<MoneyColumn, number | null>>;
  readonly unread: readonly MoneyColumn[];
}

function amountsOf(row: PastedRow, unit: number): Amounts {
  const read = moneyColumns.map((field) => ({ field, amount: amountOf(row[field], unit) }));
  const twd = read.map(({ field, amount }) => [field, inTwd(amount?.value ?? null, unit)]);
  return {
    twd: Object.fromEntries(twd) as Amounts['twd'],
    unread: read.flatMap(({ field, amount }) => (amount === null ? [field] : [])),
  };
}

/** null: it cannot be read, or a raised mark beside it may be one of its digits. */
function amountOf(print: string, unit: number): { readonly value: number | null } | null {
  if (print.trim() === '') return { value: null };
  const amount = readMoney(print, unit);
  return amount === null || amount.marked ? null : amount;
}

function inTwd(value: number | null, unit: number): number | null {
  return value === null ? null : value * unit;
}
