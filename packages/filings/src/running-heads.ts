import { commonIdeographs, type TableRow } from '@guankao/domain';
import { unitIn } from './fields/money.ts';
import type { Layout } from './layout.ts';

/** No running head is longer. */
export const longestHead = 60;

/** As heads are compared: without blanks, full-width signs made half. */
export function headText(print: string): string {
  return commonIdeographs(print).normalize('NFKC').replace(/\s+/g, '');
}

export const agencyName =
  /^(?!.*(?:中華民國|年度|單位|計畫|名稱|機關別|日期|地點))[\p{sc=Han}、]{1,18}(?:部|會|院|署|局|處|府|委員會|總處|公所|所|站|中心|大學|學校|學院|高中|國中|國小|館|場|廠|總隊|大隊|隊|分署|室|科|課|園|庫|團|公司|銀行|基金會)(?:主管|及所屬|單位決算|部分)?$/u;

const runningHead =
  /^(?:中華民國(?:[\d一二三四五六七八九十百○〇零]{2,6}年度)?|(?:中華民國)?\d{2,4}年度|\d{2,4}年|主管|單位:?.*元\)?|經資門.*併計|(?:製表|填表|列印|資料)(?:日期|時間|人員?|單位):?.*|(?:全|續|共|第).{0,4}頁.{0,6}|.{0,6}表\d*)$/;
export const pageNumber =
  /^(?:\(\d+\)-\d+|[-–—]*\d{1,4}[-–—]*|第\d{1,4}頁(?:[,、/]?共\d{1,4}頁)?|page\d+(?:of\d+)?|\d{1,4}\/\d{1,4}|[甲乙丙丁]?-?\d{1,4}|[ivxlc]{1,6})$/i;

/** Whether a line reads as a running head of any filing: a year, a unit, a page of pages. `text` as `headText` gives it. */
export function isRunningHead(text: string): boolean {
  return runningHead.test(text) || (text.length <= longestHead && unitIn(text) !== null);
}

export function isTitle(text: string, layout: Layout | null): boolean {
  return layout !== null && text.length <= longestHead && !/[。;:]/.test(text) && layout.title.test(text);
}

/**
 * Whether the cells of a table's row are the running heads of a page, each in a cell or two: 中華民國 and 113年度, the two
 * halves of the form's name. `seen` are the lines above the table. A page number alone may as well be a figure: it needs its marks.
 */
export function isRowOfHeads(
  document: string,
  { cells }: TableRow,
  layouts: readonly Layout[],
  seen: ReadonlySet<string>,
): boolean {
  const texts = cells
    .map(({ span: { start, end } }) =>
      end - start > 2 * longestHead ? 'x'.repeat(99) : headText(document.slice(start, end)),
    )
    .filter((text) => text !== '');
  if (texts.length === 0) return false;
  const closes = texts.some((text) => text.endsWith('表'));
  const kinds = texts.map((text) => {
    if (seen.has(text) || isRunningHead(text)) return 'head';
    if (closes && layouts.some((layout) => isTitle(text, layout))) return 'head';
    if (pageNumber.test(text)) return /^\d+$/.test(text) ? 'number' : 'head';
    return agencyName.test(text) ? 'agency' : 'other';
  });
  return kinds.includes('head') && !kinds.includes('other');
}
