/** The ten columns of the form, in their printed order: the fields of a row. */
export const rowFields = [
  'name',
  'type',
  'period',
  'approvedTotal',
  'budgetedToDate',
  'executedToDate',
  'plannedWork',
  'execution',
  'goals',
  'explanation',
] as const;

export type RowField = (typeof rowFields)[number];

/** The titles of the columns, as printed (rules.md §1.2). */
export const columnTitles: Readonly<Record<RowField, string>> = {
  name: '計畫名稱',
  type: '計畫類型',
  period: '計畫期程',
  approvedTotal: '計畫核定總經費',
  budgetedToDate: '截至本年度已編列預算數',
  executedToDate: '截至本年底止累計執行數',
  plannedWork: '本年度預定工作摘要',
  execution: '本年度執行情形說明',
  goals: '績效目標及本年度目標值',
  explanation: '年度績效目標已達成或未達成之說明',
};

/** Those that hold running text. */
export type TextColumn = Extract<RowField, 'plannedWork' | 'execution' | 'goals' | 'explanation'>;
export const textColumns: readonly TextColumn[] = ['plannedWork', 'execution', 'goals', 'explanation'];

/** Those that hold one amount. */
export type MoneyColumn = Extract<RowField, 'approvedTotal' | 'budgetedToDate' | 'executedToDate'>;
export const moneyColumns: readonly MoneyColumn[] = ['approvedTotal', 'budgetedToDate', 'executedToDate'];

export function isTextColumn(field: RowField): field is TextColumn {
  return (textColumns as readonly RowField[]).includes(field);
}
