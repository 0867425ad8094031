import { both } from '../words/words.ts';

export const commentWords = {
  title: both('意見', 'Comments'),
  lead: both(
    '給看得到這筆資料的人，不對外公開，也不會刪除。寫 @帳號 提及對方，他會在工作檯看到。',
    'For those who may see this record; never public, and never taken away. @login mentions somebody: they see it on their workbench.',
  ),
  count: both(
    (all: number, open: number) => `意見 ${all}（未結 ${open}）`,
    (all: number, open: number) => `Comments ${all} (${open} open)`,
  ),
  write: both('寫意見', 'Write a comment'),
  writeHere: both('寫意見或回覆', 'Comment or answer'),
  place: both('關於', 'About'),
  wholeRow: both('整列', 'The whole row'),
  finding: both(
    (title: string) => `檢核結果：${title}`,
    (title: string) => `Finding: ${title}`,
  ),
  workPlan: both('年度作業計畫', 'Annual work plan'),
  report: both(
    (month: number) => `定期填報（至 ${month} 月）`,
    (month: number) => `Periodic report (to month ${month})`,
  ),
  text: both('意見內容', 'Comment'),
  assignee: both('指派給', 'Assigned to'),
  nobody: both('（不指派）', '(nobody)'),
  assign: both('指派', 'Assign'),
  answer: both('回覆', 'Answer'),
  answerText: both('回覆內容', 'Answer'),
  resolve: both('結案', 'Resolve'),
  reopen: both('重新開啟', 'Reopen'),
  open: both('未結', 'open'),
  resolved: both('已結', 'resolved'),
  none: both('還沒有意見。', 'There are no comments.'),
  mentions: both('提及', 'Mentions'),
  mine: both('指派給我或提及我的意見', 'Comments that are assigned to me or mention me'),
  history: both('歷程', 'History'),
} as const;
