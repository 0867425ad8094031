import { heading, terms } from '@guankao/terms';
import { grouped } from '../figures/numbers.ts';
import { both } from '../words/words.ts';

/** Of the page on which findings are searched. */
export const findingWords = {
  title: both(terms.finding['zh-Hant'], 'Findings'),
  lead: both(
    '公開的執行情形表裡檢核到的每一件事：以詞、規則、程度、機關、年度查找。每一件都附原文、算式與規則。',
    'Everything that the checks found in the published filings: by words, rule, severity, ministry and year. Each with the words it points to, its arithmetic and its rule.',
  ),
  search: both('找檢核結果', 'Search findings'),
  searchHint: both(
    '計畫名稱、檢核的說明或所指原文裡的字；空格分開的詞都要出現。',
    'Words of the plan’s name, of what is said or of what it points to; all of them must occur.',
  ),
  found: both(
    (count: number) => `${grouped(count)} 件檢核結果`,
    (count: number) => `${grouped(count)} finding${count === 1 ? '' : 's'}`,
  ),
  foundDoubts: both(
    (count: number) => `${grouped(count)} 件轉檔存疑`,
    (count: number) => `${grouped(count)} doubt${count === 1 ? '' : 's'} about the transcription`,
  ),
  none: both('沒有符合條件的檢核結果', 'No finding fits'),
  noneHelp: both('換一個詞，或取消條件再看。', 'Try other words, or clear the conditions.'),
  otherDoubts: both(
    (count: number) => `另有轉檔存疑 ${grouped(count)} 件`,
    (count: number) => `${grouped(count)} doubt${count === 1 ? '' : 's'} about the transcription`,
  ),
  otherFindings: both(
    (count: number) => `看檢核結果 ${grouped(count)} 件`,
    (count: number) => `${grouped(count)} finding${count === 1 ? '' : 's'}`,
  ),
  byMinistry: heading(terms.ministry),
  json: both('JSON', 'JSON'),
  note: both(
    '只有現行公開的版次；件數是檢核結果的件數，不是計畫列數。轉檔存疑可能是檔案轉換造成的，不是執行情形表的錯，另列。',
    'Of the current published editions. Counts are of findings, not of plan rows. Doubts about the transcription may come from the conversion, are no faults of the filings, and stand apart.',
  ),
  ofRule: both('這條規則的檢核結果', 'Findings of this rule'),
  all: both('查找所有檢核結果', 'Search all findings'),
  ofFiling: both('查找這份表的檢核結果', 'Search the findings of this filing'),
};
