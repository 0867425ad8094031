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
  /** Lines that fit more than one row, or that are not the only one for theirs: none is taken in order. */
  readonly ambiguous: readonly MoneyLine[];
}

/** The whole form, which of its rows are this person's to write, and how agencies are called. */
export interface MoneyForm {
  readonly rows: readonly RowRecord[];
  /** Ids of rows. */
  readonly own: ReadonlySet<string>;
  readonly agencyNames: Readonly<Record<string, string>>;
}

/**
 * Holds the accounts against the form's rows, by plan and, where the accounts name it, by agency: blanks, dashes and
 * width do not count. All rows of the form are looked at, so that a line of another agency's plan of the same name is
 * not taken for one's own.
 */
export function reconcile({ rows, own, agencyNames }: MoneyForm, lines: readonly MoneyLine[]): Reconciliation {
  const fits = (row: RowRecord, line: MoneyLine) =>
    keyOf(line.name) === keyOf(row.texts.name) &&
    (line.agency === null || keyOf(line.agency) === keyOf(agencyNames[row.agency] ?? row.agency));
  const byName = Map.groupBy(rows, (row) => keyOf(row.texts.name));
  const rowsOf = new Map(
    lines.map((line) => [line, (byName.get(keyOf(line.name)) ?? []).filter((row) => fits(row, line))]),
  );
  const linesOf = Map.groupBy(
    lines.filter((line) => rowsOf.get(line)?.length === 1),
    (line) => rowsOf.get(line)?.[0]?.id ?? '',
  );
  const isOnlyOne = (line: MoneyLine) => {
    const found = rowsOf.get(line) ?? [];
    return found.length === 1 && linesOf.get(found[0]?.id ?? '')?.length === 1;
  };
  const reconciled = rows
    .filter(({ id }) => own.has(id))
    .map((row) => {
      const line = (linesOf.get(row.id) ?? []).find(isOnlyOne) ?? null;
      const proposed = line === null ? row.money : withYear(row, line.money);
      return { row, line, proposed, checks: checksOf(row, line, proposed) };
    });
  const touchesOwn = (line: MoneyLine) => (rowsOf.get(line) ?? []).some(({ id }) => own.has(id));
  return {
    rows: reconciled,
    unmatched: lines.filter((line) => !touchesOwn(line)),
    ambiguous: lines.filter((line) => touchesOwn(line) && !isOnlyOne(line)),
  };
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
