import { budgetedToDate, executedToDate, identityGap, type ShareMoney, type YearMoney } from '../../row/money.ts';
import type { RowRecord } from '../../row/row.ts';
import type { MoneyLine } from './money-table.ts';

/** A row of the form beside its line in the accounts: to the thousand, what agrees and what does not. */
export interface Reconciled {
  readonly row: RowRecord;
  /** null: the accounts have no such line. */
  readonly line: MoneyLine | null;
  /** The row's money with the line taken in. */
  readonly proposed: ShareMoney;
  readonly checks: readonly Check[];
}

export interface Check {
  readonly id:
    | 'accounts'
    | 'identity'
    | 'last-year-budgeted'
    | 'last-year-executed'
    | 'executed-over-budgeted'
    | 'unit-slip';
  readonly agrees: boolean;
  /** TWD. */
  readonly here: number | null;
  readonly there: number | null;
}

export interface Reconciliation {
  readonly rows: readonly Reconciled[];
  /** Lines of the accounts that no row of the form answers to. */
  readonly unmatched: readonly MoneyLine[];
}

/** Holds the accounts against the form's rows, by name: blanks, dashes and width do not count. */
export function reconcile(rows: readonly RowRecord[], lines: readonly MoneyLine[]): Reconciliation {
  const free = [...lines];
  const reconciled = rows.map((row) => {
    const at = free.findIndex((line) => keyOf(line.name) === keyOf(row.texts.name));
    const line = at < 0 ? null : (free.splice(at, 1)[0] ?? null);
    const proposed = line === null ? row.money : withYear(row, line.money);
    return { row, line, proposed, checks: checksOf(row, line, proposed) };
  });
  return { rows: reconciled, unmatched: free };
}

function withYear({ money, fiscalYear }: RowRecord, year: YearMoney): ShareMoney {
  return {
    ...money,
    years: [...money.years.filter((one) => one.fiscalYear !== fiscalYear), { fiscalYear, money: year }].toSorted(
      (a, b) => a.fiscalYear - b.fiscalYear,
    ),
  };
}

function checksOf(row: RowRecord, line: MoneyLine | null, proposed: ShareMoney): Check[] {
  const recorded = row.money.years.find((year) => year.fiscalYear === row.fiscalYear)?.money ?? null;
  const budgeted = budgetedToDate(proposed, row.fiscalYear);
  const executed = executedToDate(proposed, row.fiscalYear);
  const checks: Check[] = [];
  if (recorded !== null && line !== null)
    checks.push(check('accounts', recorded.realised, line.money.realised, recorded.realised === line.money.realised));
  if (line !== null) checks.push(check('identity', identityGap(line.money), 0, identityGap(line.money) === 0));
  if (row.lastYear !== null) {
    checks.push(
      check('last-year-budgeted', budgeted, row.lastYear.budgetedToDate, noFall(budgeted, row.lastYear.budgetedToDate)),
    );
    checks.push(
      check('last-year-executed', executed, row.lastYear.executedToDate, noFall(executed, row.lastYear.executedToDate)),
    );
  }
  checks.push(
    check('executed-over-budgeted', executed, budgeted, executed === null || budgeted === null || executed <= budgeted),
  );
  if (line !== null && slipped(row, line.money))
    checks.push(check('unit-slip', line.money.budget, row.lastYear?.budgetedToDate ?? null, false));
  return checks;
}

function check(id: Check['id'], here: number | null, there: number | null, agrees: boolean): Check {
  return { id, here, there, agrees };
}

/** A cumulative does not fall by itself. */
function noFall(now: number | null, before: number | null): boolean {
  return now === null || before === null || now >= before;
}

/** A year's budget a hundred times larger or smaller than the plan's whole budget so far: 元 in a 千元 column, or the other way. */
function slipped({ lastYear }: RowRecord, { budget }: YearMoney): boolean {
  const before = lastYear?.budgetedToDate ?? 0;
  if (before <= 0 || budget <= 0) return false;
  return budget > before * 100 || budget * 300 < before;
}

function keyOf(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/^\(\d+\)/, '')
    .replace(/[\s\-‐–—―─_()（）]/g, '');
}
