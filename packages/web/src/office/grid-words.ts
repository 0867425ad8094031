import type { GridFilter } from './grid-views.ts';
import { useOwnWords } from '../reader.tsx';
import { both, type InLanguage } from '../words/words.ts';

/** What the grid says. */
const table = {
  grid: both('整表填寫', 'Grid'),
  lead: both(
    '各列與所選的欄排成一張表，一次存檔。只存改過的格；不能存的格會留著您打的內容並寫明原因，其他格照存。',
    'All rows and the chosen columns on one form, with one save. Only cells that were changed are saved; one that is refused keeps what you typed and says why, the others are saved all the same.',
  ),
  keys: both(
    '鍵盤：Enter 到下一列，Shift＋Enter 換行；在字首字尾按方向鍵到鄰格；Ctrl＋D 照上一格填；Ctrl＋Z 復原；Ctrl＋S 存檔。可貼上 Calc、Excel 複製的一塊儲存格。',
    'Keys: Enter goes to the row below, Shift+Enter makes a new line; arrows at the ends of a text go to the cell beside; Ctrl+D fills from the cell above; Ctrl+Z undoes; Ctrl+S saves. Blocks of cells from Calc or Excel can be pasted.',
  ),
  show: both('顯示', 'Show'),
  saveAndShow: both('存檔並顯示', 'Save and show'),
  columns: both('欄', 'Columns'),
  agency: both('機關', 'Agency'),
  all: both('全部', 'all'),
  which: both('列', 'Rows'),
  filters: both<Readonly<Record<GridFilter, string>>>(
    { all: '全部', open: '可填寫的', empty: '有空白欄的', findings: '有檢核意見的' },
    { all: 'all', open: 'that can be written', empty: 'with something empty', findings: 'with findings' },
  ),
  counted: both(
    (count: number, page: number, pages: number) => `${count} 列${pages > 1 ? `，第 ${page}／${pages} 頁` : ''}`,
    (count: number, page: number, pages: number) =>
      `${count} row${count === 1 ? '' : 's'}${pages > 1 ? `, page ${page} of ${pages}` : ''}`,
  ),
  none: both('沒有符合的列。', 'No row fits.'),
  save: both('存檔', 'Save'),
  saveAndGo: both(
    (page: number) => `存檔並到第 ${page} 頁`,
    (page: number) => `Save and go to page ${page}`,
  ),
  goTo: both(
    (page: number) => `到第 ${page} 頁`,
    (page: number) => `Go to page ${page}`,
  ),
  saved: both(
    (count: number) => `已存 ${count} 格。`,
    (count: number) => `${count} cell${count === 1 ? '' : 's'} saved.`,
  ),
  refused: both(
    (count: number) => `${count} 格沒有存，原因寫在格子下方；您打的內容都還在。`,
    (count: number) =>
      `${count} cell${count === 1 ? ' was' : 's were'} not saved; each says why, and nothing of what you typed is lost.`,
  ),
  savedText: both('已存的內容', 'What is saved'),
  typedText: both('您打的內容', 'What you typed'),
} as const;

export function useGridWords(): InLanguage<typeof table> {
  return useOwnWords(table);
}
