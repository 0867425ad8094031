import { heading, terms } from '@guankao/terms';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

const roc = (year: number) => `${year - 1911} 年`;

/** What the pages of workdays and deadlines say. */
const table = {
  title: heading(terms.workdays),
  lead: both(
    '期限遇休息日順延，依這裡的日曆計算。匯入行政院人事行政總處公布的 CSV（欄位：西元日期、星期、是否放假、備註；Big5 或 UTF-8 都可以）；先顯示內容，確認後才存入。',
    'Deadlines that fall on a day of rest are moved by these calendars. Import the CSV of the Directorate-General of Personnel Administration (西元日期, 星期, 是否放假, 備註; Big5 or UTF-8); it is shown first, and kept once you say so.',
  ),
  none: both(
    '還沒有匯入任何一年的日曆：現在只以星期六、日為休息日，國定假日與補行上班日都不計。',
    'No calendar is held: weekends alone are days of rest, national holidays and worked Saturdays are not known.',
  ),
  file: both('日曆檔案', 'File of the calendar'),
  read: both('讀取檔案', 'Read the file'),
  readTitle: both(
    (year: number, name: string) => `${roc(year)}（${name}）`,
    (year: number, name: string) => `${year} (${name})`,
  ),
  counts: both(
    (off: number, worked: number) => `放假 ${off} 日，上班 ${worked} 日。`,
    (off: number, worked: number) => `${off} days off, ${worked} worked.`,
  ),
  holidays: both('平日放假與有備註的日子', 'Weekdays that are off, and days with a note'),
  makeUp: both('補行上班', 'worked'),
  off: both('放假', 'off'),
  day: both('日期', 'Day'),
  weekday: both('星期', 'Weekday'),
  state: both('放假或上班', 'Off or worked'),
  note: both('備註', 'Note'),
  weekdays: both(['日', '一', '二', '三', '四', '五', '六'], ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']),
  keep: both('存入', 'Keep it'),
  replace: both('更換', 'Put it in the place of the one that is held'),
  replaceReason: both('更換理由', 'Why it is replaced'),
  changes: both(
    (off: readonly string[], worked: readonly string[]) =>
      off.length + worked.length === 0
        ? '這一年的日曆已經匯入，內容相同。'
        : `這一年的日曆已經匯入。改為放假：${off.join('、') || '無'}；改為上班：${worked.join('、') || '無'}。`,
    (off: readonly string[], worked: readonly string[]) =>
      off.length + worked.length === 0
        ? 'The calendar of this year is held already, and is the same.'
        : `The calendar of this year is held already. Off now: ${off.join(', ') || 'none'}; worked now: ${worked.join(', ') || 'none'}.`,
  ),
  kept: both(
    (year: number) => `已存入 ${roc(year)}的日曆。`,
    (year: number) => `The calendar of ${year} is kept.`,
  ),
  held: both('已匯入', 'Held'),
  heldYear: both('年', 'Year'),
  heldBy: both(
    (by: string, at: string) => `${by} ${at} 匯入`,
    (by: string, at: string) => `imported by ${by}, ${at}`,
  ),
  byAdministrator: both('由系統管理者匯入。', 'Administrators import it.'),
  deadlines: both('年度期限一覽', 'Deadlines of the year'),
  deadlinesLead: both(
    '這個年度的期限，依日期排列；每一項都列依據，來源沒有定明的也寫明。',
    'Deadlines of this year by date, each with its ground; where the sources do not settle one it says so.',
  ),
  unknown: both(
    (years: readonly number[]) =>
      `${years.map(roc).join('、')}的政府行政機關辦公日曆表還沒有匯入：該年只以星期六、日為休息日，國定假日沒有計入。`,
    (years: readonly number[]) =>
      `The official calendar of ${years.join(' and ')} is not held: there, weekends alone are days of rest, and national holidays are not known.`,
  ),
  import: both('匯入日曆', 'Import a calendar'),
  what: both('事項', 'What'),
  ground: both('依據', 'Ground'),
  report: heading(terms.periodicReport),
  collection: both(
    (round: number) => `收集表第 ${round} 次收回`,
    (round: number) => `Collection files back, round ${round}`,
  ),
  ownWord: both('彙整人員所定', 'set by the compiler'),
  settled: both('', ''),
  unsettled: both(
    '已讀的來源沒有定明，請以主管機關當年函示為準。',
    'The sources read do not settle it; what the authority says for the year holds.',
  ),
  source: both('來源', 'source'),
  past: both('已過', 'past'),
  moved: both(
    (from: string, why: string) => `原為 ${from}（${why}），順延`,
    (from: string, why: string) => `moved from ${from} (${why})`,
  ),
  whys: both(
    { sunday: '星期日', saturday: '星期六', holiday: '放假日' },
    { sunday: 'a Sunday', saturday: 'a Saturday', holiday: 'a holiday' },
  ),
  noon: both('星期六順延者，依法到次星期一上午為止', 'of a Saturday, by the Act until the morning of the next Monday'),
  weekendsOnly: both('未匯入該年日曆，只以週末計', 'no calendar of the year: weekends only'),
  movingGround: both(
    (article: string) =>
      `遇休息日順延的依據：${article}（星期六到次星期一上午）。該法規範的是機關對人民的行政行為；機關之間的期限比照順延，是本系統的預設。`,
    (article: string) =>
      `Moved by ${article} (of a Saturday, until the morning of the next Monday). The Act is of what agencies do towards people; that deadlines between agencies are moved the same way is this program’s assumption.`,
  ),
} as const;

export function useCalendarWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
