import { type Command, type Option } from './command.ts';

const recipe: Option = {
  type: 'string',
  value: 'FILE',
  summary: { 'zh-Hant': '套用匯入頁匯出的處理紀錄', en: 'replay a recipe that the import page exported' },
};
const json: Option = {
  type: 'boolean',
  summary: {
    'zh-Hant': '印出 JSON（合約見 reading.schema.json）',
    en: 'print JSON (the contract: reading.schema.json)',
  },
};

/** Everything that `guankao` does, in the order of the help. */
export const commands: readonly Command[] = [
  {
    name: 'read',
    operands: 'FILE…',
    arity: [1, Infinity],
    summary: { 'zh-Hant': '讀一份情形表，列出計畫、金額、判定', en: 'read a filing: its plans, money and verdicts' },
    details: {
      'zh-Hant':
        '讀檔案或整個資料夾。加 --json 時，每份檔案在標準輸出印一個 JSON 物件；訊息與進度在標準錯誤。\n讀得出來（含部分讀出）結束碼 0；被拒 2，標準輸出不印任何東西。',
      en: 'Reads files or whole folders. With --json, one JSON object a file on standard output; messages and progress on standard error.\nExit code 0 when read, in part too; 2 when refused, with nothing on standard output.',
    },
    options: {
      json,
      text: {
        type: 'boolean',
        summary: {
          'zh-Hant': '只印讀出的全文，一字不改；檢核結果的位置都以它計算',
          en: 'print the text that was read and nothing else: what all places are counted in',
        },
      },
      recipe,
      out: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: {
          'zh-Hant': '一份一行附加到這個檔案；中斷後再執行會接著讀',
          en: 'append one line a file to this; run again after a break, it goes on',
        },
      },
    },
    examples: [
      'guankao read filing.txt',
      'guankao read filing.txt --json > reading.json',
      'guankao read folder/ --out readings.jsonl',
      'guankao read filing.ods --text > filing.txt',
    ],
    run: async (terminal, args) => (await import('./commands/read.ts')).readCommand(terminal, args),
  },
  {
    name: 'check',
    operands: 'FILE…',
    arity: [1, Infinity],
    summary: {
      'zh-Hant': '重算每個數字與說法，列出對不起來的地方',
      en: 'recompute every number and claim; list what does not hold',
    },
    details: {
      'zh-Hant':
        '逐筆印出：位置、嚴重度、規則、原文、算式、說明與依據。\n結束碼：0 沒有「不符」；1 有「不符」；2 有檔案讀不了（2 優先於 1）。',
      en: 'Prints for each finding: place, severity, rule, the words, the arithmetic, the message and its authority.\nExit code: 0 no error; 1 an error found; 2 some file could not be read (2 beats 1).',
    },
    options: {
      severity: {
        type: 'string',
        value: 'error|warning|question',
        summary: { 'zh-Hant': '只列這個嚴重度以上的', en: 'only findings at least this severe' },
      },
      rule: { type: 'string', value: 'ID', summary: { 'zh-Hant': '只列這條規則的', en: "only this rule's findings" } },
      proofs: {
        type: 'boolean',
        summary: {
          'zh-Hant': '印出每筆檢核結果及其證明（JSON，一份檔案一行），可用 verify/verify.py 驗證',
          en: 'print each finding with its proof (JSON, a line a file), to be verified with verify/verify.py',
        },
      },
    },
    examples: [
      'guankao check filing.txt',
      'guankao check filing.txt --severity warning',
      'guankao check filing.txt --rule target-missed',
      'guankao check filing.txt --proofs > proofs.json',
    ],
    run: async (terminal, args) => (await import('./commands/check.ts')).checkCommand(terminal, args),
  },
  {
    name: 'coverage',
    operands: 'FILE…',
    arity: [1, Infinity],
    summary: {
      'zh-Hant': '每個數字：有矛盾、據以判定、得到印證、無從印證，或沒讀懂',
      en: 'every number: contradicted, judged, borne out, standing alone, or not understood',
    },
    details: {
      'zh-Hant':
        '每個數字恰屬六類之一，依序取先合者：有矛盾、據以判定目標、得到印證、無從印證、日期名稱或序號、未讀出；逐列與全份加總相符。\n結束碼：0 讀了；2 有檔案讀不了，或沒有讀到任何計畫列。',
      en: 'Each number is exactly one of six, the first that fits: contradicted, judged as target or result, borne out, standing alone, a date, name or ordinal, not understood. The rows add up to the whole.\nExit code: 0 read; 2 some file could not be read, or no plan row was recognised in it.',
    },
    options: {
      list: {
        type: 'string',
        value: 'contradicted|judged|borne-out|stands-alone|not-a-claim|unread',
        summary: {
          'zh-Hant': '另列這一類的每個數字、位置與依據',
          en: 'also list each number of this class, with its place and by what',
        },
      },
      json,
    },
    examples: [
      'guankao coverage filing.txt',
      'guankao coverage filing.txt --list unread',
      'guankao coverage filing.txt --json > coverage.json',
    ],
    run: async (terminal, args) => (await import('./commands/coverage.ts')).coverageCommand(terminal, args),
  },
  {
    name: 'explain',
    operands: 'FILE PLAN',
    arity: [2, 2],
    summary: { 'zh-Hant': '說明一個計畫的每個值怎麼讀出來的', en: 'how each value of one plan was read' },
    details: {
      'zh-Hant':
        'PLAN 是列的編號（r03）、順序（3），或計畫名稱的一部分。\n每個值列出：原文位置、由哪個剖析器讀出、是原文所載或推定的，以及左右頁對應的依據與信心。',
      en: "PLAN is a row's id (r03), its place (3), or a part of the plan's name.\nEach value is listed with its place in the source, the parser that read it, whether it is said or inferred, and how the facing pages were joined.",
    },
    options: {},
    examples: ['guankao explain filing.txt 3', 'guankao explain filing.txt 圖書館'],
    run: async (terminal, args) => (await import('./commands/explain.ts')).explainCommand(terminal, args),
  },
  {
    name: 'quantities',
    operands: '[FILE|-]',
    arity: [0, 1],
    summary: {
      'zh-Hant': '讀出每一行的數量、金額、比率、日期、期間',
      en: 'the numbers, money, percentages, dates and durations of each line',
    },
    details: {
      'zh-Hant':
        '沒有檔名或檔名是 - 時讀標準輸入。預設印原文，數量畫底線，值寫在下面；加 --json 印陣列，一行一個元素（空行也有）。',
      en: 'Reads standard input where no file or - is given. Prints the text with each quantity underlined and its value beneath; with --json an array, an element for each line, empty ones too.',
    },
    options: { json },
    examples: [
      'guankao quantities report.txt',
      'echo 完成12萬2,009筆 | guankao quantities',
      'guankao quantities - --json < report.txt',
    ],
    run: async (terminal, args) => (await import('./commands/count.ts')).quantitiesCommand(terminal, args),
  },
  {
    name: 'rules',
    operands: '[ID]',
    arity: [0, 1],
    summary: { 'zh-Hant': '列出檢核規則，或看一條規則的說明', en: 'the catalogue of rules, or one rule’s page' },
    details: {
      'zh-Hant': '每條規則有編號、嚴重度、依據、方法、排除情形與示範。',
      en: 'Each rule has an id, a severity, an authority, a method, exclusions and a demonstration.',
    },
    options: {},
    examples: ['guankao rules', 'guankao rules target-missed'],
    run: async (terminal, args) => (await import('./commands/rules.ts')).rulesCommand(terminal, args),
  },
  {
    name: 'compare',
    operands: 'FILING OTHER…',
    arity: [2, Infinity],
    summary: {
      'zh-Hant': '與另一份官方文件對照同一計畫的金額',
      en: 'hold the same plans against another official source',
    },
    details: {
      'zh-Hant':
        'OTHER 可以是預算書（說明欄敘述繼續計畫的總經費、年度、已編列數），或另一年度的同一張表。\n依名稱、機關與金額對應，列出信心；差異是兩個來源之間的，不說哪一個錯。',
      en: 'OTHER may be a budget book (prose of continuing plans: total, years, budgeted so far) or the same form of another year.\nPlans are matched by name, agency and money, with a confidence; differences are between sources, never errors of one.',
    },
    options: { json },
    examples: ['guankao compare filing.txt budget.csv', 'guankao compare filing-113.txt filing-112.txt'],
    run: async (terminal, args) => (await import('./commands/compare.ts')).compareCommand(terminal, args),
  },
  {
    name: 'export',
    operands: 'FILE',
    arity: [1, 1],
    summary: { 'zh-Hant': '把讀到的內容輸出成正式表格', en: 'give the form back as PDF, ODF, spreadsheet or data' },
    details: {
      'zh-Hant':
        '依別人公布的版面排出情形表：左右對頁、列高對齊、表頭每頁重複。PDF 有標籤並符合 PDF/UA-1。\n這是公布時的版面，不是法定範本（其條文我們沒有看過）。',
      en: 'Sets the form as others have published it: facing pages, rows aligned, heads repeated. The PDF is tagged, PDF/UA-1.\nIt is the form as published; the statutory template, whose text we have not seen, is not claimed.',
    },
    options: {
      to: { type: 'string', value: 'pdf|ods|odt|xlsx|csv|json', summary: { 'zh-Hant': '輸出格式', en: 'the format' } },
      cover: {
        type: 'boolean',
        summary: { 'zh-Hant': 'PDF 前面加一頁檢核說明', en: 'PDF: a first sheet of what was checked' },
      },
      archive: { type: 'boolean', summary: { 'zh-Hant': '長期保存用的 PDF/A-2a', en: 'PDF/A-2a, for keeping' } },
      diff: {
        type: 'boolean',
        summary: {
          'zh-Hant': '讀回來，逐格與原表對照（有不同時結束碼 1）',
          en: 'read it back and compare with the form as filed, cell by cell (exit code 1 where they differ)',
        },
      },
      out: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: {
          'zh-Hant': '寫到哪個檔案（預設依機關與年度命名）',
          en: 'where to write (named after agency and year by default)',
        },
      },
    },
    examples: [
      'guankao export filing.txt --to ods',
      'guankao export filing.txt --to pdf --cover --out 情形表.pdf',
      'guankao export filing.txt --to odt --diff',
    ],
    run: async (terminal, args) => (await import('./commands/export.ts')).exportCommand(terminal, args),
  },
  {
    name: 'import',
    operands: 'FILE…',
    arity: [1, Infinity],
    summary: { 'zh-Hant': '把檔案收進資料庫', en: 'take files into the record' },
    details: {
      'zh-Hant':
        '每份檔案整份收入或完全不收，沒有另外說就不公開（--keep private）；相同的檔案不會變更任何東西，同機關同年度的另一份檔案成為新的一版。\n資料庫在 GUANKAO_DATA（預設 ./.guankao）的內附 PostgreSQL，或 DATABASE_URL 所指的伺服器。可在 serve 執行時使用。\n結束碼：0 全部收下（含已有的）；2 有檔案被拒。',
      en: 'Each file is taken in whole or not at all, and shown to nobody unless that is asked for (--keep private); the same bytes change nothing, another file of the same agency and year becomes a new edition.\nThe record is in the embedded PostgreSQL in GUANKAO_DATA (./.guankao by default), or on the server that DATABASE_URL names. May run beside serve.\nExit code: 0 all taken in (known ones too); 2 some file was refused.',
    },
    options: {
      keep: {
        type: 'string',
        value: 'HOW',
        summary: {
          'zh-Hant': 'private 留存不公開（預設）、public 公開、check-only 僅檢核不留存',
          en: 'private: kept, shown to nobody (default); public; check-only: not kept',
        },
      },
      ground: {
        type: 'string',
        value: 'TEXT',
        summary: { 'zh-Hant': '公開依據（--keep public 必填）', en: 'ground of publishing, owed by --keep public' },
      },
      reread: {
        type: 'boolean',
        summary: {
          'zh-Hant': '已有的檔案用這一版程式重讀',
          en: 'read known files anew with this version of the program',
        },
      },
      reason: {
        type: 'string',
        value: 'TEXT',
        summary: { 'zh-Hant': '為什麼收這一版（更正的緣由）', en: 'why this edition comes in (what it corrects)' },
      },
    },
    examples: [
      'guankao import filing.txt',
      'guankao import corrected.txt --keep public --ground 政府資訊公開法第7條 --reason 更正第七列金額',
      'GUANKAO_DATA=/srv/guankao guankao import folder/',
    ],
    run: async (terminal, args) => (await import('./commands/import.ts')).importCommand(terminal, args),
  },
  {
    name: 'rebuild',
    operands: '',
    arity: [0, 0],
    summary: {
      'zh-Hant': '由事件重建現況，並證明相同',
      en: 'make the current state anew from the events, and prove it the same',
    },
    details: {
      'zh-Hant': '列出每張表的列數，以及與原來不同的地方；之後以重建的為準。\n結束碼：0 相同；1 不同。',
      en: 'Lists the rows of each table and what differed; the rebuilt state then stands.\nExit code: 0 the same; 1 it differed.',
    },
    options: {},
    examples: ['guankao rebuild'],
    run: async (terminal) => (await import('./commands/rebuild.ts')).rebuildCommand(terminal),
  },
  {
    name: 'verify',
    operands: '[FILE]',
    arity: [0, 1],
    summary: {
      'zh-Hant': '查證一個檔案是不是本系統發出的',
      en: 'verify that a file is what was issued',
    },
    details: {
      'zh-Hant':
        '旁邊有 FILE.tlog-proof（或以 --proof 指定）時，只憑檔案、證明與驗證金鑰查證，不需要資料庫。\n沒有證明時查手邊的紀錄：位元組相同的說「與發出的完全相同」；否則讀出來逐格比較，列出不同；都不是就說不是本系統的。\n結束碼：0 完全相同；1 不同、不是本系統的、或證明不成立；2 檔案讀不了。',
      en: 'With FILE.tlog-proof beside it (or named by --proof), by nothing but file, proof and key: no database is needed.\nWithout a proof, by the record at hand: equal bytes are "exactly as issued"; else the file is read and compared cell by cell, and the differences listed; else it is not ours.\nExit code: 0 exactly as issued; 1 different, not ours, or the proof does not hold; 2 the file cannot be read.',
    },
    options: {
      all: {
        type: 'boolean',
        summary: { 'zh-Hant': '紀錄裡的每一個檔案', en: 'every file of the record' },
      },
      proof: {
        type: 'string',
        value: 'FILE',
        summary: { 'zh-Hant': '證明（預設 FILE.tlog-proof）', en: 'the proof (FILE.tlog-proof by default)' },
      },
      key: {
        type: 'string',
        value: 'VKEY|FILE',
        summary: {
          'zh-Hant': '公開日誌的驗證金鑰，或存有它的檔案（預設用手邊紀錄的）',
          en: 'the log’s verifier key, or a file that holds it (the record’s own by default)',
        },
      },
      witness: {
        type: 'string',
        value: 'VKEY,…',
        summary: { 'zh-Hant': '認得的見證者的驗證金鑰', en: 'verifier keys of witnesses that you know' },
      },
    },
    examples: [
      'guankao verify 情形表.pdf',
      'guankao verify 情形表.pdf --key log.vkey --witness audit.vkey',
      'guankao verify --all',
    ],
    run: async (terminal, args) => (await import('./commands/verify.ts')).verifyCommand(terminal, args),
  },
  {
    name: 'fsck',
    operands: '',
    arity: [0, 0],
    summary: {
      'zh-Hant': '檢查整份紀錄有沒有被改過，指出是哪裡',
      en: 'look whether anything in the record was changed, and where',
    },
    details: {
      'zh-Hant':
        '由每筆事件重算公開日誌與其根雜湊，與簽署過的每個檢查點、資料庫外的最後檢查點對照；重算每個來源檔、讀取結果、佐證與發出檔案的雜湊；由事件重建現況比較。不變更任何東西。\n結束碼：0 沒有不符；1 有不符。',
      en: 'Derives the log and its root anew from every event and holds it against every head that was signed and the last one outside the database; hashes every source, reading, evidence and rendering anew; makes the current state anew and compares. Changes nothing.\nExit code: 0 nothing differs; 1 something does.',
    },
    options: {
      checkpoint: {
        type: 'string',
        value: 'FILE,…',
        summary: {
          'zh-Hant': '也與這些檢查點對照（別人留存或見證的）',
          en: 'hold it against these heads too (that others kept or cosigned)',
        },
      },
    },
    examples: ['guankao fsck', 'guankao fsck --checkpoint cosigned.txt'],
    run: async (terminal, args) => (await import('./commands/fsck.ts')).fsckCommand(terminal, args),
  },
  {
    name: 'cosign',
    operands: 'URL',
    arity: [1, 1],
    summary: {
      'zh-Hant': '替另一個網站的公開日誌作見證',
      en: 'witness the log of another site',
    },
    details: {
      'zh-Hant':
        '取得檢查點，驗簽名，並由雜湊確認上次看過的每一筆都沒有變動，才以自己的金鑰見證（C2SP tlog-cosignature）。看過的檢查點存在金鑰旁邊。\n見證過的檢查點印在標準輸出，請公布或留存：日後誰改寫了歷史，憑它就看得出來。\n結束碼：0 已見證；2 沒有見證，理由在標準錯誤。',
      en: 'Fetches the checkpoint, verifies its signature, and makes sure from the tiles that all that was seen last stands unchanged; only then it cosigns with its own key (C2SP tlog-cosignature). What was seen is kept beside the key.\nThe cosigned checkpoint is printed: publish or keep it. Whoever rewrites history later is found out by it.\nExit code: 0 cosigned; 2 not, with the reason on standard error.',
    },
    options: {
      key: {
        type: 'string',
        value: 'FILE',
        summary: { 'zh-Hant': '見證者的金鑰檔', en: 'file of the witness’s key' },
      },
      name: {
        type: 'string',
        value: 'NAME',
        summary: {
          'zh-Hant': '沒有金鑰時以這個名稱建立一把',
          en: 'where there is no key yet, make one of this name',
        },
      },
      log: {
        type: 'string',
        value: 'VKEY|FILE',
        summary: {
          'zh-Hant': '公開日誌的驗證金鑰（沒有指定時，記住第一次看到的）',
          en: 'the log’s verifier key (else that which is seen first is kept)',
        },
      },
      out: {
        type: 'string',
        short: 'o',
        value: 'FILE',
        summary: { 'zh-Hant': '寫到這個檔案', en: 'write to this file' },
      },
    },
    examples: [
      'guankao cosign https://plans.example.gov.tw --key witness.key --name audit.example.gov.tw/w1',
      'guankao cosign https://plans.example.gov.tw --key witness.key --out cosigned.txt',
    ],
    run: async (terminal, args) => (await import('./commands/cosign.ts')).cosignCommand(terminal, args),
  },
  {
    name: 'erase',
    operands: 'EVENT [FILE]',
    arity: [1, 2],
    summary: {
      'zh-Hant': '抹除一筆事件裡的內容（如個人資料）',
      en: 'erase what stands in an event, such as personal data',
    },
    details: {
      'zh-Hant':
        '只給編號時印出這筆事件的內容。給 FILE（同樣的 JSON，只改掉要抹除的文字）就取代它：原文與它的鹽值不再存在，另有一筆事件載明依據；公開日誌與其他證明不變，現況隨之重建。\n備份裡的原文不會自動消失：還原時會再抹除一次，舊備份請刪除。',
      en: 'With a number alone, prints what stands in that event. With FILE (the same JSON, only the text that is to go changed) it takes its place: the text and its salt are gone, an event says on what ground; the log and all other proofs stay, and the current state is made anew.\nBackups still hold it: restoring one erases it again; delete the old ones.',
    },
    options: {
      reason: {
        type: 'string',
        value: 'TEXT',
        summary: { 'zh-Hant': '依據', en: 'the ground' },
      },
    },
    examples: ['guankao erase 17 > payload.json', 'guankao erase 17 payload.json --reason 個人資料保護法第11條'],
    run: async (terminal, args) => (await import('./commands/erase.ts')).eraseCommand(terminal, args),
  },
  {
    name: 'log',
    operands: '[open]',
    arity: [0, 1],
    summary: {
      'zh-Hant': '公開日誌的狀態；另開一份',
      en: 'the state of the record’s log; opening another',
    },
    details: {
      'zh-Hant':
        '列出每份公開日誌的驗證金鑰，簽署最新的檢查點，或說明為什麼不簽署。\nopen 在還原備份、金鑰遺失或更換金鑰後另開一份：產生新金鑰，第一筆寫明舊的最後檢查點；舊金鑰改名保留。\n結束碼：0 已簽署（或沒有金鑰）；1 不能簽署。',
      en: 'Lists the verifier key of each log, signs the newest head, or says why it is not signed.\nopen opens another after a restored backup, a lost key, or to change the key: a new key is made, and the first event names the last head of the old log; the old key is put aside.\nExit code: 0 signed (or no key here); 1 not to be signed.',
    },
    options: {
      reason: {
        type: 'string',
        value: 'TEXT',
        summary: { 'zh-Hant': '為什麼另開', en: 'why another is opened' },
      },
    },
    examples: ['guankao log', 'guankao log open --reason 由備份還原'],
    run: async (terminal, args) => (await import('./commands/log.ts')).logCommand(terminal, args),
  },
  {
    name: 'backup',
    operands: 'FILE',
    arity: [1, 1],
    summary: { 'zh-Hant': '把整份紀錄備份成一個檔案', en: 'back the whole record up into one file' },
    details: {
      'zh-Hant':
        '備份的是同一時刻的紀錄：事件、來源檔、讀取結果、帳號與草稿。可在 serve 執行時進行。檔案權限只給自己，寫完才有正式的檔名。',
      en: 'The record of one moment: events, source files, readings, accounts and drafts. May run beside serve. The file is readable by you only, and has its name once it is whole.',
    },
    options: {},
    examples: ['guankao backup guankao-2026-11-22.gz', 'DATABASE_URL=postgresql://… guankao backup nightly.gz'],
    run: async (terminal, args) => (await import('./commands/backup.ts')).backupCommand(terminal, args),
  },
  {
    name: 'restore',
    operands: 'FILE',
    arity: [1, 1],
    summary: { 'zh-Hant': '把備份還原到一個空的資料庫', en: 'put a backup into an empty record' },
    details: {
      'zh-Hant': '整份還原或完全不還原；不會蓋掉已有的紀錄。之後由事件重建現況。',
      en: 'Whole or not at all; nothing that is there is written over. The current state is then made from the events.',
    },
    options: {},
    examples: ['GUANKAO_DATA=/srv/new guankao restore guankao-2026-11-22.gz'],
    run: async (terminal, args) => (await import('./commands/backup.ts')).restoreCommand(terminal, args),
  },
  {
    name: 'serve',
    operands: '[FILE…]',
    arity: [0, Infinity],
    summary: { 'zh-Hant': '收入檔案並開啟網站', en: 'take files in and serve the site' },
    details: {
      'zh-Hant': [
        '沒有檔案、資料庫又是空的，就收入範例。網站可用後印出 Listening on http://…；Ctrl-C 全部停止。',
        '環境變數（詳見維運說明 docs/operations.md）：',
        '  PORT（8080）、HOST（127.0.0.1）　在哪裡回應',
        '  GUANKAO_DATA（./.guankao）　內附資料庫的資料夾',
        '  DATABASE_URL　改用該伺服器（PostgreSQL 15 以上）；DATABASE_OWNER_URL　其擁有者，供升級與還原',
        '  GUANKAO_ORIGIN　本站對外的網址，例如 https://plans.example.gov.tw；GUANKAO_PROXY　可信任的代理伺服器位址',
        '  GUANKAO_SMTP　寄通知信的郵件伺服器，例如 smtps://使用者:密碼@mail.agency.gov.tw、smtp://127.0.0.1:25?tls=none；不設就不寄信',
        '  GUANKAO_MAIL_FROM　寄件人，例如「管考通知 <noreply@agency.gov.tw>」；設了 GUANKAO_SMTP 就要設，並要有 GUANKAO_ORIGIN',
        '  GUANKAO_LOG（requests 則每個要求記一行）、GUANKAO_LOG_KEY　簽署紀錄的金鑰檔',
        '  GUANKAO_WORKERS（子程序數）、GUANKAO_WORKER_MEMORY（每個的 MB 上限）',
      ].join('\n'),
      en: [
        'With no files and an empty record, the example is taken in. Prints Listening on http://… once the site answers; Ctrl-C stops all of it.',
        'Environment (more in docs/operations.md):',
        '  PORT (8080), HOST (127.0.0.1): where it answers',
        '  GUANKAO_DATA (./.guankao): folder of the embedded database',
        '  DATABASE_URL: that server is used (PostgreSQL 15 or newer); DATABASE_OWNER_URL: its owner, for upgrades and restoring',
        '  GUANKAO_ORIGIN: the address by which this site is reached, such as https://plans.example.gov.tw; GUANKAO_PROXY: addresses of proxies that are believed',
        '  GUANKAO_SMTP: the mail server for notices, such as smtps://user:password@mail.agency.gov.tw or smtp://127.0.0.1:25?tls=none; without it no mail is sent',
        '  GUANKAO_MAIL_FROM: the sender, such as "Guankao <noreply@agency.gov.tw>"; owed with GUANKAO_SMTP, and so is GUANKAO_ORIGIN',
        '  GUANKAO_LOG (requests writes a line for each), GUANKAO_LOG_KEY: the file with the key that signs the record’s log',
        '  GUANKAO_WORKERS (child processes), GUANKAO_WORKER_MEMORY (MB for each)',
      ].join('\n'),
    },
    options: {},
    examples: ['guankao serve', 'guankao serve filing.txt', 'PORT=9000 guankao serve folder/'],
    run: async (terminal, args) => (await import('./commands/serve.ts')).serveCommand(terminal, args),
  },
  {
    name: 'bench',
    operands: 'rules',
    arity: [1, 1],
    summary: { 'zh-Hant': '以標註過的情形表量測規則', en: 'measure the rules on labelled filings' },
    details: {
      'zh-Hant':
        '在專案的原始碼資料夾執行：每條規則的精確率與召回率、與上一版相比多報與少報了什麼、改壞一個數字後抓不抓得到，印成 Markdown。\n有規則變差或標註的檔案被拒時，結束碼 1。',
      en: "In a checkout of the project: each rule's precision and recall, findings gained and lost since the last release, and whether one number made wrong is caught, as Markdown.\nExit code 1 when a rule got worse or a labelled filing was refused.",
    },
    options: {
      seed: {
        type: 'string',
        value: 'N',
        summary: { 'zh-Hant': '亂數種子（預設 113）', en: 'seed of the mutants (113 by default)' },
      },
      mutants: {
        type: 'string',
        value: 'N',
        summary: { 'zh-Hant': '最多試這麼多個改壞的數字', en: 'try at most so many mutants' },
      },
      speed: { type: 'boolean', summary: { 'zh-Hant': '也量測速度', en: 'measure speed too' } },
      report: {
        type: 'string',
        value: 'FILE',
        summary: { 'zh-Hant': '結果寫到這個檔案', en: 'write the page to this file' },
      },
      keep: {
        type: 'string',
        value: 'RELEASE',
        summary: { 'zh-Hant': '把這次的結果存成比較的基準', en: 'store these results as the baseline to compare with' },
      },
      measured: {
        type: 'boolean',
        summary: {
          'zh-Hant': '寫下各規則的錯誤經人判定的對錯（packages/rules/measured.json）',
          en: 'write how errors of each rule were judged (packages/rules/measured.json)',
        },
      },
    },
    examples: [
      'guankao bench rules',
      'guankao bench rules --speed --report bench/results/rules-2026-11-22.md',
      'guankao bench rules --keep 0.1.0',
    ],
    run: async (terminal, args) => (await import('./commands/bench.ts')).benchCommand(terminal, args),
  },
];
