import type { Pair } from '../words/words.ts';

const both = <Value>(zh: Value, en: Value): Pair<Value> => ({ 'zh-Hant': zh, en });

/** Of the pages that say who changed a target, and of the line that says where an event stands in the log. */
export const targetWords = {
  title: both('目標值的歷程', 'History of the targets'),
  link: both('誰改過這個目標、依據哪份文件', 'Who changed this target, by which document'),
  publicLead: both(
    '這個計畫的目標值在已公布的各版情形表之間有沒有改過：改之前、改之後、由誰（職務與機關）、何時、理由、依據的文件。只說已公布的。',
    'Whether this plan’s targets changed between the published editions of its form: before, after, who (role and agency), when, why, by which document. Only what is published is told.',
  ),
  insideLead: both(
    '每一次訂定與修正：改之前、改之後、由誰、以什麼職務、何時、理由、依據文件。沒有一次可以改或刪；每一次都在公開日誌裡有它的位置。',
    'Each time that a target was set or revised: before, after, who, in which role, when, why, by which document. None can be changed or deleted; each has its place in the log.',
  ),
  inside: both(
    '兩版之間在編報中的每一次修正，有權查看的人員登入後可見。',
    'Each revision between two editions is shown to those who may see it, once they have signed in.',
  ),
  none: both('沒有讀到可供比較的目標值。', 'No target was found that could be followed.'),
  before: both('之前', 'Before'),
  after: both('之後', 'After'),
  step: both(
    { first: '原訂', eased: '放寬', tightened: '提高要求', otherwise: '變更', removed: '不再列出', same: '未變' },
    {
      first: 'first set',
      eased: 'lowered',
      tightened: 'made stricter',
      otherwise: 'changed',
      removed: 'no longer listed',
      same: 'unchanged',
    },
  ),
  change: both('變動', 'Change'),
  who: both('由誰', 'Who'),
  when: both('何時', 'When'),
  why: both('理由', 'Why'),
  document: both('依據文件', 'By which document'),
  noDocument: both('未載明', 'none named'),
  noReason: both('未載明', 'none given'),
  proof: both('證明', 'Proof'),
  print: both('要留存時，以瀏覽器列印本頁。', 'To keep it, print this page from the browser.'),
  position: both(
    (position: number) => `公開日誌第 ${position} 筆`,
    (position: number) => `No. ${position} of the log`,
  ),
  leaf: both('葉雜湊', 'leaf hash'),
  within: both(
    (size: number, at: string) => `在 ${at} 簽署的檢查點（共 ${size} 筆）內`,
    (size: number, at: string) => `inside the checkpoint of ${at} (${size} events)`,
  ),
  unsigned: both('還沒有簽署的檢查點', 'no signed checkpoint yet'),
  noLeaf: both('還沒有進公開日誌', 'not in the log yet'),
  erased: both(
    (by: number) => `內容已依第 ${by} 筆事件抹除，證明仍成立`,
    (by: number) => `its payload was erased by event ${by}; the proof still holds`,
  ),
  download: both('下載證明（.tlog-proof）', 'Download its proof (.tlog-proof)'),
  verify: both('驗證', 'Verify'),
} as const;
