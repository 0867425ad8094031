import { textColumns, type PlanRow } from '@guankao/domain';
import { around, divided, meet, readText, scaledBy, whole, type Figure } from '@guankao/passages';

/** The execution rates of a row's texts that the two columns of money give, with the columns' figures as printed. */
export function executionRatesIn(
  row: PlanRow,
  figures: readonly Figure[] = figuresIn(row),
): readonly { readonly figure: Figure; readonly executed: string; readonly budgeted: string }[] {
  const { executedToDate, budgetedToDate } = row;
  if (executedToDate === null || budgetedToDate === null || budgetedToDate.value === 0) return [];
  const one = whole(1);
  const rate = divided(around(whole(executedToDate.value), one), around(whole(budgetedToDate.value), one));
  return figures
    .filter(
      ({ kind, lead, interval }) =>
        kind === 'percent' && lead.includes('執行率') && meet(scaledBy(rate, 100), interval),
    )
    .map((figure) => ({ figure, executed: executedToDate.text, budgeted: budgetedToDate.text }));
}

/** All figures of a row's texts. */
export function figuresIn(row: PlanRow): readonly Figure[] {
  return textColumns.flatMap((column) => row[column].flatMap((item, at) => readText(column, at, item).figures));
}
