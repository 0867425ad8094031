import { terms } from '@guankao/terms';

/** What the page says, in both languages. */
export type Language = 'zh-Hant' | 'en';

const both = <Said>(zh: Said, en: Said) => ({ 'zh-Hant': zh, en });

const table = {
  title: both('在您的電腦上檢核情形表', 'Check a filing on your own computer'),
  lead: both(
    '把檔案拖到這裡，或選一個檔。檢核在這個瀏覽器裡做，檔案不會送到任何地方。',
    'Drop a file here, or choose one. It is checked in this browser and sent nowhere.',
  ),
  formats: both(
    'PDF、ODS、ODT、XLSX、DOCX、HTML、CSV、純文字；一次最多 10 個，每個 64 MB 以內。',
    'PDF, ODS, ODT, XLSX, DOCX, HTML, CSV, text; ten at once at most, of 64 MB each.',
  ),
  choose: both('選檔案', 'Choose files'),
  offline: both('可離線使用：檢核不需要網路。', 'Works offline: checking needs no network.'),
  reading: both('讀取中', 'Reading'),
  seconds: both(
    (n: number) => `${n} 秒`,
    (n: number) => `${n} s`,
  ),
  cancel: both('停止', 'Stop'),
  stopped: both('已停止。', 'Stopped.'),
  waiting: both('排隊中', 'Waiting'),
  tooLarge: both(
    (megabytes: number) => `這個檔有 ${megabytes} MB，超過 64 MB，沒有讀。請只留情形表那幾頁再試。`,
    (megabytes: number) =>
      `This file has ${megabytes} MB, more than 64 MB, and was not read. Keep the pages of the form only, and try again.`,
  ),
  folder: both(
    '這是資料夾，或讀不到的檔。請選檔案。',
    'This is a folder, or a file that cannot be read. Choose files.',
  ),
  tooMany: both(
    (left: number) => `一次最多 10 個檔；其餘 ${left} 個沒有讀，請再拖一次。`,
    (left: number) => `Ten files at once at most; the other ${left} were not read. Drop them again.`,
  ),
  died: both(
    '讀這個檔用完了記憶體，或程式出錯而中止；其他檔照常。請只留情形表那幾頁再試。',
    'Reading this file took all memory, or the program failed and ended; other files go on. Keep the pages of the form only, and try again.',
  ),
  fault: both(
    (what: string) => `讀這個檔時程式出錯（是本程式的錯）：${what}`,
    (what: string) => `The program failed on this file (our fault): ${what}`,
  ),
  noPlan: both(
    '沒有讀到任何計畫列，所以沒有檢核：不是這種表，或版面不是已知的。',
    'No plan row was recognised, so nothing was checked: it is not this form, or in a layout that is not known.',
  ),
  read: both(
    (plans: number, targets: number, judged: number) =>
      `讀到 ${plans} 列計畫、${targets} 個目標（${judged} 個可判定）。`,
    (plans: number, targets: number, judged: number) =>
      `Read ${plans} plan rows, ${targets} targets (${judged} found met or missed).`,
  ),
  coverage: both(
    (counted: string) => `${counted}。`,
    (counted: string) => `${counted}.`,
  ),
  nothing: both(
    '沒有查到問題。規則查不到的，不等於沒有。',
    'Nothing was found. What the rules do not look for may still be there.',
  ),
  counts: both(
    (errors: number, warnings: number, questions: number, doubts: number) =>
      `${terms.error['zh-Hant']} ${errors}、${terms.warning['zh-Hant']} ${warnings}、${terms.question['zh-Hant']} ${questions}、${terms.transcriptionDoubt['zh-Hant']} ${doubts}`,
    (errors: number, warnings: number, questions: number, doubts: number) =>
      `${errors} errors, ${warnings} warnings, ${questions} questions, ${doubts} doubts about the transcription`,
  ),
  unread: both(
    (n: number) => `未讀出 ${n} 段`,
    (n: number) => `${n} stretches unread`,
  ),
  notices: both('讀檔時的備註', 'Remarks on reading the file'),
  whole: both('整份文件', 'The document as a whole'),
  severity: both(
    { error: terms.error['zh-Hant'], warning: terms.warning['zh-Hant'], question: terms.question['zh-Hant'] },
    { error: terms.error.en, warning: terms.warning.en, question: terms.question.en },
  ),
  doubt: both(
    `${terms.transcriptionDoubt['zh-Hant']}：請核對原頁`,
    `${terms.transcriptionDoubt.en}: check the printed page`,
  ),
  computed: both('重算', 'computed'),
  stated: both('原文', 'stated'),
  authority: both('依據', 'Authority'),
  correct: both('改這一欄', 'Correct this text'),
  again: both('再檢核一次', 'Check again'),
  changes: both(
    (gone: number, left: number, added: number) => `已改 ${gone}，剩 ${left}，新增 ${added}`,
    (gone: number, left: number, added: number) => `${gone} mended, ${left} left, ${added} new`,
  ),
  undo: both('回到原檔的文字', 'Back to the texts of the file'),
  takeCsv: both(`${terms.finding['zh-Hant']}（CSV）`, 'Findings (CSV)'),
  takeJson: both('讀出的資料（JSON）', 'What was read (JSON)'),
  takeClarifications: both(`${terms.clarifications['zh-Hant']}（ODT）`, 'Points to clarify (ODT, in Chinese)'),
  takeOds: both('情形表（ODS）', 'The form (ODS)'),
  print: both('列印', 'Print'),
  remove: both('移除', 'Remove'),
  version: both('版本', 'Version'),
  other: both('English', '中文'),
  empty: both('還沒有檔案。', 'No file yet.'),
  page: both(
    (n: number) => `第 ${n} 頁`,
    (n: number) => `page ${n}`,
  ),
};

type Table = typeof table;
export type Words = { readonly [Name in keyof Table]: Table[Name][Language] };

export function wordsIn(language: Language): Words {
  return Object.fromEntries(Object.entries(table).map(([name, said]) => [name, said[language]])) as Words;
}
