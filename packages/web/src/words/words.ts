import { textColumns, type Severity, type StatedVerdict, type TextColumn, type Verdict } from '@guankao/domain';
import { heading, terms, type Term } from '@guankao/terms';

const locales = ['zh-Hant', 'en'] as const;
export type Locale = (typeof locales)[number];

/** One message, written in each language of the house. With arguments where it holds a figure. */
export type Pair<T> = { readonly 'zh-Hant': T; readonly en: T };
export const both = <T>(zh: T, en: T): Pair<T> => ({ 'zh-Hant': zh, en });

type Pairs = Readonly<Record<string, Pair<unknown>>>;

/** A table of messages in one language. */
export type InLanguage<Table extends Pairs> = { readonly [Key in keyof Table]: Table[Key][Locale] };

export function inLanguage<Table extends Pairs>(table: Table, locale: Locale): InLanguage<Table> {
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[locale]])) as InLanguage<Table>;
}

const count = (n: number): string => n.toLocaleString('en-US');
const many = (n: number, one: string, more = `${one}s`): string => `${count(n)} ${n === 1 ? one : more}`;

/** Of what the domain knows by a code: its names from the table of terms, in one language. */
const named = <Code extends string>(codes: Readonly<Record<Code, Term>>, locale: Locale) =>
  Object.fromEntries(Object.entries<Term>(codes).map(([code, term]) => [code, term[locale]])) as Record<Code, string>;

const verdictNames = (locale: Locale): Record<Verdict, string> =>
  named(
    {
      achieved: terms.achieved,
      partly: terms.partlyAchieved,
      not_achieved: terms.notAchieved,
      undetermined: terms.undetermined,
    },
    locale,
  );
const severityNames = (locale: Locale): Record<Severity, string> =>
  named({ error: terms.error, warning: terms.warning, question: terms.question }, locale);
const typeNames = (locale: Locale): Record<string, string> =>
  named(
    {
      社會發展: terms.socialDevelopment,
      科技發展: terms.technologicalDevelopment,
      公共建設: terms.publicConstruction,
    },
    locale,
  );
const columnNames = (locale: Locale): Record<TextColumn, string> =>
  Object.fromEntries(textColumns.map((column) => [column, heading(terms[column])[locale]])) as Record<
    TextColumn,
    string
  >;

/** Errors that people judged; the bound in percent, as it is shown. */
interface JudgedFlags {
  readonly flags: number;
  readonly right: number;
  readonly wrong: number;
  readonly bound: string;
}

