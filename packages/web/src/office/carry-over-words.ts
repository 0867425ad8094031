import { heading, terms } from '@guankao/terms';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

const zhDay = '例：115年6月30日';

/** What the pages of carry-overs say. */
const table = {
  carryOver: heading(terms.carryOver),
  none: both('尚未申請', 'not asked for'),
  lead: both(
    '每一契約或事由填一筆，金額依經費來源分列；合計不能超過這一列未支用的金額。清空整筆即刪除。',
    'A line for each contract or ground, its money by component; together never more than what is unspent of the row. Empty a line to remove it.',
  ),
  left: both(
    (unspent: string, available: string, realised: string, payable: string) =>
      `未支用 ${unspent} 元（可支用 ${available} − 實現 ${realised} − 應付 ${payable}）`,
    (unspent: string, available: string, realised: string, payable: string) =>
      `${unspent} TWD unspent (available ${available} − realised ${realised} − payable ${payable})`,
  ),
  leftUnknown: both(
    '這一列本年度的金額還沒有登錄，未支用數不明；可以先填，登錄後才能陳核。',
    'The money of this row’s year is not recorded yet, so that what is unspent is not known; it can be filled in, and submitted once that is recorded.',
  ),
  recordedDiffers: both(
    (recorded: string, told: string) =>
      `這一列登錄的保留數是 ${recorded} 元，這裡合計 ${told} 元，兩者不同；請洽主計確認。`,
    (recorded: string, told: string) =>
      `${recorded} TWD is recorded as carried over on the row; here it is ${told} TWD in all. Ask the accountant which holds.`,
  ),
  line: both(
    (number: number) => `第 ${number} 筆`,
    (number: number) => `Line ${number}`,
  ),
  ground: both('保留事由', 'Ground'),
  cause: both('原因', 'Cause'),
  choose: both('（請選擇）', '(choose)'),
  contract: both('契約或債務憑證', 'Contract or document of the debt'),
  contractHint: both('名稱、編號、訂約日期、對方', 'name, number, day, counterpart'),
  since: both('原編列年度', 'Year in which it was budgeted'),
  sinceHint: both(
    '民國年，例：114；以前年度保留轉入的，填最初編列的年度',
    'ROC or Gregorian; of money carried in, its first year',
  ),
  components: {
    'zh-Hant': {
      budget: terms.budget['zh-Hant'],
      supplementary: '追加預算',
      carriedIn: terms.carriedIn['zh-Hant'],
    },
    en: { budget: 'legal budget', supplementary: 'additional budget', carriedIn: terms.carriedIn.en },
  },
  inTwd: both('（元）', ' (TWD)'),
  finish: both('預定完成日期', 'Expected finish'),
  finishHint: both(zhDay, 'such as 2026-06-30'),
  explanation: both('保留原因說明', 'Why it could not be spent'),
  save: both('儲存', 'Save'),
  moreLines: both('再加一筆', 'One more line'),
  saved: both('已儲存。', 'Saved.'),
  history: both('歷程', 'History'),
  backToRow: both('回到這一列', 'Back to the row'),
  returnReason: both('理由（退回或撤回時要寫）', 'Reason (owed by a return, or where an approval is taken back)'),
  reviewHint: both(
    '填寫或陳核的人不能審核，也不能登錄核定。',
    'Whoever wrote or submitted it neither reviews it nor records its approval.',
  ),
  remarks: both('退回或撤回的理由', 'Why it was returned or taken back'),
  reviewed: both(
    (by: string, at: string) => `審核：${by} ${at}`,
    (by: string, at: string) => `reviewed by ${by}, ${at}`,
  ),
  asked: both('申請', 'Asked for'),
  approved: both('核定', 'Approved'),
  realised: both('實現', 'Realised'),
  cancelled: both('註銷', 'Cancelled'),
  open: both('尚未實現或註銷', 'Still open'),
  total: both('合計', 'Total'),
  decision: both('核定文件', 'Document of the decision'),
  decisionLead: both(
    '依核定文件登錄：全數核定、部分核定（逐筆填核定金額）或不准。',
    'As the document says: all of it, a part (an amount for each line), or nothing.',
  ),
  number: both('核定文號', 'Document number'),
  numberHint: both('例：院授主預字第1150001234號', 'such as 院授主預字第1150001234號'),
  date: both('核定日期', 'Date of the document'),
  dateHint: both('例：115年1月30日', 'such as 2026-01-30'),
  approvedAmount: both(
    (number: number) => `第 ${number} 筆核定金額（元；部分核定才要填）`,
    (number: number) => `Approved of line ${number} (TWD; only of an approval in part)`,
  ),
  decisionReason: both('部分核定或不准的理由', 'Why not all of it'),
  settle: both('登錄實現或註銷', 'Record what was realised or cancelled'),
  which: both('哪一筆', 'Which line'),
  kind: both('實現或註銷', 'Realised or cancelled'),
  amount: both('金額（元）', 'Amount (TWD)'),
  day: both('日期', 'Day'),
  voucher: both('傳票或文號', 'Voucher or document'),
  settlements: both('實現與註銷', 'Realised and cancelled'),
  record: both('登錄', 'Record'),
  limit: both(
    (day: string) => `至 ${day}`,
    (day: string) => `until ${day}`,
  ),
  alert: both(
    (amount: string, day: string) => `尚有 ${amount} 元，至 ${day} 屆滿四年`,
    (amount: string, day: string) => `${amount} TWD still open; the fourth year ends on ${day}`,
  ),
  alertPast: both(
    (amount: string, day: string) => `尚有 ${amount} 元，已於 ${day} 屆滿四年`,
    (amount: string, day: string) => `${amount} TWD still open; the fourth year ended on ${day}`,
  ),
  alertGround: both(
    (article: string) =>
      `依${article}，保留數準備於年度終了屆滿四年仍未實現者，可免予編列。屆滿前十二個月起提醒，是本系統的預設。`,
    (article: string) =>
      `By ${article}, what is not realised four years after its year’s end may be left out of the accounts. That one is told from twelve months before is this program’s assumption.`,
  ),
  unsettled: both(
    (article: string) => `依據：${article}；條文尚未讀到，請以原文為準。`,
    (article: string) => `Ground: ${article}; its words were not read: the original holds.`,
  ),
  settledBy: both(
    (article: string) => `依據：${article}。`,
    (article: string) => `Ground: ${article}.`,
  ),
  source: both('來源', 'source'),
  apply: both('申請保留', 'Ask for a carry-over'),
  see: both('查看', 'View'),
  carriedIn: heading(terms.carriedIn),
  carriedLead: both(
    (amount: string, document: string, date: string) => `核定保留 ${amount} 元（${document}，${date}）`,
    (amount: string, document: string, date: string) => `${amount} TWD approved (${document}, ${date})`,
  ),
  drawnBy: both(
    (by: string, at: string) => `${by} ${at} 帶入；登錄的以前年度保留轉入要與它相同。`,
    (by: string, at: string) => `drawn by ${by}, ${at}; what is recorded as carried in is held to it.`,
  ),
  overruled: both(
    (by: string, at: string, reason: string) => `${by} ${at} 改填：${reason}`,
    (by: string, at: string, reason: string) => `overruled by ${by}, ${at}: ${reason}`,
  ),
  changedSince: both('核定後來有變更，請重新帶入。', 'The approval was changed since: draw it anew.'),
  draw: both('帶入核定的保留', 'Draw what was approved'),
  drawAgain: both('重新帶入', 'Draw anew'),
  overruleReason: both('改填的理由', 'Why another amount is recorded'),
  overrule: both('改填', 'Overrule'),
  listTitle: both('經費保留一覽', 'Carry-overs'),
  listLead: both(
    '這個年度申請的保留，以及以前年度核定、尚未實現或註銷完畢的保留。',
    'What was asked for in this year, and what is still open of years before.',
  ),
  nothing: both('沒有保留。', 'There are none.'),
  plan: heading(terms.plan),
  agency: both('機關', 'Agency'),
  year: both('年度', 'Year'),
  state: both('狀態', 'State'),
  alerts: both('年限', 'Years'),
} as const;

export function useCarryOverWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
