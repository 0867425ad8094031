import { heading, terms } from '@guankao/terms';
import { rowTextFields, textFieldNames, type RowRecord, type TextField } from '@guankao/workflow';
import { isUnseen, useOwnWords } from '../reader.tsx';
import { both, type InLanguage, type Locale } from '../words/words.ts';

/** What the checks looked at. */
type Counted = Readonly<Record<'targets' | 'judged', number>>;

/** What the workbench says. Words that public pages say too stand in `words/words.ts`. */
const table = {
  noName: both(
    (place: number) => `（無名稱，第 ${place} 列）`,
    (place: number) => `(no name, row ${place})`,
  ),
  signIn: both('登入', 'Sign in'),
  signOut: both('登出', 'Sign out'),
  login: both('帳號', 'Login'),
  password: both('密碼', 'Password'),
  newPassword: both('設定密碼', 'Choose a password'),
  passwordHint: both(
    '12 個字元以上，不含帳號。幾個不相干的詞最好記。',
    'Twelve characters or more, without the login. A few unrelated words are easiest to remember.',
  ),
  name: both('姓名', 'Name'),
  setupTitle: both('第一次設定', 'First set-up'),
  setupLead: both(
    '這個連結只能用一次。請建立主管機關與系統管理者帳號。',
    'This link works once. Make the ministry and its administrator.',
  ),
  ministryId: both('機關代碼', 'Agency code'),
  ministryIdHint: both('英文或數字，例：moe', 'Letters or digits, such as moe'),
  ministryName: both('機關名稱', "Agency's name"),
  welcomeTitle: both('啟用帳號', 'Activate your account'),
  welcomeLead: both('設定密碼後即可登入。這個連結只能用一次。', 'Choose a password to sign in. This link works once.'),
  create: both('建立', 'Create'),

  office: both('工作檯', 'Workbench'),
  toDo: both('等您處理', 'Waiting for you'),
  nothingToDo: both('目前沒有等您處理的列。', 'Nothing is waiting for you.'),
  years: both('年度', 'Years'),
  noYears: both(
    '還沒有開辦的年度。彙整人員可以從去年的執行情形表開辦。',
    'No year is open yet. The compiler opens one from last year’s filing.',
  ),
  openYear: both('開辦年度', 'Open a year'),
  openYearLead: both(
    '選去年的執行情形表，各機關的列會自動出現：名稱、期程、總經費、期初餘額與去年的承諾都帶過來。',
    'Choose last year’s filing: the rows appear with name, period, total, opening balance and last year’s promises.',
  ),
  fromFiling: both('去年的執行情形表', 'Last year’s filing'),
  rocYear: both('年度（民國）', 'Year (ROC)'),
  executingAgency: heading(terms.executingAgency),
  settleAgencies: both('每一列由哪個機關填寫', 'Which agency writes each row'),
  leaves: both('不續列（請寫理由）', 'Leaves the list (give the reason)'),
  open: heading(terms.open),

  state: both('狀態', 'State'),
  row: both('列', 'Row'),
  plan: heading(terms.plan),
  agency: both('機關', 'Agency'),
  checks: both('檢核', 'Checks'),
  nothingToCheck: both('還沒有文字可檢核', 'no texts to check yet'),
  emptyTexts: both(
    (fields: readonly string[]) => `未填：${fields.join('、')}`,
    (fields: readonly string[]) => `empty: ${fields.join(', ')}`,
  ),
  noMoneyThisYear: both(
    (roc: number) => `尚無本年度（${roc}）經費，所印為以前年度累計`,
    (roc: number) => `no money of the year (ROC ${roc}) yet: what is printed is that of earlier years`,
  ),
  inviteList: both('以名單邀請', 'Invite by a list'),
  inviteListHint: both(
    '第一列是欄名：帳號、姓名、角色、機關代碼；一人一列，多個角色以「、」分開。讀到的名單會先列出來，確認後才邀請。',
    'The first row has the headings 帳號, 姓名, 角色, 機關代碼; a person a row, roles parted by 、. The list is shown before anybody is invited.',
  ),
  listRead: both('讀到的名單：尚未邀請', 'The list as read: nobody is invited yet'),
  listReadLead: both(
    (all: number, faulty: number) =>
      faulty === 0 ? `共 ${all} 人，都可以邀請。` : `共 ${all} 人，其中 ${faulty} 人不能邀請，排在前面。`,
    (all: number, faulty: number) =>
      faulty === 0
        ? `${all} people, all of whom can be invited.`
        : `${all} people; ${faulty} cannot be invited and stand first.`,
  ),
  listLine: both('列', 'Line'),
  canBeInvited: both('可以邀請', 'can be invited'),
  inviteChosen: both('邀請勾選的人', 'Invite those ticked'),
  securityLog: both('登入紀錄', 'Log of sign-ins'),
  securityLogLead: both(
    (days: number) => `登入、登出、失敗的嘗試與權杖；保存 ${days} 日，不進入業務歷程與備份。時間新的在前。`,
    (days: number) =>
      `Signing in and out, attempts that failed, and tokens: kept for ${days} days, in neither the journal nor a backup. Newest first.`,
  ),
  securityKinds: both<Readonly<Record<string, string>>>(
    {
      'sign-in-failed': '登入失敗',
      'sign-in-paused': '暫停登入期間的嘗試',
      'session-opened': '登入',
      'session-ended': '登出或結束登入',
      'password-failed': '變更密碼時密碼不符',
      'password-set': '設定密碼',
      'token-made': '建立權杖',
      'token-revoked': '停用權杖',
    },
    {
      'sign-in-failed': 'Sign-in failed',
      'sign-in-paused': 'Attempt while paused',
      'session-opened': 'Signed in',
      'session-ended': 'Session ended',
      'password-failed': 'Wrong password when changing it',
      'password-set': 'Password set',
      'token-made': 'Token made',
      'token-revoked': 'Token revoked',
    },
  ),
  what: both('事項', 'What'),
  when: both('時間', 'When'),
  network: both('網路', 'Network'),
  nobodysLogin: both('（不存在的帳號）', '(no such login)'),
  earlier: both('更早的', 'Earlier'),
  noEntries: both('沒有紀錄。', 'No entries.'),
  grant: both('授予角色', 'Grant a role'),
  revoke: both('收回', 'Take away'),
  newLink: both('重發連結', 'New link'),
  deactivate: both('停用', 'Deactivate'),
  reactivate: both('恢復', 'Reactivate'),
  accountStates: both(
    { invited: '已邀請，尚未啟用', active: '使用中', deactivated: '已停用' },
    { invited: 'invited', active: 'active', deactivated: 'deactivated' },
  ),
  openItems: both('報送前請確認', 'Before reporting'),
  filedOf: both(
    (done: number, all: number) => `已核可 ${done}／${all} 列`,
    (done: number, all: number) => `${done} of ${all} rows approved`,
  ),
  submitForm: both('報送這份表', 'Report the form'),
  submitLead: both(
    '報送後凍結成一版，尚不公開；公開是另一個動作。之後的修正是新的一版。',
    'Reporting freezes an edition and shows it to nobody outside: publishing is an act of its own. A correction later is a new edition.',
  ),
  resubmitForm: both('報送修正版', 'Report the correction'),
  correctForm: heading(terms.correct),
  letterDate: both('發文日期', 'Date of the letter'),
  letterNumber: both('發文字號', 'Number of the letter'),
  receiver: both('受文者', 'Receiver'),
  letterLead: both('報送公文（可留空）', 'The letter with which it is reported (may be left empty)'),
  publishForm: heading(terms.publish),
  publishLead: both(
    '公開後，任何人都能在本站看到、下載這一版。已公開的版本不能收回內容，只能以修正版更正。',
    'Once published, anybody can see and download this edition here. It is not taken back; it is corrected by another edition.',
  ),
  publicationGround: both('公開依據', 'Ground'),
  publicationExample: both('例：政府資訊公開法第7條', 'such as 政府資訊公開法第7條'),
  notPublished: both('未公開', 'not published'),
  publishedOn: both(
    (day: string) => `${day} 公開`,
    (day: string) => `published ${day}`,
  ),
  planName: heading(terms.name),
  editionHash: both('表件雜湊 SHA-256', 'SHA-256 of the form'),
  discardForm: both('取消開辦', 'Undo the opening'),
  discardLead: both(
    '還沒有人填寫，可以取消開辦；之後可以重新開辦。',
    'Nobody has written yet: the opening can be undone, and the year opened again.',
  ),
  addPlan: both('新增計畫', 'Add a plan'),
  newPlans: both('本年度新增的計畫（一行一個計畫名稱）', "Plans that begin this year (one plan's name a line)"),
  reason: both('理由', 'Reason'),
  rowsToCorrect: both('要更正的列', 'Rows to correct'),
  editions: both('已報送的版次', 'Editions reported'),
  edition: both(
    (n: number) => `第 ${n} 版`,
    (n: number) => `Edition ${n}`,
  ),
  download: both('下載目前的表', 'Download the form as it stands'),
  allFields: both('所有欄位（CSV）', 'All fields (CSV)'),
  publicPage: both('公開頁面', 'Public page'),
  importMoney: both('匯入金額', 'Import money'),
  openingDocument: heading(terms.openingDocument),

  lastYear: both(
    (roc: number) => `${roc} 年度`,
    (roc: number) => `ROC ${roc}`,
  ),
  nothingLastYear: both('（去年沒有）', '(nothing last year)'),
  save: both('儲存', 'Save'),
  saved: both('已儲存。', 'Saved.'),
  draftFound: both('您上次未存的內容已還原。', 'What you had not saved has been restored.'),
  promises: both('去年的承諾，請在執行情形或說明中回應', 'Last year’s promises: answer them in the texts'),
  due: both(
    (date: string) => `期限 ${date}`,
    (date: string) => `due ${date}`,
  ),
  remarks: both('審核意見', 'Remarks'),
  notChecked: both('未能檢核', 'not checked'),
  noFindings: both('檢核沒有發現問題。', 'The checks found nothing.'),
  nothingLookedAt: both(
    '沒有讀到可以檢核的目標或數字，所以沒有檢核。',
    'No target and no number was read that could be checked, so nothing was checked.',
  ),
  lookedAt: both(
    ({ targets, judged }: Counted) => `讀到 ${targets} 個目標，其中 ${judged} 個可判定是否達成。`,
    ({ targets, judged }: Counted) => `Read: ${targets} targets, of which ${judged} could be found met or missed.`,
  ),
  coverage: both(
    (counted: string) => `${counted}。`,
    (counted: string) => `${counted}.`,
  ),
  firstTarget: both('原訂', 'first promise'),
  newestTarget: both('現行', 'as revised'),
  columnsTaken: both('檔案的欄位，這樣讀', 'How the columns of the file were read'),
  planColumn: terms.name,
  agencyColumn: terms.executingAgency,
  notTaken: both('沒有用到的欄', 'columns that were not used'),
  ambiguous: both('名稱對到不只一列，沒有登錄', 'Names that fit more than one row, not recorded'),
  recordChosen: both('只登錄勾選的列', 'Record the chosen rows only'),
  findingsHere: both('檢核', 'Checks'),
  stale: both(
    '別人在這段時間改過這一列。下面並列兩邊的內容；您的內容還在欄位裡，核對後再存一次。',
    'Somebody changed this row meanwhile. Both versions stand side by side; yours is still in the fields: compare, then save again.',
  ),
  theirs: both('現在存的', 'As it now stands'),
  periodFrom: both('起', 'from'),
  periodTo: both('迄', 'to'),
  yearUnit: both('年（民國）', 'year (ROC)'),
  monthUnit: both('月', 'month'),
  money: both('金額（新臺幣元）', 'Money (TWD)'),
  versions: both(terms.planVersion['zh-Hant'], 'Approved versions'),
  noVersions: both('尚未登錄核定文件。', 'No document of approval has been recorded.'),
  versionNumber: both(
    (n: number) => (n === 1 ? '原核定' : `第 ${n - 1} 次修正`),
    (n: number) => (n === 1 ? 'As first approved' : `Revision ${n - 1}`),
  ),
  documentNumber: both('文號', 'Document number'),
  documentNumberHint: both('例：院臺教字第1130001234號', 'Such as 院臺教字第1130001234號'),
  approvalDate: both('核定日期', 'Date of approval'),
  dateHint: both('例：113年8月9日、113/8/9', 'Such as 113/8/9 or 2024-08-09'),
  versionReason: both('修正理由（原核定不必填）', 'Why it was revised (not for the first)'),
  changedBy: both(
    (amount: string) => `較前一版 ${amount}`,
    (amount: string) => `${amount} against the one before`,
  ),
  wasPeriod: both(
    (period: string) => `原為 ${period}`,
    (period: string) => `was ${period}`,
  ),
  inForce: both('本年度適用', 'in force this year'),
  recordVersion: both('登錄核定版本', 'Record the version'),
  drawTexts: both('把指標帶入目標與說明欄', 'Write the indicators into the texts'),
  drawTextsHint: both(
    '接在已寫的文字後面，已提到的指標不重複；帶入後可再修改。',
    'After what is written there; an indicator that is named already is not written twice.',
  ),
  scope: both('目標屬於', 'Target of'),
  scopes: both(
    { year: '本年度', plan: '整個計畫（逐年帶下去）' },
    { year: 'this year', plan: 'the whole plan (carried from year to year)' },
  ),
  moneyHint: both('可寫 1億2,000萬 或 120,000,000。', 'Write 120,000,000 or 1億2,000萬.'),
  moneyOwner: both('金額由主計登錄；這裡只顯示。', 'Money is recorded by the accountant; it is shown here only.'),
  indicators: both('指標', 'Indicators'),
  indicator: heading(terms.indicator),
  comparator: both('怎樣算達成', 'Met when'),
  comparators: both(
    { '>=': '達到以上', '<=': '在此以下', '=': '正好', milestone: `${terms.milestone['zh-Hant']}（做到即可）` },
    { '>=': 'at least', '<=': 'at most', '=': 'exactly', milestone: 'milestone (done or not)' },
  ),
  targets: both('目標（原訂在前）', 'Targets, the first promise first'),
  targetHint: both('目標值，例：12公里', 'Target, such as 12公里'),
  newTarget: both('修正後的目標值', 'The revised target'),
  addIndicator: both('新增指標', 'Add the indicator'),
  reviseTarget: both('修正目標', 'Revise the target'),
  actual: heading(terms.actual),
  actualHint: both('實際值，例：完成11.5公里', 'Result, such as 完成11.5公里'),
  saveActual: both('登錄實際值', 'Record the result'),
  verdicts: both('判定', 'Verdicts'),
  stated: terms.stated,
  computed: terms.computed,
  reviewed: terms.reviewed,
  met: terms.achieved,
  missed: terms.notAchieved,
  unsettled: terms.undetermined,
  review: both('登錄查核意見', 'Review'),
  evidence: heading(terms.evidence),
  evidenceHint: both(
    '佐證檔（PDF、ODF、XLSX、DOCX、圖片，20 MB 以內）',
    'Evidence (PDF, ODF, XLSX, DOCX, pictures; 20 MB at most)',
  ),
  approvedTotal: heading(terms.approvedTotal),
  budgetedToDate: both('已編列預算數（累計，自動計算）', 'Budgeted to date (computed)'),
  executedToDate: both('累計執行數（自動計算）', 'Executed to date (computed)'),
  printedAs: both(
    (thousands: string) => `印作 ${thousands} 千元`,
    (thousands: string) => `printed as ${thousands} thousand`,
  ),
  comment: both('意見', 'Comment'),
  onField: both('關於', 'About'),
  wholeRow: both('整列', 'the whole row'),
  history: both('歷程', 'History'),
  historyLead: both(
    (count: number) =>
      `共 ${count} 件，最新的在前：誰、以什麼職務、何時、依據哪份文件、改之前與之後。沒有一件可以改或刪。`,
    (count: number) =>
      `${count} events, the newest first: who, in which role, when, from which document, before and after. None can be changed or deleted.`,
  ),
  happened: both<Readonly<Record<string, string>>>(
    {
      'row-opened': '開列',
      'row-texts-saved': '存文字',
      'row-indicators-saved': '存目標與實績',
      'row-money-recorded': '登錄金額',
      'row-plan-versioned': '登錄核定版本',
      'row-moved': '流程',
      'row-renamed': '更名',
      'row-handed-over': '改由其他機關執行',
      'row-disclosure-set': '決定公開與否',
      'collection-sent': '發出收集表',
      'collection-received': '收回檔案',
      'collection-decided': '併入或保留',
    },
    {
      'row-opened': 'Row opened',
      'row-texts-saved': 'Texts saved',
      'row-indicators-saved': 'Targets and results saved',
      'row-money-recorded': 'Money recorded',
      'row-plan-versioned': 'Approved version recorded',
      'row-moved': 'Moved',
      'row-renamed': 'Renamed',
      'row-handed-over': 'Handed to another agency',
      'row-disclosure-set': 'Decided what is shown',
      'collection-sent': 'Collection files sent',
      'collection-received': 'File received',
      'collection-decided': 'Taken in or left',
    },
  ),
  reasonGiven: both('理由', 'Reason'),
  fromDocument: both('依據文件', 'From the document'),
  changedField: both('項目', 'Item'),
  changedFrom: both('之前', 'Before'),
  changedTo: both('之後', 'After'),

  planChanges: both('計畫異動', 'Changes of plans'),
  planChangesLead: both(
    '計畫在年度中更名、改由其他機關執行、分割、合併或停列，都在這裡辦理；原列與其中的文字、金額、歷程都留著。新增計畫在年度的頁面。',
    'Plans that are renamed, handed over, split, merged or retired within the year. The row as it was stays with its texts, money and history. Plans are added on the page of the year.',
  ),
  planChangesClosed: both(
    '這份表現在不能異動計畫：已報送（請先開放修正），或不是您的工作。',
    'Plans cannot be changed now: the form was reported (open it for correction first), or it is not yours to do.',
  ),
  renamePlan: both('計畫更名', 'Rename a plan'),
  newPlanName: both('新的計畫名稱', 'New name of the plan'),
  handOverPlan: both('改由其他機關執行', 'Hand a plan to another agency'),
  splitPlan: both('分割計畫', 'Split a plan'),
  splitPlanLead: both(
    '原列停列，由分割後的各列承接：原列的文字可帶入，指標與目標值各列都承接，金額由主計重新登錄。',
    'The row is retired and goes on in its parts: its texts are offered to each, each begins with its targets, and the accountant records the money of each.',
  ),
  splitInto: both('分割為', 'Into'),
  partName: both(
    (at: number) => `第 ${at} 個計畫的名稱`,
    (at: number) => `Name of part ${at}`,
  ),
  mergePlans: both('合併計畫', 'Merge plans'),
  mergePlansLead: both(
    '原來各列停列，由合併後的一列承接：文字可帶入，指標都承接，金額相加。',
    'The rows are retired and go on in one: their texts are offered, it begins with all their targets, and their money is added up.',
  ),
  plansToMerge: both('要合併的計畫', 'Plans to merge'),
  retirePlan: both('計畫停列', 'Retire a plan'),
  retirePlanLead: both(
    '計畫停辦、退場或解除列管，不再列入本年度的表。之後可以恢復列入。',
    'The plan has ended and is no row of this year’s form any more. It can be restored.',
  ),
  restorePlan: both('恢復列入', 'Restore a plan'),
  retiredPlans: both('已停列的計畫', 'Retired plans'),
  changeReasonExample: both('例：院臺範字第1140001234號函核定', 'such as the number of the approval, and why'),
  disclosure: both('公開與否', 'What is shown'),
  disclosureLead: both(
    '每一列、每一欄可以公開、限制公開（限閱）或不予公開，後兩者要有法律依據。不公開的欄位在公開頁面、下載檔與查詢結果都只印出依據；機關內部照常看得到。決定在下次公開時生效：已公開的版次也請再按一次「公開」。',
    'Each row and field is shown, shown on request only, or not shown; the last two need their ground in law. In public pages, downloads and searches nothing but the ground is printed; inside, all stays in sight. It takes effect with the next publication: publish again what was published already.',
  ),
  disclosureBefore: both(
    '公開前請確認：個人資料與不公開的欄位',
    'Before publishing: personal data, and what is not shown',
  ),
  publishAnew: both('重新公開', 'Publish anew'),
  publishAnewLead: both(
    '已公開的版次依現在的決定重新公開：不公開的欄位不再顯示，原來的檔案不再提供。沒有變動就不會留下紀錄。',
    'What is published is shown anew as is decided now: fields that are withheld are shown no longer, nor is the file before. Where nothing changed nothing is recorded.',
  ),
  publicHash: both('公開版 SHA-256', 'SHA-256 of what is shown'),
  mayBePersonal: both('可能是個人資料', 'What may be personal data'),
  mayBePersonalLead: both(
    (n: number) => `程式找到 ${n} 處，請逐一判斷；程式不會自行遮蔽。`,
    (n: number) => `${n} found, for a person to decide: the program withholds nothing by itself.`,
  ),
  nothingPersonal: both(
    '沒有找到像姓名、身分證號、電話或電子郵件的文字；程式找不到的，仍請人工確認。',
    'Nothing like a name, ID number, telephone number or e-mail address was found; what the program cannot find is still a person’s to see.',
  ),
  found: both('原文', 'Words'),
  decided: both('決定', 'Decision'),
  notDecided: both('未決定', 'not decided'),
  personalKinds: both(
    { 'id-number': '身分證號', telephone: '電話', 'e-mail': '電子郵件', name: '姓名' },
    { 'id-number': 'ID number', telephone: 'telephone', 'e-mail': 'e-mail', name: 'name' },
  ),
  withheldFields: both('不公開的欄位', 'What is not shown'),
  nothingWithheld: both('沒有。', 'Nothing.'),
  decideDisclosure: both('決定公開與否', 'Decide what is shown'),
  whichFields: both('欄位', 'Fields'),
  legalGround: both('法律依據', 'Ground in law'),
  noGround: both('（公開者免填）', '(none where it is shown)'),
  insideReason: both('理由（留在內部，不公開）', 'Why (it stays inside)'),

  lineage: both('計畫沿革', 'Before and after'),
  followsRow: both('承接自', 'Follows'),
  goesOnIn: both('由下列承接：', 'Goes on in: '),
  textsBefore: both('原列所填的文字', 'What was typed there'),
  takeOverTexts: both('帶入原列的文字', 'Take these texts over'),
  historyFields: both<Readonly<Record<string, string>>>({ agency: '執行機關' }, { agency: 'Executing agency' }),

  moneyTitle: both('匯入主計金額並勾稽', 'Import money and reconcile'),
  moneyLead: both(
    '上傳會計系統匯出的 CSV、XLSX 或 ODS。先看勾稽結果，確認後才登錄。',
    'Upload the accounting system’s CSV, XLSX or ODS. See the reconciliation first; record it when it is right.',
  ),
  file: both('檔案', 'File'),
  chooseColumns: both('指定哪一欄是什麼', 'Say which column is which'),
  chooseColumnsLead: both(
    '法定預算與實現數一定要指定；檔案沒有的項目選「沒有這一欄」。指定後先看比對結果，登錄時才會記住，下次同樣的檔案不必再指定。',
    'The legal budget and what was realised have to be told; leave out what the file does not have. See the comparison first; once recorded, the choice is kept for the next file of the kind.',
  ),
  fileBegins: both('檔案的前幾列', 'The first lines of the file'),
  noColumn: both('（沒有這一欄）', '(no such column)'),
  unitOfFile: both('檔案的金額單位', 'Unit of the file’s amounts'),
  inTwd: both('元', 'NT$'),
  inThousandTwd: both('千元', 'NT$ thousand'),
  readAnew: both('依此比對', 'Compare by these'),
  cannotBeRecorded: both(
    (n: number) => `${n} 列無法登錄`,
    (n: number) => `${n} rows cannot be recorded`,
  ),
  toThousand: both('印在表上（千元）', 'As printed (thousand TWD)'),
  printed: both(
    (column: string, thousands: string, rest: string) => `${column} ${thousands}，尾差 ${rest} 元`,
    (column: string, thousands: string, rest: string) => `${column} ${thousands}, rounding ${rest} TWD`,
  ),
  budgetTitle: both('與預算書核對', 'Against the budget'),
  budgetLead: both(
    '上傳預算書（PDF、CSV、ODS …），看表上的累計編列數與預算書說明是否一致。檔案不保存。',
    'Upload a budget book (PDF, CSV, ODS …) to see whether the budget to date agrees with what it says. The file is not kept.',
  ),
  budgetFile: both('預算書', 'Budget book'),
  compareBudget: both('核對', 'Compare'),
  reconcile: heading(terms.reconcile),
  record: both('登錄這些金額', 'Record these amounts'),
  recorded: both('已登錄。對應方式已記住，下次自動套用。', 'Recorded. The mapping is kept for next time.'),
  notInAccounts: both('會計檔案裡沒有', 'not in the accounts'),
  onlyInAccounts: both('只在會計檔案裡、表上沒有的列', 'Only in the accounts'),
  agrees: both('相符', 'agrees'),
  differs: both('不符', 'differs'),

  accounts: both('帳號與角色', 'Accounts and roles'),
  invite: both('邀請', 'Invite'),
  role: both('角色', 'Role'),
  invitedLink: both(
    '請把這個一次性連結交給本人（72 小時內有效）：',
    'Hand this one-time link to the person (valid for 72 hours):',
  ),
  addAgency: both('新增機關', 'Add an agency'),
  parent: both('上級機關', 'Under'),

  checkTitle: both('線上檢核一列', 'Check a row'),
  checkLead: both(
    '貼上一列的內容，立刻知道哪裡對不起來。不需帳號，也不會留下任何內容。',
    'Paste a row and see at once what does not add up. No account, and nothing of it is kept.',
  ),
  amountUnread: both(
    '這個金額讀不懂，沒有檢核。請寫整數，例：9,000。',
    'This amount could not be read and was not checked. Write a whole number, such as 9,000.',
  ),
  check: both('檢查', 'Check'),
} as const;

