import { heading, terms } from '@guankao/terms';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the pages of approvals on paper say. */
const table = {
  title: heading(terms.paperApproval),
  lead: both(
    '印出送核單核章後，在這裡登錄發文日期、字號與送核單上的核對碼，並附掃描檔。核對碼與現在的內容不符的不能登錄：印出以後有變更，須重印再核章。',
    'Print the sheet, have it sealed, and enter here the date and number of the letter, the check code that it prints, and a scan. A code that is not that of what stands now is refused: what was changed since has to be printed and sealed anew.',
  ),
  now: both(
    (edition: number, code: string) => `現在的內容：第 ${edition} 版，核對碼 ${code}`,
    (edition: number, code: string) => `The form as it stands: edition ${edition}, check code ${code}`,
  ),
  print: both('送核單', 'Sheet to be sealed'),
  enter: both('登錄核章', 'Enter an approval on paper'),
  date: both('發文日期', 'Date of the letter'),
  dateHint: both('例：115年2月5日', 'such as 2026-02-05'),
  number: both('發文字號', 'Number of the letter'),
  numberHint: both('例：範秘字第1150000123號', 'such as 範秘字第1150000123號'),
  code: both('送核單上的核對碼', 'Check code on the sheet'),
  codeHint: both('照送核單填 16 碼，空格不計', 'its 16 digits; blanks do not count'),
  scan: both('核章後的掃描檔（PDF、PNG、JPEG，20 MB 以下）', 'Scan of the sealed sheet (PDF, PNG, JPEG, up to 20 MB)'),
  notOwn: both('填寫或陳核過表中任一列的人不能登錄。', 'Whoever wrote or submitted any of its rows does not enter it.'),
  entered: both('已登錄。', 'Entered.'),
  none: both('還沒有核章。', 'Nothing was approved on paper yet.'),
  letter: both('核章公文', 'Letter'),
  state: both('是否涵蓋現在的內容', 'Does it cover what stands?'),
  covers: both('與現在的內容相符', 'it is as it was sealed'),
  changed: both(
    (count: number) => `核章後有 ${count} 列變更`,
    (count: number) => `${count} row${count === 1 ? '' : 's'} changed since`,
  ),
  changedNone: both('核章後表有變更（版次或列數）', 'the form changed since (its edition or rows)'),
  added: both('新增', 'added'),
  withdrawn: both(
    (by: string, at: string, reason: string) => `${by} ${at} 撤回：${reason}`,
    (by: string, at: string, reason: string) => `taken back by ${by}, ${at}: ${reason}`,
  ),
  by: both('登錄', 'Entered by'),
  withdraw: both('撤回登錄', 'Take the entry back'),
  withdrawReason: both('撤回理由', 'Why it is taken back'),
  history: both('歷程', 'History'),
  cells: {
    'zh-Hant': {
      name: '計畫名稱',
      type: '計畫類型',
      period: '計畫期程',
      approvedTotal: '計畫核定總經費',
      budgetedToDate: '累計編列數',
      executedToDate: '累計執行數',
      plannedWork: '預定工作摘要',
      execution: '執行情形說明',
      goals: '績效目標及目標值',
      explanation: '達成或未達成說明',
    },
    en: {
      name: 'name',
      type: 'type',
      period: 'period',
      approvedTotal: 'approved total',
      budgetedToDate: 'budgeted to date',
      executedToDate: 'executed to date',
      plannedWork: 'planned work',
      execution: 'execution',
      goals: 'goals',
      explanation: 'explanation',
    },
  },
  onRow: both(
    (date: string, number: string) => `核章：${date} ${number}`,
    (date: string, number: string) => `Approved on paper: ${number}, ${date}`,
  ),
  rowStands: both('這一列與核章時相同。', 'This row stands as it was sealed.'),
  rowChanged: both(
    (cells: readonly string[]) => `核章後變更：${cells.join('、')}。`,
    (cells: readonly string[]) => `Changed since: ${cells.join(', ')}.`,
  ),
} as const;

export function usePaperWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
