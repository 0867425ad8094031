import { Refusal } from '@guankao/domain';
import { nextDay, weekdayOf } from '../../days.ts';
import type { ReadCalendar } from './calendar.ts';

const headings = { day: ['西元日期', '日期'], weekday: ['星期'], isOff: ['是否放假'], note: ['備註'] } as const;
type Column = keyof typeof headings;
const weekdays = '日一二三四五六';

/**
 * The official calendar of offices, as its lines: 西元日期, 星期, 是否放假 (0 worked, 2 off), 備註. It holds each day of
 * one year once. Throws a Refusal that names the line, from 1 with the headings, and what is wrong in it.
 */
export function readOfficeCalendar(lines: readonly (readonly string[])[]): ReadCalendar {
  const columns = columnsOf(lines[0] ?? []);
  const days = new Map<string, { readonly line: number; readonly isOff: boolean; readonly note: string }>();
  for (const [at, cells] of lines.entries()) {
    if (at === 0 || cells.every((cell) => cell.trim() === '')) continue;
    const cell = (column: Column) => (cells[columns[column]] ?? '').trim();
    const day = dayIn(cell('day'), at + 1);
    const before = days.get(day);
    if (before !== undefined)
      throw wrong(at + 1, `${day} 已在第 ${before.line} 行出現過`, `${day} stands in line ${before.line} already`);
    demandWeekday(day, cell('weekday'), at + 1);
    days.set(day, { line: at + 1, isOff: isOff(cell('isOff'), at + 1), note: cell('note').slice(0, 200) });
  }
  const year = yearOf(days);
  demandWhole(days, year);
  const listed = [...days].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const of = (off: boolean) =>
    listed.flatMap(([day, one]) => (one.isOff === off && (off || one.note !== '') ? [{ day, note: one.note }] : []));
  return { year, off: of(true), noted: of(false) };
}

function columnsOf(heads: readonly string[]): Readonly<Record<Column, number>> {
  const found = Object.entries(headings).map(([column, names]) => {
    const at = heads.findIndex((head) => names.some((name) => name === head.replace(/^\uFEFF/, '').replace(/\s/g, '')));
    if (at < 0 && column !== 'note')
      throw wrong(
        1,
        `找不到「${names[0]}」欄`,
        `there is no column ${names[0]}`,
        'The first line holds the headings 西元日期, 星期, 是否放假, 備註.',
      );
    return [column, at];
  });
  return Object.fromEntries(found) as Record<Column, number>;
}

function dayIn(text: string, line: number): string {
  const parts = /^(\d{4})[-/]?(\d{1,2})[-/]?(\d{1,2})$/.exec(text);
  const day = parts === null ? '' : [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')].join('-');
  const date = new Date(`${day}T00:00:00Z`);
  if (day !== '' && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)) return day;
  throw wrong(line, `「${text}」不是日期，應如 20260101`, `"${text}" is no date such as 20260101`);
}

function demandWeekday(day: string, told: string, line: number): void {
  const is = weekdays[weekdayOf(day)] ?? '';
  const bare = told.replace(/^(?:星期|週|禮拜)/, '');
  if (bare === is) return;
  throw wrong(line, `${day} 是星期${is}，檔案寫「${told}」`, `${day} is a 星期${is}; the file says "${told}"`);
}

function isOff(text: string, line: number): boolean {
  if (text === '0') return false;
  if (text === '2') return true;
  throw wrong(
    line,
    `是否放假應為 0（上班）或 2（放假），檔案寫「${text}」`,
    `是否放假 is 0 (worked) or 2 (off); the file says "${text}"`,
  );
}

function yearOf(days: ReadonlyMap<string, { readonly line: number }>): number {
  const [first] = days.keys();
  if (first === undefined) throw wrong(1, '檔案沒有任何日期', 'the file holds no day');
  const year = first.slice(0, 4);
  const stray = [...days].find(([day]) => !day.startsWith(year));
  if (stray !== undefined)
    throw wrong(
      stray[1].line,
      `${stray[0]} 不是 ${year} 年的日期；一個檔案只收一個年度`,
      `${stray[0]} is no day of ${year}; a file holds one year`,
    );
  return Number(year);
}

function demandWhole(days: ReadonlyMap<string, unknown>, year: number): void {
  const missing: string[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = nextDay(day)) if (!days.has(day)) missing.push(day);
  const [first] = missing;
  if (first === undefined) return;
  throw new Refusal('calendar-incomplete', 422, {
    'zh-Hant': `檔案缺 ${missing.length} 天，第一個是 ${first}。日曆要有 ${year} 年的每一天；請下載完整的政府行政機關辦公日曆表再匯入。`,
    en: `${missing.length} days are missing, the first is ${first}. The calendar has to hold every day of ${year}: download the whole 政府行政機關辦公日曆表 and import it again.`,
  }).about('file');
}

function wrong(line: number, zh: string, en: string, more = ''): Refusal {
  return new Refusal('calendar-line', 422, {
    'zh-Hant': `第 ${line} 行：${zh}。沒有存入任何一天；請更正檔案，或重新下載政府行政機關辦公日曆表（CSV）再匯入。`,
    en: `line ${line}: ${en}. ${more === '' ? '' : `${more} `}No day was kept; correct the file, or download the 政府行政機關辦公日曆表 (CSV) anew, and import it again.`,
  }).about('file');
}
