import { heading, terms } from '@guankao/terms';
import type { ControlLevel } from '@guankao/workflow';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

const levels: Readonly<Record<ControlLevel, { readonly 'zh-Hant': string; readonly en: string }>> = {
  'executive-yuan': terms.byExecutiveYuan,
  ministry: terms.byMinistry,
  agency: terms.byAgency,
};
const levelsIn = (language: 'zh-Hant' | 'en') =>
  Object.fromEntries(Object.entries(levels).map(([level, term]) => [level, term[language]])) as Readonly<
    Record<ControlLevel, string>
  >;
const english = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** What the pages of periodic reports say. */
const table = {
  level: heading(terms.controlLevel),
  levels: both(levelsIn('zh-Hant'), levelsIn('en')),
  report: heading(terms.periodicReport),
  period: both(
    (from: number, month: number) => (from === month ? `${month} 月` : `${from} 至 ${month} 月`),
    (from: number, month: number) =>
      from === month ? (english[month - 1] ?? '') : `${english[from - 1] ?? ''} to ${english[month - 1] ?? ''}`,
  ),
  due: both(
    (day: string) => `填報期限 ${day}`,
    (day: string) => `due ${day}`,
  ),
  ground: both(
    (article: string, settled: boolean) =>
      settled
        ? `期限依據：${article}。`
        : `期限依據：${article}；已讀的來源沒有定明，這是本系統的預設，可由資料檔更改。`,
    (article: string, settled: boolean) =>
      settled
        ? `Ground of the day: ${article}.`
        : `Ground of the day: ${article}; the sources read do not settle it: it is this program’s assumption, set in a data file.`,
  ),
  source: both('來源', 'source'),
  notOpen: both('尚未開放', 'not open yet'),
  notBegun: both('未填', 'not begun'),
  late: both(
    (days: number) => `逾期 ${days} 日`,
    (days: number) => `${days} day${days === 1 ? '' : 's'} late`,
  ),
  cameLate: both(
    (days: number) => `已報，逾期 ${days} 日`,
    (days: number) => `reported ${days} day${days === 1 ? '' : 's'} late`,
  ),
  locked: both('已鎖定', 'locked'),
  begin: both('填報', 'Report'),
  open: both('查看', 'View'),
  periods: both('期別', 'Period'),
  state: both('狀態', 'State'),
  progress: both('實際／預定', 'Done / planned'),
  history: both('歷程', 'History'),
  backToRow: both('回到這一列', 'Back to the row'),
  lead: both(
    '填到這一期結束為止的累計數。進度低於預定，或到期的查核點沒有達成，就是落後，要填原因與對策。',
    'Cumulative figures up to the end of the period. Less done than planned, or a milestone that was due and is not reached, is behind and owes its cause and measures.',
  ),
  item: heading(terms.workItem),
  weight: heading(terms.weight),
  plannedNow: both('本期預定（%）', 'Planned (%)'),
  before: both('上期實際（%）', 'Reported before (%)'),
  done: both('累計實際進度（%）', 'Cumulative actual progress (%)'),
  wholePlan: both(
    (done: string, planned: string) => `整體：實際 ${done}%，預定 ${planned}%`,
    (done: string, planned: string) => `Whole plan: ${done}% done, ${planned}% planned`,
  ),
  behind: heading(terms.behind),
  ahead: both('未落後', 'Not behind'),
  missed: both(
    (names: readonly string[]) => `到期未達成的查核點：${names.join('、')}`,
    (names: readonly string[]) => `milestones that were due and are not reached: ${names.join(', ')}`,
  ),
  checkPoint: heading(terms.milestone),
  plannedDate: both('預定日期', 'Planned date'),
  reached: both('達成日期（未達成請留空）', 'Reached on (empty where not)'),
  evidence: heading(terms.evidence),
  planned: both('計畫所列', 'planned'),
  spent: both('累計實際支用（元）', 'Cumulative actual spending (TWD)'),
  plannedSpent: both(
    (twd: string) => `本期累計預定支用 ${twd} 元`,
    (twd: string) => `planned to the end of the period: ${twd} TWD`,
  ),
  cause: heading(terms.lagCause),
  noCause: both('（沒有落後）', '(not behind)'),
  explanation: both('落後情形說明', 'What happened'),
  measures: heading(terms.measures),
  forecast: both('年終預估進度（%）', 'Progress forecast for the year’s end (%)'),
  save: both('儲存', 'Save'),
  saved: both('已儲存。', 'Saved.'),
  returnReason: both('退回理由', 'Why it is returned'),
  reopenReason: both('更正理由', 'Why it is corrected'),
  remarks: both('退回意見', 'Why it was returned'),
  reviewHint: both('填報或陳核的人不能審核。', 'Whoever wrote or submitted it does not review it.'),

  overdueTitle: heading(terms.overdue),
  overdueLead: both(
    '依機關列出這一期應報、已報與逾期未報。已報指已陳核；沒有核定年度作業計畫的計畫沒有應報的期限，另外列出。',
    'By agency: what is due for the period, what came and what is overdue. Reported means submitted; a plan without an approved work plan owes no report and is told apart.',
  ),
  agenciesReported: both(
    (of: number, done: number) => `${of} 機關中 ${done} 機關已報`,
    (of: number, done: number) => `${done} of ${of} agencies have reported`,
  ),
  chooseMonth: both('選擇月份', 'Choose the month'),
  show: both('顯示', 'Show'),
  agency: both('機關', 'Agency'),
  dueCount: both('應報', 'Due'),
  reportedCount: both('已報', 'Reported'),
  overdueCount: heading(terms.overdue),
  lateCount: both('逾期才報', 'Came late'),
  withoutPlan: both('無核定的年度作業計畫', 'Without an approved work plan'),
  nothingDue: both('這一期沒有應報的計畫。', 'Nothing is due for this period.'),
  plan: heading(terms.plan),
  lock: both('鎖定這個月', 'Lock this month'),
  lockLead: both(
    '鎖定後，這個月結束的各期填報都不能再填或更改；重開要寫理由。',
    'Once it is locked no report of a period that ends with this month can be written or changed; opening it again owes a reason.',
  ),
  unlock: both('重開這個月', 'Open this month again'),
  unlockReason: both('重開理由', 'Why it is opened again'),
  monthLocked: both('這個月的填報已鎖定。', 'Reports of this month are locked.'),
  month: both(
    (month: number) => `${month} 月`,
    (month: number) => english[month - 1] ?? '',
  ),
} as const;

export function useReportWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
