import type { Pair } from '../words/words.ts';

const both = <Value>(zh: Value, en: Value): Pair<Value> => ({ 'zh-Hant': zh, en });

/** Of the page 驗證 and of the script on it. */
export const verifyWords = {
  title: both('驗證', 'Verify'),
  lead: both(
    '確認手上的檔案是不是本站發出的那一份。檔案只在您的瀏覽器裡計算，不會傳到任何地方；頁面載入後，切斷網路也能用。',
    'Make sure that a file is the very one that this site gave out. It is worked on in your browser and sent nowhere; once the page is there, it works without a network.',
  ),
  file: both('檔案（PDF、ODS、ODT、XLSX、CSV、JSON 或來源檔）', 'The file (PDF, ODS, ODT, XLSX, CSV, JSON or source)'),
  proof: both('它的證明（.tlog-proof）', 'Its proof (.tlog-proof)'),
  proofHint: both('在同一頁的「下載」，檔案旁邊的「證明」。', 'Under Downloads, beside the file: proof.'),
  dropHint: both('也可以把兩個檔案一起拖到這裡。', 'Or drop both of them here.'),
  keys: both('驗證金鑰', 'Verifier keys'),
  keysHint: both(
    '請與維運機關以其他方式告知的核對：網頁本身不能證明自己的金鑰。最後一把現在使用中。',
    'Compare them with what the operator told you by another way: a page cannot prove its own keys. The last one is in use.',
  ),
  noLog: both(
    '本站還沒有簽署公開日誌，目前無法驗證。',
    'This site has not signed its log yet; nothing can be verified.',
  ),
  needsScript: both(
    '在這一頁驗證需要 JavaScript。不用網頁時，以 guankao verify 檔案 或另一個獨立程式查證，見「操作說明」。',
    'Verifying on this page needs JavaScript. Without it, use guankao verify FILE, or a program of your own.',
  ),
  needsHttps: both(
    '這個瀏覽器在此連線下不能驗簽（需要 https，以及支援 Ed25519 的版本）。請改用 guankao verify。',
    'This browser cannot verify signatures on this connection (it takes https, and a version that knows Ed25519). Use guankao verify.',
  ),
  working: both('計算中…', 'Working…'),
  same: both('與發出的完全相同', 'Exactly as issued'),
  other: both('不是這個檔案', 'Not this file'),
  otherText: both(
    '證明成立，但它證明的是另一個檔案。手上的檔案被改過，或拿錯了證明。要知道哪一格不同，請在下面選發出的那一份。',
    'The proof holds, but of another file: the one at hand was changed, or the proof is of another. To see which cells differ, choose the file that was issued below.',
  ),
  issued: both('發出的那一份（證明所指的檔案）', 'The file that was issued (the one that the proof is of)'),
  issuedHint: both(
    '兩份檔案在您的瀏覽器裡逐格比對，格式不同也可以。',
    'Both are compared cell by cell in your browser, of whatever formats.',
  ),
  issuedPage: both('這份情形表的頁面，可在那裡下載', 'The page of this form, where it can be downloaded'),
  notIssued: both(
    '選的這一份也不是證明所指的檔案，沒有據以比對。請選下載後沒有改過的檔案。',
    'The file that was chosen is not the one that the proof is of either; nothing was compared with it. Choose the file as it was downloaded.',
  ),
  comparing: both('逐格比對中…', 'Comparing cell by cell…'),
  cells: both(
    (count: number) => `與發出的那一份相比，有 ${count} 格不同`,
    (count: number) =>
      count === 1 ? 'One cell differs from what was issued' : `${count} cells differ from what was issued`,
  ),
  noCell: both(
    '每一格都與發出的那一份相同，但不是同一個檔案：格式、排版或檔案內的其他資料不同。',
    'Every cell is as it was issued, but this is another file: its format, layout or other data differ.',
  ),
  noRows: both(
    '其中一份讀不到任何計畫列，無法逐格比對。請確認兩份都是情形表。',
    'No plan row can be read out of one of the two; they cannot be compared cell by cell. Make sure that both are forms.',
  ),
  notCompared: both(
    '這個瀏覽器沒有把兩份檔案比對完。請改用 guankao verify 檔案。',
    'This browser did not come to the end of comparing the two. Use guankao verify FILE.',
  ),
  cellOf: both(
    (row: number, name: string, column: string) => `第 ${row} 列「${name}」・${column}`,
    (row: number, name: string, column: string) => `Row ${row}, ${name}: ${column}`,
  ),
  asIssued: both('發出的', 'As issued'),
  asGiven: both('手上的', 'At hand'),
  noRowThere: both('（沒有這一列）', '(no such row)'),
  emptyCell: both('（空白）', '(empty)'),
  more: both(
    (count: number) => `另有 ${count} 格不同，沒有列出。`,
    (count: number) => `${count} more cells differ and are not listed.`,
  ),
  unproven: both('證明不成立', 'The proof does not hold'),
  of: both('是什麼', 'What it is'),
  event: both('事件', 'Event'),
  when: both('時間', 'Time'),
  head: both('檢查點', 'Checkpoint'),
  events: both(
    (size: number) => `${size} 筆`,
    (size: number) => `${size} events`,
  ),
  sourceFile: both('來源檔案', 'the source file'),
} as const;
