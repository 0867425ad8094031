import { heading, terms } from '@guankao/terms';
import type { MoneyLimit } from '@guankao/workflow';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the pages of annual work plans say. */
const table = {
  workPlan: heading(terms.workPlan),
  lead: both(
    '工作項目權重合計 100%；各月填累計數（到該月底為止），空白表示與前一個月相同。存檔後可再改，陳核時才核對是否齊全。',
    'Weights add up to 100%. Each month is cumulative (to its end); left empty it is as the month before. It can be saved and changed; whether it is complete is looked at when it is submitted.',
  ),
  none: both('還沒有年度作業計畫。', 'There is no annual work plan yet.'),
  begin: both('草擬年度作業計畫', 'Draw up the annual work plan'),
  open: both('開啟年度作業計畫', 'Open the annual work plan'),
  history: both('歷程', 'History'),
  backToRow: both('回到這一列', 'Back to the row'),
  adjustment: both(
    (number: number) => `${terms.adjustment['zh-Hant']}(${number})`,
    (number: number) => `adjustment ${number}`,
  ),
  adjustmentReason: both('調整理由', 'Why it is adjusted'),
  inForce: both(
    (name: string) => `執行中的是${name}核定的內容。`,
    (name: string) => `In force is what was approved: ${name}.`,
  ),
  firstApproval: both('原', 'the first plan'),
  approvedBy: both(
    (who: string, when: string) => `${who} ${when} 核定`,
    (who: string, when: string) => `approved by ${who}, ${when}`,
  ),

  items: heading(terms.workItem),
  item: both(
    (number: number) => `第 ${number} 項`,
    (number: number) => `Item ${number}`,
  ),
  itemName: both('項目名稱', 'Name of the item'),
  weight: both('權重（%）', 'Weight (%)'),
  planned: both('累計預定進度（%）', 'Cumulative planned progress (%)'),
  sumOfWeights: both(
    (sum: string) => `權重合計 ${sum}%`,
    (sum: string) => `Weights together: ${sum}%`,
  ),
  missingWeight: both(
    (left: string) => `陳核前還差 ${left}%`,
    (left: string) => `${left}% is missing before it can be submitted`,
  ),
  month: both(
    (number: number) => `${number} 月`,
    (number: number) =>
      ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][number - 1] ?? '',
  ),
  monthHead: both('月份', 'Month'),
  wholePlan: both('整體計畫各月預定進度與支用', 'Whole plan by month: planned progress and spending'),
  atYearEnd: both('12 月底預定進度（%）', 'Planned for the end of December (%)'),

  checkPoints: heading(terms.milestone),
  point: both(
    (number: number) => `第 ${number} 點`,
    (number: number) => `Milestone ${number}`,
  ),
  pointName: both('要達成什麼', 'What is to be reached'),
  date: both('預定日期', 'Planned date'),
  dateHint: both(
    (first: string, last: string) => `例：114年6月30日。可排定的期間：${first}至${last}。`,
    (first: string, last: string) => `Such as 2025-06-30. Between ${first} and ${last}.`,
  ),
  evidence: heading(terms.evidence),
  evidenceHint: both('達成時以什麼證明，例：決標公告', 'What will show it, such as the award notice'),

  money: both('累計預定支用（元）', 'Cumulative planned spending (TWD)'),
  limit: both(
    (twd: string, of: MoneyLimit['of']) =>
      `不超過${{ available: '這一列本年度的可支用預算', ownTotal: '本機關份額的核定總經費', approvedTotal: '計畫核定總經費' }[of]} ${twd} 元。`,
    (twd: string, of: MoneyLimit['of']) =>
      `Not above ${{ available: 'the funds available to this row this year', ownTotal: 'this agency’s part of the approved total', approvedTotal: 'the approved total of the plan' }[of]}, ${twd} TWD.`,
  ),
  noLimit: both(
    '這一列還沒有登錄金額，無法核對預定支用是否超過。',
    'No money of this row is recorded yet: whether the planned spending exceeds it cannot be looked at.',
  ),
  overLimit: both(
    '主計後來登錄的金額較低，預定支用已超過：請調整。',
    'The money that was recorded since is lower than what is planned here: adjust the plan.',
  ),

  save: both('儲存', 'Save'),
  saved: both('已儲存。', 'Saved.'),
  moreLines: both('再加空白列', 'Add empty lines'),
  removeHint: both('整行清空就是刪除該項。', 'A line whose fields are all emptied is removed.'),
  remarks: both('退回意見', 'Why it was returned'),
  returnReason: both('退回理由', 'Why it is returned'),
  approveHint: both('填寫或陳核的人不能核定。', 'Whoever wrote or submitted it does not approve it.'),
} as const;

export function useWorkPlanWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
