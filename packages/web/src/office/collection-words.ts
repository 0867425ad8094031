import type { Standing, UnreadReason } from '@guankao/workflow';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the pages of collections say. */
const table = {
  collections: both('收集表', 'Collection files'),
  collectionsLead: both(
    '每個機關發一份表（ODS、XLSX），照平常的方式寄出；填好的檔案一次拖放回來，逐格對照後併入。填報的人不需要帳號。',
    'One file (ODS, XLSX) for each agency, mailed as always. What comes back is dropped in together, compared cell by cell and taken in. Those who fill it in need no account.',
  ),
  none: both('還沒有發出過收集表。', 'No collection files were sent yet.'),
  sendTitle: both('發出收集表', 'Send collection files'),
  asked: both('請各機關填寫的欄', 'Columns to be filled in'),
  due: both('繳交期限', 'Due'),
  note: both('發文說明要加的話（可留空）', 'To be added to the covering text (may be left empty)'),
  toAgencies: both('發給哪些機關', 'To which agencies'),
  rowsOf: both(
    (count: number) => `${count} 列`,
    (count: number) => `${count} row${count === 1 ? '' : 's'}`,
  ),
  person: both('填報人', 'Who fills it in'),
  to: both('寄送（電子郵件或文號）', 'Sent to (mail or number of a letter)'),
  send: both('製作並發出', 'Make and send'),
  sentOn: both(
    (when: string, who: string) => `${when} ${who}發出`,
    (when: string, who: string) => `sent ${when} by ${who}`,
  ),
  dueOn: both(
    (day: string) => `期限 ${day}`,
    (day: string) => `due ${day}`,
  ),
  round: both(
    (number: number) => `第 ${number} 次收集`,
    (number: number) => `Collection ${number}`,
  ),
  files: both('下載要寄出的檔案（ZIP）', 'Files to send (ZIP)'),
  history: both('歷程', 'History'),

  dropTitle: both('收回檔案', 'Files that came back'),
  dropLead: both(
    '可一次選多個檔案：ODS、ODT、XLSX、DOCX，或裝有這些檔案、或表格貼在信文裡的電子郵件（.eml），與 ZIP。檔名可以不同；重複的檔案不會再收一次。',
    'Several files at once: ODS, ODT, XLSX, DOCX, e-mails (.eml) with them attached or with the table pasted into the mail, and ZIPs. Names do not matter; a file that came before is not received again.',
  ),
  dropFiles: both('檔案', 'Files'),
  came: both('收到日期', 'Came on'),
  way: both('收到方式', 'How it came'),
  byMail: both('電子郵件', 'mail'),
  receive: both('收回並對照', 'Receive and compare'),
  dropped: both(
    (fresh: number, again: number) =>
      `收到 ${fresh} 個檔案${again === 0 ? '' : `；${again} 個與先前收到的完全相同，沒有再收`}。`,
    (fresh: number, again: number) =>
      `${fresh} received${again === 0 ? '' : `; ${again} had come before and were not received again`}.`,
  ),
  decided: both(
    (count: number) => `已處理 ${count} 格。`,
    (count: number) => `${count} cell${count === 1 ? '' : 's'} decided.`,
  ),

  agency: both('機關', 'Agency'),
  state: both('狀態', 'State'),
  notBack: both('未收回', 'not back'),
  overdue: both('未收回，已逾期', 'not back, overdue'),
  openCells: both(
    (count: number) => `待處理 ${count} 格`,
    (count: number) => `${count} to decide`,
  ),
  allTaken: both('已併入', 'taken in'),
  late: both('逾期收到', 'came late'),
  counts: both(
    (agencies: number, all: number) => `${all} 個機關中 ${agencies} 個已收回`,
    (agencies: number, all: number) => `${agencies} of ${all} agencies are back`,
  ),
  standingCounts: both(
    (same: number, changed: number, conflict: number, unread: number) =>
      `相同 ${same}・變更 ${changed}・衝突 ${conflict}・無法讀入 ${unread}`,
    (same: number, changed: number, conflict: number, unread: number) =>
      `same ${same} · changed ${changed} · conflict ${conflict} · unread ${unread}`,
  ),

  openTitle: both('待處理', 'To decide'),
  nothingOpen: both('沒有待處理的內容。', 'Nothing is to be decided.'),
  takeAll: both(
    (count: number) => `併入全部沒有衝突的（${count} 格）`,
    (count: number) => `Take in all without conflict (${count})`,
  ),
  takeRow: both(
    (count: number) => `併入這一列沒有衝突的（${count} 格）`,
    (count: number) => `Take in this row’s without conflict (${count})`,
  ),
  takeChosen: both('併入勾選的', 'Take in those chosen'),
  leaveChosen: both('勾選的不併入，保留原文', 'Leave those chosen as they are'),
  column: both('欄', 'Column'),
  says: both('現在的內容', 'As it stands'),
  comes: both('收回的內容', 'As it came back'),
  empty: both('（空白）', '(empty)'),
  fromFile: both(
    (number: number, place: string) => `第 ${number} 檔 ${place}`,
    (number: number, place: string) => `file ${number}, ${place}`,
  ),
  emptied: both('原有內容被清空，請確認。', 'What stood there was taken out: make sure.'),

  unreadCount: both(
    (count: number) => `無法讀入 ${count} 項`,
    (count: number) => `${count} not read`,
  ),
  notAskedCount: both(
    (count: number) => `不收的欄有更動 ${count} 格`,
    (count: number) => `${count} changed where nothing was asked`,
  ),
  problemCount: both(
    (count: number) => `無法讀取的檔案 ${count} 個`,
    (count: number) => `${count} file${count === 1 ? '' : 's'} that could not be read`,
  ),
  unreadTitle: both('無法讀入', 'Not read'),
  unreadLead: both(
    '下列內容無法確定屬於哪一列或哪一欄，沒有併入，也沒有丟棄。請對照檔案後自行填入。',
    'Of these it is not known to which row or column they belong. They were not taken in, and are not lost: compare with the file and enter them.',
  ),
  why: both<Readonly<Record<UnreadReason, string>>>(
    {
      'no-row': '找不到對應的列（沒有列碼，名稱與機關也對不上）',
      'name-twice': '沒有列碼，而同機關有兩列同名',
      'not-as-sent': '沒有列碼，金額或去年文字與所發的不同，可能是別的年度的檔案',
      'another-row': '列碼與計畫名稱或內容不合，可能兩列對調了',
      'agency-of-another': '列碼是別的機關的列',
      'other-year': '列碼屬於別的年度或別的主管機關',
      'other-round': '列碼屬於別次收集；請到那一次收集的頁面收回',
      'row-twice': '同一列在檔案裡出現兩次，內容不同',
      'merged-cells': '與別格合併，無法確定屬於哪一格',
      'column-unknown': '多出來的欄',
      'column-twice': '同一欄名出現兩次',
      formula: '公式沒有存入結果，或算不出結果',
      outside: '在表格以外',
      letter: '寫在電子郵件裡，請一讀',
    },
    {
      'no-row': 'no row answers to it (no code, nor name and agency)',
      'name-twice': 'no code, and two rows of the agency have this name',
      'not-as-sent': 'no code, and amounts or last year’s texts are not as they were sent: perhaps another year’s file',
      'another-row': 'code and name or contents are of two rows: perhaps they changed places',
      'agency-of-another': 'the code is of another agency’s row',
      'other-year': 'the code is of another year or another ministry',
      'other-round': 'the code is of another collection: receive it there',
      'row-twice': 'the row stands in the file twice, with different contents',
      'merged-cells': 'merged with another cell',
      'column-unknown': 'a column that was added',
      'column-twice': 'two columns have this heading',
      formula: 'a formula without a result',
      outside: 'outside the table',
      letter: 'written in the e-mail: to be read',
    },
  ),
  place: both('位置', 'Place'),
  reason: both('原因', 'Why'),
  text: both('內容', 'Text'),
  row: both('列', 'Row'),

  notAskedTitle: both('不收的欄有更動', 'Changed where nothing was asked'),
  notAskedLead: both(
    '這些欄只供參考；金額由主計登錄，名稱、類型與期程請在列的頁面修改。',
    'These columns are to be read only. Amounts are the accountant’s; names, types and periods are changed on the row’s page.',
  ),
  sentAs: both('發出時', 'As sent'),

  filesTitle: both('收回的檔案', 'Files that came back'),
  problem: both('無法讀取', 'Could not be read'),
  missingRows: both(
    (names: readonly string[]) => `沒有收回的列：${names.join('、')}`,
    (names: readonly string[]) => `rows that did not come back: ${names.join(', ')}`,
  ),
  missingColumns: both(
    (names: readonly string[]) => `檔案裡沒有的欄：${names.join('、')}`,
    (names: readonly string[]) => `columns that are gone: ${names.join(', ')}`,
  ),
  cameOn: both(
    (day: string, way: string) => `${day}以${way}收到`,
    (day: string, way: string) => `came ${day}, ${way}`,
  ),
  unknownAgency: both('沒有註明機關', 'agency not named'),

  mergeTitle: both('併入完成', 'End taking in'),
  mergeLead: both(
    '表示這次收集已處理完畢。之後再有檔案寄來，仍可收回。',
    'Says that this collection is done with. Files that come later can still be received.',
  ),
  standings: both<Readonly<Record<Standing, string>>>(
    { same: '相同', changed: '變更', conflict: '衝突', taken: '已併入', left: '保留原文', 'not-asked': '不收' },
    {
      same: 'same',
      changed: 'changed',
      conflict: 'conflict',
      taken: 'taken in',
      left: 'left as it was',
      'not-asked': 'not asked',
    },
  ),
} as const;

export function useCollectionWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
