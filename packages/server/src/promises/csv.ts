import { promiseWords, type Locale, type PromiseLine } from '@guankao/web';
import { byteOrderMark, csvLine } from '../csv/csv.ts';

type Cell = string | number | null;

const columns: readonly {
  readonly 'zh-Hant': string;
  readonly en: string;
  readonly of: (line: PromiseLine, words: ReturnType<typeof promiseWords>) => Cell;
}[] = [
  { 'zh-Hant': '編號', en: 'id', of: ({ id }) => id },
  { 'zh-Hant': '主管機關', en: 'ministry', of: ({ filing }) => filing.agency },
  { 'zh-Hant': '年度(西元)', en: 'fiscal year', of: ({ filing }) => filing.fiscalYear },
  { 'zh-Hant': '版次', en: 'edition', of: ({ edition }) => edition },
  { 'zh-Hant': '計畫名稱', en: 'plan', of: ({ plan }) => plan.name },
  { 'zh-Hant': '期限', en: 'due', of: ({ due }) => due },
  { 'zh-Hant': '所指工作(原文)', en: 'about (as printed)', of: ({ about }) => about },
  { 'zh-Hant': '承諾(原文)', en: 'promise (as printed)', of: ({ text }) => text },
  { 'zh-Hant': '原文頁', en: 'page', of: ({ place }) => place.page },
  { 'zh-Hant': '原文行', en: 'line', of: ({ place }) => place.line },
  { 'zh-Hant': '狀態', en: 'state', of: ({ state }, words) => words.stateName[state] },
  { 'zh-Hant': '理由', en: 'reason', of: (line, words) => words.why(line) },
  { 'zh-Hant': '後來的話(原文)', en: 'later words (as printed)', of: ({ answer }) => answer?.text ?? null },
  { 'zh-Hant': '見於(計畫列編號)', en: 'where (plan row)', of: ({ answer }) => answer?.plan ?? null },
  { 'zh-Hant': '接續的計畫列', en: 'rows of the plan later', of: ({ later }) => later.join(' ') || null },
  {
    'zh-Hant': '接續依據',
    en: 'followed by',
    of: ({ joined }, words) => (joined === null ? null : words.joinedBy[joined]),
  },
];

export function promisesCsv(lines: readonly PromiseLine[], locale: Locale): string {
  const words = promiseWords(locale);
  const head = csvLine(columns.map((column) => column[locale]));
  return byteOrderMark + head + lines.map((line) => csvLine(columns.map(({ of }) => of(line, words)))).join('');
}
