import { isAboutFiling, type Finding } from '@guankao/domain';
import { planId } from '@guankao/reading';
import { words } from '@guankao/web';
import { both, tableOf, type Column } from '../table.ts';

interface OfFinding {
  /** Its id. */
  readonly filing: string;
  /** Id of the plan row; null: about the whole filing. */
  readonly row: string | null;
  readonly finding: Omit<Finding, 'proof'>;
  readonly number: number;
}

/** To six decimals: what is computed from figures of a form says no more. */
function told(value: number | string | null): string | null {
  return typeof value === 'number' ? `${Number(value.toFixed(6))}` : value;
}

/** Also of findings that were searched for. */
export const findingColumns: readonly Column<OfFinding>[] = [
  {
    key: 'id',
    head: both('編號', 'id'),
    about: both('執行情形表編號加順序；每一版重編。', 'The filing’s id and its number; numbered anew in each edition.'),
    type: 'string',
    required: true,
    of: ({ filing, number }) => `${filing}-f${number}`,
  },
  {
    key: 'filing',
    head: both('執行情形表編號', 'filing'),
    about: both('對應 editions 表。', 'As in the table editions.'),
    type: 'string',
    required: true,
    of: ({ filing }) => filing,
  },
  {
    key: 'row',
    head: both('列編號', 'row'),
    about: both('關於整份執行情形表的留空。', 'Empty where it is about the whole filing.'),
    type: 'string',
    of: ({ row }) => row,
  },
  {
    key: 'rule',
    head: both('規則', 'rule'),
    about: both('規則代號，說明在 /rules。', 'Id of the rule, explained at /rules.'),
    type: 'string',
    required: true,
    of: ({ finding }) => finding.rule,
  },
  {
    key: 'severity',
    head: both('程度', 'severity'),
    about: both('不符、應說明或請釐清。', 'Error, warning or question.'),
    type: 'string',
    required: true,
    words: { 'zh-Hant': words['zh-Hant'].severity, en: words.en.severity },
    of: ({ finding }) => finding.severity,
  },
  {
    key: 'transcriptionDoubt',
    head: both('轉檔存疑', 'doubt about the transcription'),
    about: both(
      '可能是檔案轉換造成的，請核對印本。',
      'The conversion may have caused it: compare with the printed page.',
    ),
    type: 'boolean',
    required: true,
    of: ({ finding }) => !isAboutFiling(finding),
  },
  {
    key: 'message',
    head: both('說明', 'what is wrong (in Chinese)'),
    about: both(
      '查到什麼、為什麼、怎麼釐清。',
      'What was found, why, and what would settle it; English at the finding’s page.',
    ),
    type: 'string',
    required: true,
    of: ({ finding }) => finding.message['zh-Hant'],
  },
  {
    key: 'words',
    head: both('所指的字(原文)', 'words it points to (as printed)'),
    about: both('以「｜」分開。', 'Separated by ｜.'),
    type: 'string',
    of: ({ finding }) => finding.evidence.map(({ text }) => text).join('｜') || null,
  },
  {
    key: 'stated',
    head: both('表上所寫', 'stated'),
    about: both('執行情形表所寫的數或字。', 'The number or words that the filing states.'),
    type: 'string',
    of: ({ finding }) => told(finding.stated),
  },
  {
    key: 'computed',
    head: both('算得', 'computed'),
    about: both('依算式所得。', 'What the expression comes to.'),
    type: 'string',
    of: ({ finding }) => told(finding.computed),
  },
  {
    key: 'expression',
    head: both('算式', 'expression'),
    about: both('可以重算的算式。', 'Can be computed again.'),
    type: 'string',
    // 3/12 is the third of December to a spreadsheet.
    written: (text) => text.replaceAll('/', '÷').replaceAll('*', '×'),
    of: ({ finding }) => finding.expression,
  },
];

export const findings = tableOf<OfFinding>({
  id: 'findings',
  title: both('檢核結果', 'Findings'),
  about: both(
    '檢核所指的每一件事，附算式與所指的字。「轉檔存疑」不是執行情形表的錯。',
    'Each thing that the checks found, with its arithmetic and the words. A doubt about the transcription is no fault of the filing.',
  ),
  key: 'id',
  references: [{ column: 'row', table: 'rows' }],
  rows: function* (held) {
    for (const [at, finding] of held.reading.findings.entries()) {
      const row = finding.plan === null ? null : planId(held.filing.id, finding.plan);
      yield { filing: held.filing.id, row, finding, number: at + 1 };
    }
  },
  columns: findingColumns,
});
