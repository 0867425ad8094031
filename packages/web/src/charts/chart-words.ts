import { both } from '../words/words.ts';

/** What every chart says. */
export const chartWords = {
  lead: both(
    '圖由伺服器畫成，不用 JavaScript。每張圖下有它的數字、算式、範圍、缺漏與下載；點圖上的記號看它的來處。不同範圍的金額不相加。',
    'Drawn on the server, without JavaScript. Below each chart stand its figures, formula, scope, what it lacks, and the same as files; a mark leads to where it comes from. Amounts of different scope are never added.',
  ),
  ofFiling: both('每份執行情形表另有', 'Each filing also has'),
  leftOut: both('沒有畫的圖', 'Charts that are left out'),
  evidence: both(
    '第三方佐證：公開的版次裡沒有查核意見，也沒有附件；不能由文字猜有沒有第三方驗證過，所以「經費與目標的佐證等級」沒有這一級。',
    'Evidence of a third party: published editions hold neither reviewed verdicts nor attached files, and it cannot be guessed from texts. “Money and targets by grade of evidence” has no such grade.',
  ),
  causes: both(
    '原因 × 機關 × 年度：原因目前是表上的原文，還沒有分類；等有了分類再畫。',
    'Causes by agency and year: causes are words of the filing and not yet sorted into kinds; it is drawn once they are.',
  ),
  scopeOf: both('範圍', 'Scope'),
  by: both('分組', 'Grouped by'),
  show: both('顯示', 'Show'),
  all: both('紀錄裡的全部執行情形表', 'all filings of the record'),
  allOfYear: both(
    (year: string): string => `${year}，全部主管機關`,
    (year: string): string => `${year}, all ministries`,
  ),
  onlyPlan: both(
    (name: string): string => `只看「${name}」。`,
    (name: string): string => `Only “${name}”. `,
  ),
  allPlans: both('看全部計畫', 'Show all plans'),
  formula: both('算式', 'Formula'),
  scope: both('範圍', 'Scope'),
  missing: both('缺漏', 'What is missing'),
  figures: both('圖裡的數字', 'The figures of the chart'),
  rowsShown: both(
    (from: string, to: string, all: string): string =>
      `第 ${from} 至 ${to} 列，共 ${all} 列；全部都在 CSV 與 JSON 裡。`,
    (from: string, to: string, all: string): string =>
      `Rows ${from} to ${to} of ${all}; all of them are in the CSV and the JSON.`,
  ),
};
