import { heading, terms } from '@guankao/terms';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the queue of rows to approve says. */
const table = {
  title: both('待核可的列', 'Rows to approve'),
  link: both(
    (count: number) => `逐列讀過再核可（${count} 列）`,
    (count: number) => `Read and approve (${count} row${count === 1 ? '' : 's'})`,
  ),
  lead: both(
    '各列的文字、金額與檢核結果都在這一頁。讀過的勾起來，最後一次核可；檢核有不符或應說明的、未能檢核的不能勾，請開啟那一列看過再決定。要退回也請開啟那一列。',
    'Texts, money and what the checks found stand on this page. Tick what you have read, and approve it at once at the end. A row with an error or a warning, or one that could not be checked, cannot be ticked: open it and decide there. A row is returned on its own page, too.',
  ),
  none: both('目前沒有等您核可的列。', 'No row is waiting for your approval.'),
  tick: both('讀過，可以核可', 'Read: to be approved'),
  open: both('開啟這一列（退回、寫意見）', 'Open the row (return it, comment)'),
  openFirst: both(
    '檢核有不符或應說明的，請開啟這一列看過再決定',
    'It has an error or a warning: open the row and decide there',
  ),
  openUnchecked: both('未能檢核，請開啟這一列看過再決定', 'It was not checked: open the row and decide there'),
  approve: both('核可勾選的列', 'Approve the rows ticked'),
  approved: both(
    (count: number) => `已核可 ${count} 列。`,
    (count: number) => `${count} row${count === 1 ? ' was' : 's were'} approved.`,
  ),
  approvedBefore: both(
    (name: string) => `已核可「${name}」。這是下一列。`,
    (name: string) => `“${name}” was approved. This is the next row.`,
  ),
  approveAndNext: both('核可並看下一列', 'Approve, and show the next row'),
  empty: both('（未填）', '(empty)'),
  money: both('金額', 'Money'),
  approvedTotal: heading(terms.approvedTotal),
  budgetedToDate: both('累計編列', 'Budgeted to date'),
  executedToDate: both('累計執行', 'Executed to date'),
  twd: both(
    (amount: string) => `${amount} 元`,
    (amount: string) => `${amount} TWD`,
  ),
} as const;

export function useReviewWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
