import type { RowsAsPasted } from '../works/check.ts';

/**
 * What a child checks for itself before and between its first orders. Tables and expressions are made when they are first
 * used, and V8 makes fast code of what has run some dozens of times: the first hundred checks of a child took five times
 * as long as those after them, and somebody at a keyboard waited for each.
 */
export const rows: RowsAsPasted = {
  agency: '示例部',
  fiscalYear: 2024,
  unit: '千元',
  rows: [
    {
      name: '步道整建計畫',
      type: '社會發展',
      period: '113年1月至116年12月',
      approvedTotal: '1,200,000',
      budgetedToDate: '300,000',
      executedToDate: '285,000',
      plannedWork: '1. 整建步道12公里。\n2. 辦理講習每月2場，共24場。',
      execution:
        '1. 完成步道12.6公里，其中北區7.6公里、南區5公里，較上年度10公里增加26%。\n2. 辦理講習24場，參加1,200人次，平均每場50人次；女性660人次，占55%。\n3. 年度預算3億元，執行2億8,500萬元，執行率95%。',
      goals: '1. 完成步道整建12公里。\n2. 講習參加人次達1,000人次以上。\n3. 113年6月底前完成工程發包。',
      explanation:
        '1. 已達成，完成12.6公里，達成率105%。\n2. 參加1,200人次，達成率120%。\n3. 於113年5月20日決標，較預定提前1個月。',
    },
  ],
};

/** After so many, a check takes what it takes from then on. */
const times = 60;

/** One a turn of the event loop, so that an order waits for one of them at most. */
export async function warm(check: (rows: RowsAsPasted) => Promise<unknown>): Promise<void> {
  for (let time = 0; time < times; time++) {
    await check(rows);
    await new Promise(setImmediate);
  }
}