/** Every word that the pages say. What a filing says is never translated, and stands in no table. */
const table = {
  // The frame of each page
  siteName: both('管考', 'Guankao'),
  siteLine: both('政府計畫的公開紀錄', 'The open record of government plans'),
  colon: both('：', ': '),
  stop: both('。', '. '),
  dot: both('・', ' · '),
  inBrackets: both(
    (text: string) => `（${text}）`,
    (text: string) => ` (${text})`,
  ),
  skip: both('跳到主要內容', 'Skip to the content'),
  mainMenu: both('主選單', 'Main menu'),
  home: both('首頁', 'Home'),
  plans: both('計畫', 'Plans'),
  filings: both(terms.filing['zh-Hant'], 'Filings'),
  commitmentList: heading(terms.commitments),
  rules: both(terms.rule['zh-Hant'], 'Rules'),
  tryCheck: heading(terms.onlineCheck),
  about: both('說明', 'About'),
  workbench: both('工作檯', 'Workbench'),
  verify: both('驗證', 'Verify'),
  proofOf: both(
    (name: string) => `${name}的證明`,
    (name: string) => `proof of ${name}`,
  ),
  otherLanguage: both('English', '中文'),
  theme: both('明暗', 'Appearance'),
  themeSystem: both('依系統', 'As the system'),
  themeLight: both('淺色', 'Light'),
  themeDark: both('深色', 'Dark'),
  fictional: both('範例', 'Fictional'),
  fictionalNotice: both(
    '範例：這裡的機關、計畫、金額與文字都是虛構的，用來示範。',
    'Fictional example: the agency, its plans, amounts and texts are made up for demonstration.',
  ),
  footerRecord: both(
    '每個數字都能點回來源文字。未讀出的照樣列出，不猜。',
    'Every figure leads back to its place in the source. What could not be read is listed, never guessed.',
  ),
  footerApi: both('開放資料介面', 'API for open data'),
  youAreHere: both('所在位置', 'You are here'),

  // Names of things
  plan: heading(terms.plan),
  filing: heading(terms.filing),
  agency: heading(terms.ministry),
  noAgency: both('未載明機關', 'No agency printed'),
  year: both('年度', 'Year'),
  type: both('類型', 'Type'),
  noType: both('未填', 'Not given'),
  period: both('期程', 'Period'),
  row: both('列次', 'Row'),
  rowNumber: both(
    (number: number) => `第 ${number} 列`,
    (number: number) => `row ${number}`,
  ),
  parentPlan: both('母計畫', 'Part of'),
  subPlans: both('子計畫', 'Sub-plans'),
  lineage: both('前身與後續', 'Predecessors and successors'),
  lineageNote: both(
    '只列已公開各版之間的關係；日期是首次見於公開版的日期。',
    'Between published editions only; a date is that of the edition that first shows it.',
  ),
  predecessors: heading(terms.predecessor),
  successors: heading(terms.successor),
  succession: both(
    {
      continued: terms.continued['zh-Hant'],
      renamed: terms.renamed['zh-Hant'],
      'handed-over': terms.handedOver['zh-Hant'],
      split: terms.splitPlan['zh-Hant'],
      merged: terms.mergedPlan['zh-Hant'],
    },
    {
      continued: terms.continued.en,
      renamed: terms.renamed.en,
      'handed-over': terms.handedOver.en,
      split: terms.splitPlan.en,
      merged: terms.mergedPlan.en,
    },
  ),
  discontinuedSince: heading(terms.retiredPlan),
  shownSince: both(
    (date: string) => `${date}起`,
    (date: string) => `since ${date}`,
  ),
  executingAgency: heading(terms.executingAgency),
  agencyNotPrinted: both('本表未印；待人工確認', 'Not printed in this form; open until a person settles it'),
  accountCode: both('科目代號', 'Account code'),
  typeName: {
    'zh-Hant': typeNames('zh-Hant'),
    en: typeNames('en'),
  },

  // Money
  money: both('經費', 'Money'),
  approvedTotal: heading(terms.approvedTotal),
  budgetedToDate: both('已編列預算數', 'Budgeted to date'),
  executedToDate: both('累計執行數', 'Executed to date'),
  approvedScope: both('整個計畫，全期', 'the whole plan, all years'),
  shareScope: both('本列，計畫開始至本年底', 'this row’s share, from the plan’s start to this year’s end'),
  scope: both('範圍', 'What it covers'),
  amount: both('金額', 'Amount'),
  thousandTwd: both('千元', 'NT$ thousand'),
  twd: both('元', 'NT$'),
  unitUnknown: both('單位未印', 'unit not printed'),
  unitIn: both(
    (unit: string) => `單位：新臺幣${unit}`,
    (unit: string) => `Amounts in ${unit}`,
  ),
  rate: heading(terms.rate),
  filingInShort: both(
    (name: string, rows: number) =>
      `${name}計畫執行情形表：${count(rows)} 列計畫的經費、目標與結果，逐項檢核，每個數字都指回原文。`,
    (name: string, rows: number) =>
      `${name}: the form of results of ${many(rows, 'plan row')}, money, targets and results checked one by one, every figure with its place in the source.`,
  ),
  printedOn: both('列印', 'Printed'),
  rateShort: both('執行率 R1', 'Rate R1'),
  rateFormula: both('R1 = 累計執行數 ÷ 已編列預算數', 'R1 = executed to date ÷ budgeted to date'),
  rateNote: both(
    '從計畫開始算到本年底，不是只算本年度；執行數不含保留數。以未四捨五入之數相除。',
    'From the plan’s start to this year’s end, not this year alone; carried-over amounts are not in it. Divided unrounded.',
  ),
  noRate: both(
    '缺一欄或編列數為零，不計執行率。',
    'No rate is computed: a column is missing, or nothing was budgeted.',
  ),
  partlyWithheld: both('部分欄位不公開', 'Not all of it is shown'),
  withheldNote: both(
    '下列欄位依所印的規定不公開，其餘照常公開。沒有公開的列只作部分檢核，不判定達成與否。',
    'Fields are withheld on the ground that is printed in their place; the rest is shown. A row that is not shown whole is checked in part, and whether its goals were met is left open.',
  ),
  yearMoneyMissing: both('尚無本年度經費', 'No money of the year yet'),
  yearMoneyMissingText: both(
    (year: string) => `${year}的預算與執行數尚未登錄；已編列預算數與累計執行數是以前年度的累計，不含本年度。`,
    (year: string) =>
      `Budget and execution of ${year} are not recorded: what is budgeted and executed to date are the sums of earlier years, without this one.`,
  ),
  approvedNote: both(
    '核定總經費常含其他機關的份額，並在各子計畫重複列出，所以不加總。',
    'The approved total often covers other agencies too and is repeated on every sub-plan’s row: it is never added up.',
  ),
  totalsNote: both(
    '母計畫與子計畫同列時只計母計畫；核定總經費不加總。',
    'Where a parent and its sub-plans are both printed, the parent alone counts. Approved totals are not added up.',
  ),
  left: both('未執行', 'Not yet spent'),

  // Verdicts
  stated: heading(terms.stated),
  statedLong: heading(terms.stated),
  computed: heading(terms.computed),
  computedLong: heading(terms.computed),
  verdict: {
    'zh-Hant': verdictNames('zh-Hant'),
    en: verdictNames('en'),
  },
  statedVerdict: {
    'zh-Hant': { achieved: '已達成', not_achieved: '未達成', none: '未表明' } as Record<StatedVerdict, string>,
    en: { achieved: 'achieved', not_achieved: 'not achieved', none: 'does not say' } as Record<StatedVerdict, string>,
  },
  statedNowhere: both('沒有一句話說達成或未達成', 'No sentence says achieved or not achieved'),
  computedFrom: both(
    (met: number, missed: number, open: number) => `${met} 項達成、${missed} 項未達成、${open} 項無法判定`,
    (met: number, missed: number, open: number) =>
      `${count(met)} achieved, ${count(missed)} not achieved, ${count(open)} undetermined`,
  ),
  nothingMeasured: both('沒有讀到可以對照的目標', 'No target was read that could be compared'),
  verdictsDiffer: both('兩者不同', 'The two differ'),
  verdictsNote: both(
    '機關自述與依數據判讀分開陳列，永不合併。',
    'What is claimed and what is computed stand side by side and are never merged.',
  ),

  // Targets
  targets: both('目標與結果', 'Targets and results'),
  indicator: heading(terms.indicator),
  target: both('目標', 'Target'),
  actual: both('結果', 'Result'),
  result: both('判定', 'Verdict'),
  picture: both('對照', 'Picture'),
  milestone: terms.milestone,
  noActual: both('表上未回答', 'not answered'),
  met: terms.achieved,
  missed: terms.notAchieved,
  unanswered: terms.undetermined,
  planScope: both('全期目標', 'whole-plan target'),
  strict: both('不含本數', 'the bound itself does not count'),
  bulletLegend: both(
    '橫條是結果，直線是目標；同一指標自為一尺。',
    'Bar: result. Upright line: target. Each indicator has its own scale.',
  ),
  bulletName: both(
    (target: string, actual: string) => `目標 ${target}，結果 ${actual}`,
    (target: string, actual: string) => `target ${target}, result ${actual}`,
  ),
  noTargets: both(
    '讀不到可衡量的目標。「績效目標」欄的原文在下方，請直接查看。',
    'No measurable target was read. The goals column stands below in full: see for yourself.',
  ),
  whyJudged: both('如何配對', 'How it was matched'),

  // Texts
  column: {
    'zh-Hant': columnNames('zh-Hant'),
    en: columnNames('en'),
  },
  textsOfParts: both(
    '這一列只印金額；工作、目標與結果寫在各子計畫的列。',
    'This row prints money only; its work, goals and results stand on the rows of its sub-plans.',
  ),
  noTexts: both(
    '這一列沒有讀到文字，只有金額。請對照來源確認。',
    'No text was read for this row, only money. Compare with the source.',
  ),
  emptyColumn: both('這一欄沒有讀到文字。', 'Nothing was read in this column.'),
  texts: both('四欄原文', 'The four texts'),
  textsNote: both(
    '檢核結果寫在旁邊，黃底是所指的字。',
    'Findings stand beside the text; the words they point to are marked yellow.',
  ),
  joinDoubt: both('左右頁配對有疑', 'The two pages may be joined wrongly'),
  joinDoubtText: both(
    (percent: string) => `這一列右頁的文字是依證據配上的，把握 ${percent}。請對照來源確認。`,
    (percent: string) =>
      `The right-hand texts were matched to this row by evidence, with confidence ${percent}. Compare with the source.`,
  ),
  commitments: both('承諾', 'Commitments'),
  due: both('期限', 'Due'),
  noDue: both('未寫期限', 'no date given'),
  causes: both('原因', 'Causes given'),
  remedies: both(terms.remedy['zh-Hant'], 'Remedies'),

  // Findings
  findings: both(terms.finding['zh-Hant'], 'Findings'),
  severity: {
    'zh-Hant': severityNames('zh-Hant'),
    en: severityNames('en'),
  },
  severityMeaning: {
    'zh-Hant': { error: '表上所載互不相符', warning: '應敘明理由', question: '請承辦釐清' } as Record<Severity, string>,
    en: { error: 'it refutes itself', warning: 'a reason is owed', question: 'a person should look' } as Record<
      Severity,
      string
    >,
  },
  severityCount: {
    'zh-Hant': {
      error: (n: number) => `${terms.error['zh-Hant']} ${count(n)}`,
      warning: (n: number) => `${terms.warning['zh-Hant']} ${count(n)}`,
      question: (n: number) => `${terms.question['zh-Hant']} ${count(n)}`,
    } as Record<Severity, (n: number) => string>,
    en: {
      error: (n: number) => many(n, terms.error.en),
      warning: (n: number) => many(n, terms.warning.en),
      question: (n: number) => many(n, terms.question.en),
    } as Record<Severity, (n: number) => string>,
  },
  category: {
    'zh-Hant': {
      arithmetic: '算術',
      target: '目標',
      contradiction: '前後不一',
      period: '期程',
      money: '金額',
      text: '文字',
      layout: '版面',
      plausibility: '合理性',
    } as Record<string, string>,
    en: {
      arithmetic: 'Arithmetic',
      target: 'Targets',
      contradiction: 'Contradictions',
      period: 'Periods',
      money: 'Money',
      text: 'Text',
      layout: 'Layout',
      plausibility: 'Plausibility',
    } as Record<string, string>,
  },
  noFindings: both(
    '沒有查到問題。規則查不到的，不等於沒有。',
    'Nothing was found. What the rules do not look for may still be there.',
  ),
  lookedAt: both(
    (plans: number, targets: number, judged: number) =>
      `讀到 ${count(plans)} 列計畫、${count(targets)} 個目標，其中 ${count(judged)} 個可判定是否達成。`,
    (plans: number, targets: number, judged: number) =>
      `Read: ${count(plans)} plan rows and ${count(targets)} targets, of which ${count(judged)} could be found met or missed.`,
  ),
  coverage: both(
    (counted: string) => `${counted}。`,
    (counted: string) => `${counted}.`,
  ),
  howMeasured: both('由人判定的對錯', 'Judged by people'),
  errorsUnseen: both(
    ({ flags, right, wrong, bound }: JudgedFlags) =>
      `初次遇到他人所寫、未曾用來調整的文字：${count(flags)} 項錯誤，對 ${count(right)}、錯 ${count(wrong)}，正確率下限 ${bound}%（單尾 95%）。`,
    ({ flags, right, wrong, bound }: JudgedFlags) =>
      `On texts by others, met for the first time and never tuned on: ${count(flags)} errors, ${count(right)} right, ${count(wrong)} wrong; at least ${bound} % right (one-sided 95 %).`,
  ),
  errorsNow: both(
    ({ flags, right, wrong, bound }: JudgedFlags) =>
      `目前在所有標註過的文字：${count(flags)} 項，對 ${count(right)}、錯 ${count(wrong)}，下限 ${bound}%；這些文字都已看過。`,
    ({ flags, right, wrong, bound }: JudgedFlags) =>
      `Today on all labelled texts: ${count(flags)}, ${count(right)} right, ${count(wrong)} wrong, at least ${bound} %; all of them have been looked at.`,
  ),
  nothingUnseen: both('尚未在他人所寫的文字上遇過。', 'It has not been met on texts by others yet.'),
  notEarned: both(
    '曾誤判，尚未證實，先列為應說明。',
    'It was found wrong and has not been proven since: a warning for now.',
  ),
  measuredOn: both(
    (day: string) => `量測日：${day}。`,
    (day: string) => `Measured on ${day}.`,
  ),
  noPlanRead: both('沒有讀到任何計畫列，所以沒有檢核。', 'No plan row was read, so nothing was checked.'),
  findingsElsewhere: both('其他檢核結果', 'Other findings'),
  doubts: both(terms.transcriptionDoubt['zh-Hant'], 'Doubts about the transcription'),
  showAll: both(
    (n: number) => `列出 ${count(n)} 項`,
    (n: number) => `Show all ${count(n)}`,
  ),
  doubtsNote: both(
    '可能是轉檔造成，不一定是機關寫錯：請核對印本。',
    'These may come from the conversion and not from the agency: check the printed page.',
  ),
  doubt: terms.transcriptionDoubt,
  rule: both('規則', 'Rule'),
  authority: heading(terms.authority),
  arithmetic: both('算式', 'Arithmetic'),
  statedValue: both('所寫', 'stated'),
  computedValue: both('算得', 'computed'),
  evidence: both('所指文字', 'The words'),
  wholeFiling: both('整份執行情形表', 'The whole filing'),

  // Evidence and citing
  source: both('來源', 'Source'),
  line: both(
    (n: number) => `第 ${count(n)} 行`,
    (n: number) => `line ${count(n)}`,
  ),
  page: both(
    (n: number) => `第 ${n} 頁`,
    (n: number) => `p. ${n}`,
  ),
  seeSource: both(
    (place: string) => `看來源，${place}`,
    (place: string) => `See the source, ${place}`,
  ),
  cite: both('引用', 'Cite'),
  citeValue: both(
    (name: string) => `引用：${name}`,
    (name: string) => `Cite: ${name}`,
  ),
  citation: both('引用這個值', 'To cite this value'),
  quotation: both('原文', 'Quotation'),
  place: both('位置', 'Place'),
  formula: both('算法', 'Formula'),
  asPrinted: both('照印刷所載', 'as printed'),
  inferred: both('推得，非原文', 'inferred, not printed'),
  readBy: both('判讀者', 'Read by'),
  address: both('網址', 'Address'),
  copy: both('複製', 'Copy'),
  copied: both('已複製', 'Copied'),
  close: both('關閉', 'Close'),

  // The list of plans
  search: both('搜尋', 'Search'),
  searchHint: both('計畫名稱或內文；空格分開的每個詞都要出現', 'Name or text; every word must occur'),
  deskTitle: both('檢核您手上的草稿', 'Check a draft of your own'),
  deskLead: both(
    '下載一個檔（4 MB），用瀏覽器打開，把情形表拖進去：不必連網，檔案不會離開您的電腦。PDF、ODS、ODT、XLSX、DOCX、HTML、CSV 都可以。',
    'Download one file (4 MB), open it in a browser and drop a filing on it: it needs no network, and the filing never leaves your computer. PDF, ODS, ODT, XLSX, DOCX, HTML and CSV are read.',
  ),
  deskDownload: both('下載 guankao-check.html', 'Download guankao-check.html'),
  deskOr: both('或貼上一列文字檢核', 'or paste the texts of one row'),
  plansFound: both(
    (n: number) => `${count(n)} 列計畫`,
    (n: number) => many(n, 'plan row'),
  ),
  plansFoundOf: both(
    (n: number, q: string) => `${count(n)} 列計畫，含「${q}」`,
    (n: number, q: string) => `${many(n, 'plan row')} with “${q}”`,
  ),
  narrow: both('縮小範圍', 'Narrow down'),
  all: both('全部', 'All'),
  others: both(
    (n: number) => `其他 ${n} 項`,
    (n: number) => `${n} more`,
  ),
  clearAll: both('清除條件', 'Clear all'),
  sortBy: both(
    (name: string) => `依${name}排序`,
    (name: string) => `Sort by ${name.toLowerCase()}`,
  ),
  sortedUp: both('由小到大', 'ascending'),
  sortedDown: both('由大到小', 'descending'),
  byVerdict: heading(terms.computed),
  bySeverity: both('檢核結果的等級', 'Severity'),
  byRule: heading(terms.rule),
  byList: heading(terms.readyList),
  csv: both('下載 CSV', 'Download CSV'),
  noPlans: both('沒有符合的計畫列', 'No plan row fits'),
  noPlansHelp: both('試著拿掉一個條件，或換一個較短的詞。', 'Take one condition away, or try a shorter word.'),
  charts: both(terms.chart['zh-Hant'], 'Charts'),
  previous: both('上一頁', 'Previous'),
  next: both('下一頁', 'Next'),
  pageOf: both(
    (n: number, of: number) => `第 ${n} 頁，共 ${of} 頁`,
    (n: number, of: number) => `page ${n} of ${of}`,
  ),
  rowNote: both(
    '表中一列是一個計畫在一個機關、一個年度的份額，不是整個計畫。',
    'A row is one agency’s share of a plan in one year, not the plan itself.',
  ),

  // Filings
  filingsHeld: both(
    (n: number) => `收錄 ${count(n)} 份執行情形表`,
    (n: number) => `${many(n, 'filing')} held`,
  ),
  filingsNote: both(
    '各份分別計算；不同執行情形表的金額不相加。',
    'Each filing is counted on its own; amounts of different filings are never added.',
  ),
  noFilings: both('還沒有執行情形表', 'No filing yet'),
  noFilingsHelp: both(
    '請營運者以 guankao import 檔案 --keep public --ground 依據 匯入第一份。',
    'The operator can take one in with: guankao import FILE --keep public --ground TEXT',
  ),
  planRows: both(terms.row['zh-Hant'], 'Plan rows'),
  askFirst: heading(terms.askFirst),
  askFirstNote: both('依嚴重程度排列，同一計畫只列一項。', 'By severity, one for each plan.'),
  nothingRead: both(
    '這份檔案裡沒有讀出計畫列。文字都在下面「未讀出的部分」，也可看來源文字。',
    'No plan row was read from this file. Its text stands below, under parts not read, and in the source text.',
  ),
  nothingToAsk: both('沒有查到要先問的事。', 'Nothing that has to be asked first was found.'),
  allFindings: both(
    (n: number) => `全部 ${count(n)} 項檢核結果`,
    (n: number) => `All ${many(n, 'finding')}`,
  ),
  findingsByKind: both('檢核結果，依種類', 'Findings by kind'),
  moneyOfFiling: both('經費與執行率', 'Money and execution'),
  verdictsOfFiling: both('機關自述與依數據判讀', 'Stated and computed'),
  targetsOfFiling: both('目標：達成與未達成', 'Targets achieved and not'),
  noneMissed: both('沒有讀到未達成的目標。', 'No target was read that was not achieved.'),
  targetsMissed: both(
    (n: number) => `未達成的目標（${count(n)}）`,
    (n: number) => `Targets not achieved (${count(n)})`,
  ),
  readyLists: both(terms.readyList['zh-Hant'], 'Ready lists'),
  unread: both('未讀出的部分', 'Parts not read'),
  unreadNote: both(
    '這些文字不知屬於哪一列，原樣留著。這是我們的不足，不是這份表的錯。',
    'It is not known which row these belong to. They are kept as they stand. The shortcoming is ours, not the filing’s.',
  ),
  unreadRest: both(
    (n: number) => `另有 ${count(n)} 處，見`,
    (n: number) => `${count(n)} more, in the`,
  ),
  nothingUnread: both('每一個字都有歸屬。', 'Every character found its place.'),
  editions: both(terms.edition['zh-Hant'], 'Editions'),
  edition: both(
    (n: number) => `第 ${n} 版`,
    (n: number) => `edition ${n}`,
  ),
  currentEdition: both('現行', 'current'),
  currentThen: both('當時的現行版', 'current then'),
  importedAt: both('匯入時間', 'Taken in'),
  importedBy: both('匯入者', 'By'),
  operator: both('系統維運', 'operator'),
  reason: both('理由', 'Reason'),
  noPlanName: both(
    (place: number) => `（無名稱，第 ${place} 列）`,
    (place: number) => `(no name, row ${place})`,
  ),
  settledByHand: both(
    (day: string, reason: string) => `${day} 由人工確認讀取結果：${reason}`,
    (day: string, reason: string) => `reading settled by hand, ${day}: ${reason}`,
  ),
  fingerprint: both('SHA-256', 'SHA-256'),
  downloads: both('下載', 'Downloads'),
  formAgain: both('依讀取結果重排', 'Set anew from the reading'),
  compareWith: both('與另一份官方文件對照', 'Against another official source'),
  sourceFile: both('來源檔案', 'The source file'),
  sourceText: both('來源文字', 'Source text'),
  readingJson: both('判讀結果 JSON', 'The reading, JSON'),
  plansCsv: both('計畫表 CSV', 'The plans, CSV'),
  ratePicture: both('各計畫的執行率', 'Execution rate of each plan'),
  ratePictureNote: both(
    '每個記號是一列計畫，記號形狀是依數據判讀的結果，越靠右執行越多。數字見計畫清單。',
    'Each mark is a plan row; its shape is the computed verdict; further right is more spent. The figures stand in the list of plans.',
  ),
  oldEdition: both(
    (n: number) => `這是第 ${n} 版，不是現行版。`,
    (n: number) => `This is edition ${n}, not the current one.`,
  ),
  supersededBy: both(
    (n: number, at: string, why: string) => `已由第 ${n} 版取代（${at}；理由：${why}）。`,
    (n: number, at: string, why: string) => ` Superseded by edition ${n} (${at}; reason: ${why}).`,
  ),
  toCurrent: both('看現行版', 'See the current one'),
  notices: both('讀檔時的備註', 'Remarks on reading the file'),
  form: both('表名', 'Form'),

  // The source
  sourceOf: both(
    (name: string) => `來源：${name}`,
    (name: string) => `Source: ${name}`,
  ),
  passage: both('所指文字', 'The passage'),
  passageNowhere: both('網址所指的位置不在這份文字裡。', 'The place that the address names is not in this text.'),
  linesShown: both(
    (from: number, to: number, of: number) => `第 ${count(from)}–${count(to)} 行，共 ${count(of)} 行`,
    (from: number, to: number, of: number) => `lines ${count(from)}–${count(to)} of ${count(of)}`,
  ),
  backTo: both(
    (name: string) => `回到 ${name}`,
    (name: string) => `Back to ${name}`,
  ),
  legendMark: both('所指文字', 'the passage'),
  legendFurniture: both('表頭、頁首', 'headings'),
  legendUnread: terms.unread,
  sourceNote: both(
    '照檔案原樣，一字未改；直線是表格的欄界。',
    'As it stands in the file, unchanged; upright lines are the table’s column breaks.',
  ),
  earlier: both('前面的行', 'Earlier lines'),
  later: both('後面的行', 'Later lines'),

  // Home
  homeTitle: both('答應了什麼，編了多少，做到哪裡，憑什麼說', 'What was promised, budgeted, done, and proven'),
  homeLead: both(
    '機關每年公布重要計畫的執行情形。這裡把每一份執行情形表讀成紀錄：金額、目標、結果、承諾，逐項核算，並指回原文。',
    'Ministries report each year on their important plans. Here each report becomes a record: money, targets, results and promises, each checked, each leading back to the printed words.',
  ),
  specimen: both('查到的例子', 'Found, for example'),
  specimenNote: both('取自現有執行情形表中最明確的幾項。', 'The plainest ones in the filings held.'),
  howItWorks: both('怎麼讀這些頁', 'How to read these pages'),
  howVerdict: both('判定有兩種，並列不合併', 'Two verdicts, never merged'),
  howVerdictText: both(
    '「機關自述」只照錄表上說的話；「依數據判讀」由目標與結果的數字得出。',
    '“Stated” repeats only what the filing says in words. “Computed” follows from its targets and results.',
  ),
  howFinding: both('檢核結果有三級', 'Three severities'),
  howScope: both('每筆金額都有範圍', 'Every amount has a scope'),
  howScopeText: both(
    '核定總經費是整個計畫；編列與執行是本列份額、計畫開始至今。範圍不同，不相加。',
    'The approved total covers the whole plan; budgeted and executed are this row’s share to date. Different scopes are never added.',
  ),

  // Lists
  list: {
    'zh-Hant': {
      'missed-in-silence': '目標未達成，但沒有說',
      'underspent-achieved': '執行不到一半，卻說已達成',
      'beaten-by-half': '結果超出目標一半以上',
      'no-target': '沒有可衡量的目標',
      'nothing-stated': '沒說達成與否，也沒寫結果',
      'results-in-goals': '結果寫在目標欄',
    } as Record<string, string>,
    en: {
      'missed-in-silence': 'A target missed, and not said',
      'underspent-achieved': 'Under half spent, yet said achieved',
      'beaten-by-half': 'Target beaten by more than half',
      'no-target': 'No measurable target',
      'nothing-stated': 'No verdict and no result stated',
      'results-in-goals': 'Results in the goals column',
    } as Record<string, string>,
  },
  listWhy: {
    'zh-Hant': {
      'missed-in-silence': '數字顯示有目標未達成，表上卻沒有說「未達成」。應補上原因與策進作為。',
      'underspent-achieved': '累計執行數不到已編列預算數的一半，卻說績效目標已達成。錢沒花，目標怎麼達成，值得一問。',
      'beaten-by-half': '結果是目標的一點五倍以上。可能做得好，也可能目標訂得太低。',
      'no-target': '「績效目標」欄裡讀不到可以核對的數字或查核點，達成與否便無法判定。',
      'nothing-stated': '既沒有說已達成或未達成，也沒有可以對照目標的結果。',
      'results-in-goals': '「績效目標及本年度目標值」欄裡寫的是做完的結果。目標若在事後才寫，就不能用來衡量。',
    } as Record<string, string>,
    en: {
      'missed-in-silence':
        'The figures show a missed target that the filing does not call so. A reason and a remedy are owed.',
      'underspent-achieved':
        'Less than half of the budget to date was spent, yet the goals are said to be achieved. How, is worth asking.',
      'beaten-by-half': 'The result is at least one and a half times the target. Good work, or a target set too low.',
      'no-target': 'The goals column holds no number or milestone that can be checked, so nothing can be judged.',
      'nothing-stated':
        'The filing neither says achieved or not achieved nor gives a result to hold against the target.',
      'results-in-goals': 'The goals column holds results. A target written afterwards cannot measure anything.',
    } as Record<string, string>,
  },

  // Rules
  rulesTitle: both(terms.rule['zh-Hant'], 'The rules'),
  rulesLead: both(
    '每一項檢核結果都出自一條公開的規則：查什麼、依據什麼、何時不適用。',
    'Every finding comes from a public rule: what it looks for, what it rests on, when it does not apply.',
  ),
  ruleFound: both('查到', 'Found in'),
  ruleId: both('規則代號', 'Id'),
  inForce: both('有效期間', 'In force'),
  always: both('不限', 'always'),
  whatItSays: both('它會說的話', 'What it may say'),

  // Data to take away
  data: both('資料下載', 'Data to take away'),
  dataLead: both(
    '已公開的執行情形表拆成一事一列的表格：經費、目標與結果、承諾、檢核結果。任何人都可以下載、重算、再利用。',
    'Published filings as tables of one fact a row: money, targets and results, promises, findings. Anyone may take, recompute and use them.',
  ),
  dataFilings: both(
    (filings: number) => `收錄 ${count(filings)} 份執行情形表的現行版`,
    (filings: number) => `The current editions of ${many(filings, 'filing')}`,
  ),
  dataLicence: both('授權：', 'Licence: '),
  dataDescribed: both(
    '欄位說明、型別與表格間的關係（Data Package、Table Schema）：',
    'Columns, types and how the tables refer to each other (Data Package, Table Schema): ',
  ),
  dataCare: both(
    'CSV 是 UTF-8（有 BOM），試算表可直接開啟；金額欄名寫明單位。核定總經費是整個計畫的，不可加總；母計畫與子計畫也不可相加。',
    'The CSV files are UTF-8 with a byte-order mark, for spreadsheets; heads of amounts name their unit. Approved totals are of whole plans: never add them up, nor a parent and its parts.',
  ),
  dataRows: both(
    (rows: number) => `共 ${count(rows)} 列。`,
    (rows: number) => `${many(rows, 'row')}.`,
  ),
  dataCsv: both(
    (title: string) => `${title} CSV`,
    (title: string) => `${title}, CSV`,
  ),
  dataJson: both(
    (title: string) => `${title} JSON`,
    (title: string) => `${title}, JSON`,
  ),
  dataColumns: both(
    (title: string, columns: number) => `「${title}」的 ${columns} 個欄位`,
    (title: string, columns: number) => `The ${columns} columns of “${title}”`,
  ),
  dataTypes: {
    'zh-Hant': {
      string: '文字',
      integer: '整數',
      number: '數',
      boolean: '是／否',
      datetime: '時間',
      year: '年',
    } as Record<string, string>,
    en: {
      string: 'text',
      integer: 'whole number',
      number: 'number',
      boolean: 'yes or no',
      datetime: 'time',
      year: 'year',
    } as Record<string, string>,
  },
  dataTest: both('自我檢查', 'Self-test'),
  dataTestWhat: both(
    '這些表格與自己的欄位說明、與網頁所顯示的逐一核對；結果一併公布。',
    'The tables are held against their own description and against what the pages show; the result is published too.',
  ),
  dataTestReport: both('最新的檢查結果（JSON）', 'The latest result (JSON)'),
  dataTestCount: both(
    (looked: string, failed: string) => `看了 ${looked} 項，不符 ${failed} 項`,
    (looked: string, failed: string) => `${looked} looked at, ${failed} failed`,
  ),
  dataCite: both('怎麼引用', 'How to cite'),
  dataCiteHow: both(
    (address: string) => `管考，《資料下載》，${address}，下載日期。單一數值請引用該計畫頁上的固定網址與版次。`,
    (address: string) =>
      `Guankao, “Data to take away”, ${address}, with the day it was taken. For a single figure cite the fixed address and edition on its plan’s page.`,
  ),

  // Trouble
  notFound: both('這裡沒有這一頁', 'There is no such page'),
  notFoundText: both(
    (path: string) => `網址 ${path} 沒有對應的紀錄。紀錄不會被刪除，多半是網址抄寫有誤。`,
    (path: string) =>
      `Nothing is recorded at ${path}. Records are never deleted, so the address was most likely copied wrongly.`,
  ),
  tryInstead: both('可以試試', 'Try instead'),
  serverFault: both('伺服器處理這一頁時出錯', 'The server failed on this page'),
  serverFaultText: both(
    (id: string) => `錯在程式，不在你的操作；已經記下，編號 ${id}。請稍後重試；若仍不行，把編號告訴營運者。`,
    (id: string) =>
      `The fault is in the program, not in what you did. It is logged under ${id}. Try again shortly; if it stays, tell the operator that number.`,
  ),
  refused: both('沒有照辦', 'This was not done'),
  badRequest: both('網址裡有讀不懂的條件', 'The address holds a condition that cannot be read'),
} as const;

type Table = typeof table;
export type Words = InLanguage<Table>;

export const words: Readonly<Record<Locale, Words>> = {
  'zh-Hant': inLanguage(table, 'zh-Hant'),
  en: inLanguage(table, 'en'),
};
