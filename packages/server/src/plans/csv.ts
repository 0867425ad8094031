import { columnTitles, type RowField } from '@guankao/domain';
import { terms } from '@guankao/terms';
import { asPercent, words, type Locale, type PlanLine } from '@guankao/web';
import { byteOrderMark, csvLine } from '../csv/csv.ts';

type Cell = string | number | null;

/** Of a row as lists show it. */
export const planColumns: readonly {
  readonly 'zh-Hant': string;
  readonly en: string;
  readonly of: (line: PlanLine, locale: Locale) => Cell;
}[] = [
  { 'zh-Hant': '編號', en: 'id', of: (line) => line.id },
  { 'zh-Hant': '主管機關', en: 'ministry', of: (line) => line.filing.agency },
  { 'zh-Hant': '年度(西元)', en: 'fiscal year', of: (line) => line.filing.fiscalYear },
  {
    'zh-Hant': '範例(虛構)',
    en: 'fictional',
    of: (line, locale) => (line.filing.fictional ? words[locale].fictional : null),
  },
  { 'zh-Hant': '項次', en: 'marker', of: (line) => line.row.marker },
  { 'zh-Hant': terms.name['zh-Hant'], en: 'plan', of: (line) => line.row.name },
  {
    'zh-Hant': '母計畫編號',
    en: 'parent id',
    of: (line) => (line.row.parent === null ? null : `${line.filing.id}-${line.row.parent}`),
  },
  {
    'zh-Hant': terms.type['zh-Hant'],
    en: 'type',
    of: (line, locale) => (line.row.type === null ? null : (words[locale].typeName[line.row.type] ?? line.row.type)),
  },
  { 'zh-Hant': '期程(起)', en: 'starts', of: (line) => line.row.period?.start ?? null },
  { 'zh-Hant': '期程(迄)', en: 'ends', of: (line) => line.row.period?.end ?? null },
  { 'zh-Hant': '期程(原文)', en: 'period as printed', of: (line) => line.row.period?.text ?? null },
  { 'zh-Hant': '金額單位', en: 'unit', of: (line, locale) => unitOf(line, locale) },
  {
    'zh-Hant': `${terms.approvedTotal['zh-Hant']}(整個計畫，不可加總)`,
    en: 'approved total (whole plan; do not add up)',
    of: (line) => line.row.approvedTotal,
  },
  {
    'zh-Hant': `${terms.budgetedToDate['zh-Hant']}(本列)`,
    en: 'budgeted to date (this share)',
    of: (line) => line.row.budgetedToDate,
  },
  {
    'zh-Hant': `${terms.executedToDate['zh-Hant']}(本列)`,
    en: 'executed to date (this share)',
    of: (line) => line.row.executedToDate,
  },
  {
    'zh-Hant': '本年度經費',
    en: 'money of the year',
    of: (line, locale) => (line.row.yearMoneyMissing === true ? words[locale].yearMoneyMissing : null),
  },
  {
    'zh-Hant': '不公開的欄位',
    en: 'not shown',
    of: (line) =>
      Object.entries(line.row.withheld ?? {})
        .map(([field, said]) => `${columnTitles[field as RowField]}：${said}`)
        .join('；') || null,
  },
  {
    'zh-Hant': '執行率R1=累計執行數÷已編列預算數(%)',
    en: 'rate R1 = executed to date ÷ budgeted to date (%)',
    of: (line) => (line.rate === null ? null : asPercent(line.rate)),
  },
  { ...terms.stated, of: (line, locale) => words[locale].statedVerdict[line.row.statedVerdict] },
  { ...terms.computed, of: (line, locale) => words[locale].verdict[line.row.verdict] },
  { 'zh-Hant': '達成指標數', en: 'targets achieved', of: (line) => countMet(line, true) },
  { 'zh-Hant': '未達成指標數', en: 'targets not achieved', of: (line) => countMet(line, false) },
  { 'zh-Hant': '無法判定指標數', en: 'targets undetermined', of: (line) => countMet(line, null) },
  { 'zh-Hant': terms.error['zh-Hant'], en: 'errors', of: (line) => line.findings.error },
  { 'zh-Hant': terms.warning['zh-Hant'], en: 'warnings', of: (line) => line.findings.warning },
  { 'zh-Hant': terms.question['zh-Hant'], en: 'questions', of: (line) => line.findings.question },
];

function unitOf(line: PlanLine, locale: Locale): string {
  const t = words[locale];
  if (line.filing.moneyUnit === null) return t.unitUnknown;
  return line.filing.moneyUnit === 'TWD' ? t.twd : t.thousandTwd;
}

function countMet(line: PlanLine, met: boolean | null): number {
  return line.row.indicators.filter((indicator) => indicator.met === met).length;
}

/** RFC 4180 with a byte-order mark; heads in the reader’s language, figures bare. */
export function plansCsv(lines: readonly PlanLine[], locale: Locale): string {
  const head = planColumns.map((column) => column[locale]);
  const rows = lines.map((line) => planColumns.map((column) => column.of(line, locale)));
  return byteOrderMark + [head, ...rows].map(csvLine).join('');
}
