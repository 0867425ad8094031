import type { FittedPlan, SheetLine } from '@guankao/workflow';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the page says on which work plans are imported. */
const table = {
  title: both('匯入年度作業計畫', 'Import annual work plans'),
  lead: both(
    '一個檔案可有多個計畫。先顯示讀到什麼，按「存入」才存；以列碼對應，沒有列碼時以計畫名稱與執行機關對應，不看順序。',
    'One file may hold several plans. What is read is shown first and kept only when you say so; lines are matched by row code, else by name and agency, never by order.',
  ),
  file: both('檔案（CSV、ODS、XLSX）', 'File (CSV, ODS, XLSX)'),
  columns: both(
    '欄名：列碼、計畫名稱、執行機關、管制級別、工作項目、權重、1月至12月（累計預定進度）；查核點、預定日期、佐證。每一行都要有列碼或計畫名稱。工作項目寫「預定支用（元）」或「預定支用（千元）」的一行，各月是累計預定支用。',
    'Headings: 列碼, 計畫名稱, 執行機關, 管制級別, 工作項目, 權重, 1月 to 12月 (cumulative planned progress); 查核點, 預定日期, 佐證. Every line names its row code or plan. A line whose item is 預定支用（元） or 預定支用（千元） holds the cumulative planned spending.',
  ),
  read: both('讀入並對照', 'Read and compare'),
  readTitle: both(
    (file: string) => `「${file}」讀到的內容（還沒有存）`,
    (file: string) => `Read from ${file} (not kept yet)`,
  ),
  noPlans: both('沒有一行對應得到這個年度的計畫。', 'No line belongs to a plan of this year.'),
  plan: both('計畫', 'Plan'),
  changes: both('與現有內容相比', 'Against what stands'),
  comesTo: both('存入後', 'Once kept'),
  fresh: both('新的作業計畫：', 'new: '),
  counts: both(
    ({ added, changed, removed }: FittedPlan['counts']) =>
      added + changed + removed === 0 ? '相同' : `新增 ${added}・變更 ${changed}・刪除 ${removed}`,
    ({ added, changed, removed }: FittedPlan['counts']) =>
      added + changed + removed === 0 ? 'the same' : `${added} added · ${changed} changed · ${removed} removed`,
  ),
  sums: both(
    (items: number, weight: string, points: number, twd: string) =>
      `${items} 項，權重合計 ${weight}%，查核點 ${points} 個，全年預定支用 ${twd} 元`,
    (items: number, weight: string, points: number, twd: string) =>
      `${items} items, weights ${weight}%, ${points} milestones, ${twd} TWD planned`,
  ),
  refused: both(
    (place: string, message: string) => `不能存入${place === '' ? '' : `（${place}）`}：${message}`,
    (place: string, message: string) => `cannot be kept${place === '' ? '' : ` (${place})`}: ${message}`,
  ),
  unused: both(
    (headings: readonly string[]) => `沒有讀的欄：${headings.join('、')}`,
    (headings: readonly string[]) => `Columns that are not read: ${headings.join(', ')}`,
  ),
  unmatched: both(
    (count: number) => `對應不到計畫的 ${count} 行（沒有存，也沒有丟棄）`,
    (count: number) => `${count} line${count === 1 ? '' : 's'} of no plan (not kept, and told here)`,
  ),
  why: both<Readonly<Record<SheetLine['why'], string>>>(
    {
      'no-row': '列碼、計畫名稱與機關都對不上，或都沒有寫',
      'name-twice': '有兩個以上同名的計畫，請寫列碼或執行機關',
      'code-of-another': '列碼與計畫名稱或機關不合',
      'nothing-said': '沒有工作項目，也沒有查核點',
    },
    {
      'no-row': 'no row code, name and agency that belong to a row',
      'name-twice': 'several plans have this name: give the row code or the agency',
      'code-of-another': 'the row code is of another plan than the name or agency',
      'nothing-said': 'neither a work item nor a milestone',
    },
  ),
  take: both('存入勾選的', 'Keep those chosen'),
  taken: both(
    (count: number) => `已存入 ${count} 個計畫的年度作業計畫；請到各計畫陳核。`,
    (count: number) => `Work plans of ${count} plan${count === 1 ? '' : 's'} were kept; submit each on its page.`,
  ),
} as const;

export function useWorkPlanImportWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
