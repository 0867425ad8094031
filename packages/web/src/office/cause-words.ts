import { heading, terms } from '@guankao/terms';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the pages of causes say. */
const table = {
  title: both('落後、未達成與保留原因', 'Causes'),
  lead: both(
    '依內文字句提出可能的原因，由人確認後才算；沒有提到的也可以自行選擇並寫明說明。',
    'What the texts speak of is proposed; it counts once a person confirms it. Others can be chosen, with a word of explanation.',
  ),
  origin: both(
    '原因清單依公開報告的用語編成，沒有讀到官方的代碼表；責任歸屬是通常的情形，可以改並寫明說明。',
    'The list is of words in public reports; no official list of codes was read. To whom a cause is put down is as it usually is, and can be changed with a reason.',
  ),
  source: both('來源', 'source'),
  none: both('還沒有確認的原因。', 'No cause is confirmed yet.'),
  proposed: both('內文提到', 'The texts speak of'),
  kinds: both(
    { lag: '落後', unmet: '未達成', 'carry-over': '保留' },
    { lag: 'behind', unmet: 'target missed', 'carry-over': 'carried over' },
  ),
  attributable: both(
    { agency: '可歸責機關', contractor: '可歸責廠商', outside: '不可歸責', open: '視情形' },
    { agency: 'the agency', contractor: 'the contractor', outside: 'neither', open: 'it depends' },
  ),
  kind: both('屬於', 'Of'),
  cause: heading(terms.cause),
  to: both('責任歸屬', 'Put down to'),
  asListed: both('（依清單）', '(as the list has it)'),
  words: both('內文字句', 'Words of the text'),
  reason: both('說明', 'Explanation'),
  confirm: both('確認', 'Confirm'),
  remove: both('移除', 'Remove'),
  removeReason: both('移除理由', 'Why it is removed'),
  add: both('自行選擇原因', 'Choose another cause'),
  gone: both('內文已改，字句不在原處', 'the text was changed since'),
  by: both('確認', 'Confirmed by'),
  backToRow: both('回到這一列', 'Back to the row'),
  fields: both(
    { execution: '執行情形說明', explanation: '達成或未達成說明' },
    { execution: 'execution', explanation: 'explanation' },
  ),
  tableTitle: both('原因統計', 'Causes by agency and year'),
  tableLead: both(
    '各機關經確認的原因列數；一列可以有幾個原因。沒有確認的不計。',
    'Rows of each agency with a confirmed cause; a row may have several. What nobody confirmed is not counted.',
  ),
  total: both('合計', 'Total'),
  without: both('沒有確認原因的列', 'Rows without a confirmed cause'),
  ofRows: both(
    (without: number, rows: number) => `${rows} 列中 ${without} 列`,
    (without: number, rows: number) => `${without} of ${rows}`,
  ),
  rowsOf: both('有這個原因的列', 'The rows, by cause'),
  formula: both(
    [
      '算法',
      '每格是該機關該年度表內，至少有一個經確認的該項原因的列數。一列有幾個原因就在幾項各計一次，所以各項不相加；同一項各機關的列不重複，可以相加。',
    ] as const,
    [
      'How it is counted',
      'Each cell is the rows of that agency in the form of that year with at least one confirmed cause of that name. A row with several counts once for each, so causes are not added up; rows of several agencies are not the same, and are.',
    ] as const,
  ),
  scope: both(
    ['範圍', '同一主管機關近十個年度的表，您看得到的列；已分割、合併、停辦的列不計。只在工作檯，不對外公開。'] as const,
    [
      'Scope',
      'The forms of the ministry’s last ten years, rows that you may see; rows that were split, merged or retired do not count. On the workbench alone, nothing of it is public.',
    ] as const,
  ),
  missing: both(
    [
      '不足',
      '沒有人確認原因的列，可能沒有落後、未達成或保留，也可能只是還沒有人看過；每一年度末列有多少。顏色深淺各年度用同一個尺度。',
    ] as const,
    [
      'What it lacks',
      'A row of which nobody confirmed a cause may not be behind, or nobody may have looked; how many there are stands at the end of each year. One scale of shades for all years.',
    ] as const,
  ),
} as const;

export function useCauseWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
