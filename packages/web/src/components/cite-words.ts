import type { Pair } from '../words/words.ts';

const both = <Value>(zh: Value, en: Value): Pair<Value> => ({ 'zh-Hant': zh, en });

/** What a citation of a plan says, each as it is printed. */
interface Cited {
  readonly agency: string;
  readonly title: string;
  readonly year: string;
  readonly edition: number;
  /** Its place in the form, 1-based. */
  readonly row: number;
  /** Of the file. */
  readonly sha256: string;
  /** When the edition came. */
  readonly published: string;
  /** On which the page was looked at. */
  readonly day: string;
  readonly address: string;
}

export const citeWords = {
  title: both('引用這一頁', 'Cite this page'),
  plain: both('一般格式', 'Plain'),
  press: both('新聞報導用', 'For the press'),
  publisher: both('管考（政府計畫公開紀錄）', 'Guankao, the open record of government plans'),
  fixed: both(
    '網址指向這一版，日後有新版也不變；原檔可用 SHA-256 核對。',
    'The address is of this edition and stays so when newer ones come; the file can be checked by its SHA-256.',
  ),
  plainText: both(
    ({ agency, title, year, edition, row, sha256, published, day, address }: Cited) =>
      `${agency}，〈${title}〉，${year}計畫執行情形表，第 ${edition} 版，第 ${row} 列，${published} 收錄，SHA-256 ${sha256}，管考，${address}，${day}查閱。`,
    ({ agency, title, year, edition, row, sha256, published, day, address }: Cited) =>
      `${agency}, “${title}”, form of results of plans, ${year}, edition ${edition}, row ${row}, taken in ${published}, SHA-256 ${sha256}, Guankao, ${address}, retrieved ${day}.`,
  ),
  pressText: both(
    ({ agency, title, year, edition, day, address }: Cited) =>
      `資料來源：${agency} ${year}計畫執行情形表（第 ${edition} 版）「${title}」，經管考整理，${day}查閱，${address}`,
    ({ agency, title, year, edition, day, address }: Cited) =>
      `Source: ${agency}, form of results of plans, ${year} (edition ${edition}), “${title}”, in Guankao, ${day}, ${address}`,
  ),
  bibTitle: both(
    ({ title, year }: Cited) => `${title}（${year}計畫執行情形表）`,
    ({ title, year }: Cited) => `${title} (form of results of plans, ${year})`,
  ),
  bibNote: both(
    ({ edition, row, sha256 }: Cited) => `第 ${edition} 版，第 ${row} 列，SHA-256 ${sha256}`,
    ({ edition, row, sha256 }: Cited) => `Edition ${edition}, row ${row}, SHA-256 ${sha256}`,
  ),
};