export function useOfficeWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}

/** How a row is called where it is shown: one without a name says so, with its place in the form. */
export function useRowName(): (row: Pick<RowRecord, 'texts' | 'position'>) => string {
  const t = useOfficeWords();
  return ({ texts, position }) => (isUnseen(texts.name) ? t.noName(position) : texts.name);
}

/** What a remark can be about. */
export const fieldLabels: Readonly<Record<Locale, Readonly<Record<TextField | 'money' | 'indicators', string>>>> = {
  'zh-Hant': labelsIn('zh-Hant'),
  en: labelsIn('en'),
};

function labelsIn(locale: Locale): Readonly<Record<TextField | 'money' | 'indicators', string>> {
  const texts = textFieldNames.map((field) => [field, heading(rowTextFields[field].label)[locale]]);
  return {
    ...(Object.fromEntries(texts) as Record<TextField, string>),
    money: heading(terms.money)[locale],
    indicators: locale === 'en' ? 'Indicators' : terms.indicator['zh-Hant'],
  };
}

/** How each text is written: told before one errs. */
export const fieldHints: Readonly<Record<Locale, Readonly<Partial<Record<TextField, string>>>>> = {
  'zh-Hant': {
    plannedWork: '一項一行。例：1. 整建步道12公里。',
    execution: '寫做了什麼、做了多少；落後與保留請寫原因。',
    goals: '每個目標寫數字與單位，例：完成步道整建12公里。',
    explanation: '逐項寫實際值；未達成的寫原因與策進作為。',
  },
  en: {
    plannedWork: 'One item a line.',
    execution: 'What was done and how much; reasons for delay and carry-over.',
    goals: 'A figure and a unit for each goal.',
    explanation: 'The actual for each goal; for those missed, the reason and what will be done.',
  },
};
