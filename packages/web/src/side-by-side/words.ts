import { heading, terms } from '@guankao/terms';
import { grouped } from '../figures/numbers.ts';
import { both } from '../words/words.ts';

/** Of the page on which two filings stand side by side. */
export const sideBySideWords = {
  title: both('兩份執行情形表逐計畫並列', 'Two filings, plan by plan'),
  lead: both(
    '同一計畫在兩個年度或兩個主管機關的目標、實績、承諾與經費，並排看。',
    'The targets, results, commitments and money of the same plan in two years or two ministries, side by side.',
  ),
  link: both('與另一年度或另一主管機關逐計畫並列', 'Side by side with another year or ministry, plan by plan'),
  chooseFirst: both('先選一份', 'Choose the first'),
  chooseOther: both('再選另一份', 'Choose the other'),
  otherYears: both('同一主管機關的其他年度', 'The same ministry in other years'),
  otherMinistries: both('同一年度的其他主管機關', 'Other ministries in the same year'),
  others: both('其他', 'Others'),
  noOther: both(
    '沒有另一份可以並列；公開另一年度或另一主管機關的執行情形表後，會列在這裡。',
    'There is no other filing to set beside it. Once one of another year or ministry is published it will stand here.',
  ),
  more: both(
    (count: number) => `另有 ${grouped(count)} 份`,
    (count: number) => `${grouped(count)} more`,
  ),
  item: both('項目', 'Item'),
  plan: heading(terms.plan),
  money: both('經費', 'Money'),
  verdict: both('判定', 'Verdicts'),
  targets: both('目標與實績', 'Targets and results'),
  promises: heading(terms.commitments),
  recorded: both('依紀錄的接續', 'as recorded'),
  name: both('依名稱', 'by name'),
  ambiguous: both(
    '另一份有同名的列，無法確定是不是同一計畫',
    'rows of that name stand in the other filing; which is the same plan is not certain',
  ),
  noRow: both('這一份沒有這個計畫', 'No such plan here'),
  noRowSure: both('沒有可以確定的同一計畫', 'None that is surely the same plan'),
  noTarget: both('沒有讀到目標', 'No target read'),
  noPromise: both('沒有承諾', 'No commitment'),
  moreOfRow: both(
    (count: number) => `另有 ${grouped(count)} 項，見計畫頁`,
    (count: number) => `${grouped(count)} more, on the plan’s page`,
  ),
  noResult: both('沒有寫結果', 'no result'),
  byMatch: both('對應', 'Matched'),
  match: both(
    { both: '兩份都有', of: '只在前一份', with: '只在後一份' },
    { both: 'in both', of: 'in the first alone', with: 'in the second alone' },
  ),
  sums: both('合計', 'Sums'),
  inBoth: both('兩份都有的計畫', 'Plans in both'),
  alone: both('只在這一份的計畫', 'Plans in this one alone'),
  rows: both('計畫列', 'Plan rows'),
  unit: both('單位', 'Unit'),
  incomplete: both(
    (rows: number, without: number) =>
      `加總 ${grouped(rows)} 列${without === 0 ? '' : `；${grouped(without)} 列缺其中一個數，沒有加入`}`,
    (rows: number, without: number) =>
      `of ${grouped(rows)} rows${without === 0 ? '' : `; ${grouped(without)} lack one of the two figures and are left out`}`,
  ),
  countedOnce: both(
    (rows: number) => `母計畫與子計畫只計其一，另 ${grouped(rows)} 列不重複加入`,
    (rows: number) =>
      `of a plan and its sub-plans one side is added: ${grouped(rows)} more ${rows === 1 ? 'row is' : 'rows are'} in it already`,
  ),
  earlierYears: both(
    (count: number) => `${grouped(count)} 列尚無本年度經費，所加的是以前年度的`,
    (count: number) => `${grouped(count)} have no money of the year yet: theirs is of earlier years`,
  ),
  recordCut: both(
    (count: number) => `列數太多，只有前 ${grouped(count)} 列依紀錄的接續對應，其餘依名稱。`,
    (count: number) =>
      `Of so many rows the first ${grouped(count)} alone are followed by the record, the others by name.`,
  ),
  pending: both(
    '承諾的狀態還在整理，稍後重新整理本頁即可。',
    'How the commitments stand is still being worked out; load this page again shortly.',
  ),
  method: both(
    '怎麼對應：先依紀錄（改名、移交、分割、合併、延續），再依計畫名稱（全形半形、標點不計；子計畫連同母計畫名稱），同名的列以執行機關區分；同一主管機關、執行機關不同的不算同一計畫。不依順序，也不依相似。金額是各份自己截至當年度的累計，各欄只加該份的列：母計畫與子計畫只加一次，兩份之間不相加、不相減；總經費不加總。執行率（R1）＝累計執行數÷已編列預算數。承諾的狀態是今天（或所查那一天）的。',
    'How they are matched: by what is recorded (renamed, handed over, split, merged, continued), then by the plan’s name (width and punctuation aside; a sub-plan with its parent’s name), rows of one name by their executing agency; executed by another agency of the same ministry it is not taken for the same plan. Never by order, never by likeness. Amounts are each filing’s own, to the end of its year, and each column adds up its own rows: a parent and its parts once, nothing across the two; approved totals have no sum. The rate (R1) is executed to date ÷ budgeted to date. Commitments stand as of today, or of the day that was asked for.',
  ),
  json: both('JSON', 'JSON'),
};
