import { heading, terms } from '@guankao/terms';
import type { AccountLevel, CarriedOver } from '@guankao/workflow';
import type { MoneyStanding } from './mapping-views.ts';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the pages of account mappings say. */
const table = {
  mappings: heading(terms.accountMapping),
  lead: both(
    '會計依預算科目記帳，表依計畫填列。這裡把各科目以金額或比例歸屬到計畫，由科目帶入各列金額，一元不漏；沒有計畫承接的列為未歸屬。',
    'The books go by budget account, the form by plan. Here accounts are assigned to plans by amount or by exact share, and the money of the rows is drawn from them to the dollar; what no plan takes is shown as not assigned.',
  ),
  toMappings: both(
    '會計檔案依預算科目（不是計畫）編列時，請到「科目對應」',
    'For accounts that go by budget account, not by plan: account mapping',
  ),
  counts: both(
    (held: number, all: number) => `${all} 個機關中 ${held} 個已匯入科目`,
    (held: number, all: number) => `${held} of ${all} agencies have accounts`,
  ),
  agency: both('機關', 'Agency'),
  account: heading(terms.budgetAccount),
  accounts: both('科目', 'Accounts'),
  accountsOf: both(
    (count: number) => `${count} 個科目`,
    (count: number) => `${count} account${count === 1 ? '' : 's'}`,
  ),
  plans: both('計畫', 'Plans'),
  plan: heading(terms.plan),
  state: both('狀態', 'State'),
  notTaken: both('尚未匯入科目', 'no accounts yet'),
  history: both('歷程', 'History'),
  place: both('位置', 'Place'),

  importTitle: both('匯入科目', 'Import accounts'),
  importLead: both(
    '會計系統匯出的 CSV、ODS 或 XLSX，一列一個科目，第一列是欄名。先看讀到什麼，確認後才留存；同一個科目再匯入時，已做的歸屬都會保留。',
    'A CSV, ODS or XLSX from the accounting system, an account a line, headings in the first. What is read is shown first and kept once you say so; an account that comes again keeps its parts.',
  ),
  file: both('科目檔案', 'File of accounts'),
  asOf: both('金額算到哪一天（結帳日）', 'Day up to which the amounts count'),
  soleAgency: both('檔案沒有機關欄時，是哪個機關的科目', 'Whose accounts, where the file has no column of agencies'),
  fromFile: both('依檔案或本機關', 'as the file says, or my own agency'),
  read: both('讀取檔案', 'Read the file'),
  chooseColumnsLead: both(
    '至少要指定一欄科目與法定預算；要帶入各列金額，另須實現、應付、保留、賸餘。檔案沒有的項目選「沒有這一欄」。',
    'One column of accounts and the legal budget are needed; to draw the money of the rows, realised, payable, carried over and lapsed too. Leave out what the file does not have.',
  ),
  levels: both<Readonly<Record<AccountLevel, string>>>(
    {
      code: terms.accountCode['zh-Hant'],
      business: terms.businessProgramme['zh-Hant'],
      work: terms.workProgramme['zh-Hant'],
      branch: terms.branchProgramme['zh-Hant'],
      use: terms.useOfFunds['zh-Hant'],
    },
    {
      code: heading(terms.accountCode).en,
      business: heading(terms.businessProgramme).en,
      work: heading(terms.workProgramme).en,
      branch: heading(terms.branchProgramme).en,
      use: heading(terms.useOfFunds).en,
    },
  ),
  readAnew: both('依此重讀', 'Read by these'),
  readTitle: both('讀到的科目，尚未留存', 'What was read, not kept yet'),
  changes: both(
    (fresh: number, changed: number, same: number, gone: number) =>
      `新科目 ${fresh}・金額變更 ${changed}・相同 ${same}・檔案裡沒有 ${gone}`,
    (fresh: number, changed: number, same: number, gone: number) =>
      `new ${fresh} · changed ${changed} · same ${same} · not in the file ${gone}`,
  ),
  take: both('留存這些科目', 'Keep these accounts'),
  taken: both(
    (count: number) => `已留存 ${count} 個機關的科目。`,
    (count: number) => `Accounts of ${count} agenc${count === 1 ? 'y' : 'ies'} were kept.`,
  ),
  onlyBudget: both(
    '這個檔案只有預算，沒有執行欄：可以先歸屬，還不能帶入各列金額。',
    'This file holds budgets only: accounts can be assigned, and no money be drawn yet.',
  ),

  totalsTitle: both('合計', 'Totals'),
  totalsLead: both(
    (day: string) => `以 ${day} 有效的歸屬計算；單位：元。`,
    (day: string) => `By the parts that hold on ${day}; in TWD.`,
  ),
  component: both('項目', 'Item'),
  allAccounts: both('科目合計', 'All accounts'),
  assigned: both('歸屬各列', 'Assigned to rows'),
  unassigned: heading(terms.unassigned),
  sumHolds: both('● 相符', '● adds up'),
  sumBroken: both('○ 不符', '○ does not add up'),
  overruledBy: both('改填增減', 'By overruling'),
  recordedNow: both('各列目前登錄', 'Recorded on the rows'),
  recordedSame: both('與帶入相同', 'as drawn'),
  recordedOff: both(
    (amount: string) => `與帶入相差 ${amount}`,
    (amount: string) => `off by ${amount}`,
  ),

  accountsTitle: both('各科目歸屬', 'Accounts and their plans'),
  which: both('科目', 'Accounts'),
  filters: both({ all: '全部', open: '有未歸屬的' }, { all: 'all', open: 'with something not assigned' }),
  show: both('顯示', 'Show'),
  counted: both(
    (count: number, page: number, pages: number) => `${count} 個科目${pages > 1 ? `，第 ${page}／${pages} 頁` : ''}`,
    (count: number, page: number, pages: number) =>
      `${count} account${count === 1 ? '' : 's'}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
  ),
  pageOf: both(
    (page: number) => `第 ${page} 頁`,
    (page: number) => `Page ${page}`,
  ),
  noneOpen: both('沒有這樣的科目。', 'There are none.'),
  parts: both(terms.accountPart['zh-Hant'], 'Parts'),
  noParts: both('（沒有）', '(none)'),
  wholly: both('已全數歸屬', 'wholly assigned'),
  assign: both('歸屬計畫', 'Assign to plans'),
  inTwd: both(
    (amount: string) => `${amount} 元`,
    (amount: string) => `${amount} TWD`,
  ),

  asTwd: both(
    (amounts: string) => `${amounts}（元）`,
    (amounts: string) => `${amounts} (TWD)`,
  ),
  proposalsTitle: both('依名稱建議的歸屬', 'Plans proposed by name'),
  proposalsLead: both(
    '科目名稱與計畫相同或相近、還沒有歸屬的科目。名稱相同的已先勾選；勾選的以 100% 歸屬，沒有勾選的不動。',
    'Accounts without parts whose name is a plan’s, or close to it. Those of the same name are ticked; what is ticked is assigned as a whole, the rest stays as it is.',
  ),
  proposed: both('建議', 'Proposed'),
  why: both(
    { 'same-name': '名稱相同', 'close-name': '名稱相近' },
    { 'same-name': 'same name', 'close-name': 'close name' },
  ),
  confirmProposals: both('歸屬勾選的科目', 'Assign those ticked'),

  plansTitle: both('各列金額', 'Money of the rows'),
  plansLead: both(
    '由科目算得的金額與各列目前登錄的金額。帶入後，登錄的金額改為算得的；核可過的列會回到待審。',
    'What the accounts come to, beside what is recorded on each row. Drawing records it; a row that was approved waits for approval again.',
  ),
  fromAccounts: both('由科目算得', 'From the accounts'),
  rowStands: both<Readonly<Record<MoneyStanding, string>>>(
    {
      same: '已登錄，相同',
      none: '尚未登錄',
      differs: '登錄的金額不同',
      'budget-only': '科目只有預算，尚不能帶入',
      orphan: '有登錄金額，已沒有歸屬的科目',
      'by-hand': '自行登錄，沒有歸屬的科目',
      empty: '沒有歸屬的科目',
    },
    {
      same: 'recorded, the same',
      none: 'not recorded yet',
      differs: 'another amount is recorded',
      'budget-only': 'the accounts hold budgets only: nothing to draw yet',
      orphan: 'money is recorded, no account is assigned any more',
      'by-hand': 'recorded by hand, no account is assigned',
      empty: 'no account is assigned',
    },
  ),
  overruled: both('有改填', 'overruled'),
  seeSources: both('帶入自哪些科目', 'Drawn from which accounts'),
  draw: heading(terms.drawMoney),
  drawn: both(
    (when: string, who: string) => `最近一次帶入：${when} ${who}`,
    (when: string, who: string) => `last drawn ${when} by ${who}`,
  ),
  drawnNow: both(
    (count: number) => `已帶入 ${count} 列的金額。`,
    (count: number) => `The money of ${count} row${count === 1 ? '' : 's'} was drawn.`,
  ),

  carryTitle: heading(terms.carryForward),
  carryLead: both(
    (from: string) => `「${from}」年底仍有效的歸屬，換算成比例，自今年第一天起；確認前不會帶入。`,
    (from: string) =>
      `What held at the end of ${from}, as exact ratios, from the first day of this year. Nothing is taken over before you say so.`,
  ),
  carry: both(
    (count: number) => `帶入 ${count} 筆歸屬`,
    (count: number) => `Take ${count} part${count === 1 ? '' : 's'} over`,
  ),
  notCarried: both('不能帶入的', 'Cannot be taken over'),
  notCarriedWhy: both<Readonly<Record<CarriedOver['notCarried'][number]['why'], string>>>(
    { 'no-account': '今年的檔案裡沒有這個科目', 'no-plan': '計畫今年沒有接續的列' },
    { 'no-account': 'this year’s file does not hold the account', 'no-plan': 'the plan has no row this year' },
  ),

  filesTitle: both('匯入過的檔案', 'Files'),
  fileLine: both(
    (count: number, day: string, when: string, who: string) => `${count} 個科目，算到 ${day}，${when} ${who}匯入`,
    (count: number, day: string, when: string, who: string) =>
      `${count} accounts up to ${day}, imported ${when} by ${who}`,
  ),

  accountMoney: both('這個科目的金額', 'Money of this account'),
  holding: both('歸屬多少', 'How much'),
  period: both('起訖日', 'From – until'),
  toYearEnd: both('年底', 'year’s end'),
  document: both('依據文件（名稱、文號）', 'Document that says so, with its number'),
  documentHint: both(
    '例：114年度分配表、範例會字第1140000001號',
    'Such as: allocation table of 2025, letter no. 1140000001',
  ),
  standing: both(
    { holds: '有效', later: '尚未生效', over: '已過期間', ended: '已終止', never: '自始不計' },
    { holds: 'holds', later: 'not yet', over: 'over', ended: 'ended', never: 'never counted' },
  ),
  changePart: both('更正或終止', 'Correct or end'),
  partNumber: both(
    (number: number) => `第 ${number} 筆`,
    (number: number) => `Part ${number}`,
  ),
  line: both(
    (number: number) => `計畫 ${number}`,
    (number: number) => `Plan ${number}`,
  ),
  choosePlan: both('（請選擇）', '(choose)'),
  proposedGroup: both('建議', 'Proposed'),
  otherPlans: both('其他計畫', 'Other plans'),
  amount: both('金額（元）', 'Amount (TWD)'),
  amountHint: both('法定預算中的多少元；可寫 1億2,000萬。', 'Of the legal budget, in TWD.'),
  share: both('或比例', 'Or share'),
  shareHint: both('例：1/3、25%、12.5%、100%。', 'Such as 1/3, 25%, 12.5%, 100%.'),
  assignLead: both(
    '一個科目可以歸屬多個計畫：每個計畫填金額或比例其中之一，合計不得超過這個科目。空白的不計。',
    'An account may be of several plans: give an amount or a share for each, together no more than the account. What is left blank does not count.',
  ),
  moreLines: both('要歸屬更多計畫', 'More plans'),
  from: both('起日', 'From'),
  lastDayOrNone: both('訖日（可留空，到年底）', 'Until (empty: year’s end)'),
  assigning: both('歸屬', 'Assign'),
  assignedNow: both(
    (count: number) => `已歸屬 ${count} 筆。`,
    (count: number) => `${count} part${count === 1 ? ' was' : 's were'} assigned.`,
  ),
  correctTitle: both('更正', 'Correct'),
  correctLead: both(
    '更正後，這一筆以新的內容計算；原來的內容留在歷程。',
    'It then counts as corrected; how it was before stays in the history.',
  ),
  endTitle: both('終止', 'End'),
  endLead: both(
    '填最後一天；這一筆自始就不該有的話，勾選自始不計。終止後不能再改，要再歸屬請新增。',
    'Give its last day; if it should never have held, say so. What has ended is not changed any more: add a part to assign anew.',
  ),
  neverHeld: both('自始不計（這一筆本來就不該有）', 'It never counts (it should never have held)'),
  lastDay: both('最後一天', 'Last day'),
  reason: both('理由', 'Reason'),
  done: both('已更正。', 'Done.'),
  endedBecause: both(
    (reason: string) => `終止：${reason}`,
    (reason: string) => `ended: ${reason}`,
  ),
  carriedFrom: both(
    (from: string) => `帶自 ${from}`,
    (from: string) => `taken over from ${from}`,
  ),

  toRow: both('這一列的頁面', 'The page of this row'),
  sources: heading(terms.drawnFrom),
  given: both('由科目算得', 'As the accounts give it'),
  recorded: both('目前登錄', 'Recorded'),
  overruleTitle: heading(terms.overruleAmount),
  overruleLead: both(
    '只填要改的項目；清空則恢復由科目算得的金額。改填後可支用與實現＋應付＋保留＋賸餘仍須相符。改填的金額在下一次帶入時登錄到列。',
    'Change only what is to be another amount; emptied, an amount is again as the accounts give it. Available funds must still be realised + payable + carried over + lapsed. It is recorded on the row when its money is next drawn.',
  ),
  overruleNow: both('改填', 'Overrule'),
  overruledAs: both(
    (amount: string, reason: string, who: string) => `改填為 ${amount}：${reason}（${who}）`,
    (amount: string, reason: string, who: string) => `overruled: ${amount}, ${reason} (${who})`,
  ),

  upTo: both(
    (day: string) => `算到 ${day}`,
    (day: string) => `up to ${day}`,
  ),
  until: both(
    (day: string) => `到 ${day}`,
    (day: string) => `until ${day}`,
  ),
  before: both('之前', 'Before'),
  after: both('之後', 'After'),
  overruledTo: both(
    (what: string) => `改填為 ${what}`,
    (what: string) => `overruled: ${what}`,
  ),
  overruledNoMore: both(
    (what: string) => `不再改填（原為 ${what}）`,
    (what: string) => `no longer overruled (was ${what})`,
  ),
} as const;

export function useMappingWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
