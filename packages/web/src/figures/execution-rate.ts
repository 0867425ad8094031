/** An execution rate by formula R1 (docs/glossary): executed to date ÷ budgeted to date, both of this row’s share. */
export interface ExecutionRate {
  /** The only formula of this form: the house names a rate’s formula wherever it shows the rate. */
  readonly formula: 'R1';
  /** As printed, in the filing’s unit; the unit cancels. */
  readonly executed: number;
  readonly budgeted: number;
}

/** null where a column is missing or nothing was budgeted: an empty denominator gives no rate, not 0 % and not 100 %. */
export function executionRate(row: {
  readonly budgetedToDate: number | null;
  readonly executedToDate: number | null;
}): ExecutionRate | null {
  if (row.budgetedToDate === null || row.executedToDate === null || row.budgetedToDate === 0) return null;
  return { formula: 'R1', executed: row.executedToDate, budgeted: row.budgetedToDate };
}

/** For comparisons and for drawing; never for printing. */
export function asFraction({ executed, budgeted }: ExecutionRate): number {
  return executed / budgeted;
}

/** `35.97`: percent, two decimals, half up, divided as integers so that no binary fraction rounds it the wrong way. */
export function asPercent({ executed, budgeted }: ExecutionRate): string {
  const negative = executed < 0 !== budgeted < 0 && executed !== 0;
  const [over, under] = [BigInt(Math.abs(executed)), BigInt(Math.abs(budgeted))];
  const hundredths = (over * 20_000n + under) / (under * 2n);
  const digits = `${hundredths}`.padStart(3, '0');
  return `${negative ? '−' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
