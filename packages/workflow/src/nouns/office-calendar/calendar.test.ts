import { Refusal } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { Workdays, weekendsOnly } from '../../workdays.ts';
import { readOfficeCalendar } from './read.ts';

const weekdays = '日一二三四五六';
const heads = ['西元日期', '星期', '是否放假', '備註'];

function linesOf(year: number): string[][] {
  const lines = [heads];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000) {
    const date = new Date(at);
    const off = date.getUTCDay() % 6 === 0 ? '2' : '0';
    lines.push([date.toISOString().slice(0, 10).replaceAll('-', ''), weekdays[date.getUTCDay()] ?? '', off, '']);
  }
  return lines;
}

/** The calendar of 2026 with one line changed. */
const withLine = (line: number, cells: readonly string[]) =>
  linesOf(2026).map((held, at) => (at + 1 === line ? [...cells] : held));

function refusedFor(lines: readonly (readonly string[])[]): Refusal {
  try {
    readOfficeCalendar(lines);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('a file of the official calendar', () => {
  test('is read with its notes; a worked Saturday is no day of rest', () => {
    const lines = withLine(2, ['20260101', '四', '2', '開國紀念日']).map((line) =>
      line[0] === '20260207' ? ['20260207', '六', '0', '補行上班'] : line,
    );
    const read = readOfficeCalendar(lines);
    expect([read.year, read.off.length, read.off[0]]).toEqual([2026, 104, { day: '2026-01-01', note: '開國紀念日' }]);
    expect(read.noted).toEqual([{ day: '2026-02-07', note: '補行上班' }]);
    expect(readOfficeCalendar(linesOf(2024)).off.length, 'a leap year is whole').toBe(104);
  });

  test.each([
    ['a weekday that does not fit the date', withLine(4, ['20260103', '日', '2', '']), '第 4 行', '星期六'],
    ['a day twice', withLine(4, ['20260102', '五', '0', '']), '第 4 行', '第 3 行'],
    ['a day of another year', withLine(4, ['20250103', '五', '0', '']), '第 4 行', '2026'],
    ['a date that is none', withLine(4, ['20260230', '一', '0', '']), '第 4 行', '20260230'],
    ['a mark that is none', withLine(4, ['20260103', '六', '1', '']), '第 4 行', '0（上班）或 2（放假）'],
    ['a heading that is missing', [['西元日期', '星期', '備註']], '第 1 行', '是否放假'],
    ['nothing but headings', [heads], '第 1 行', '沒有任何日期'],
    ['days that are missing', linesOf(2026).toSpliced(40, 2), '缺 2 天', '2026-02-09'],
  ])('%s is refused with line and reason', (_what, lines, ...said) => {
    const { inBothLanguages, field } = refusedFor(lines);
    for (const text of said) expect(inBothLanguages['zh-Hant']).toContain(text);
    expect(field).toBe('file');
  });
});

describe('a deadline on a day of rest', () => {
  const calendar = readOfficeCalendar(
    withLine(2, ['20260101', '四', '2', '開國紀念日']).map((line) =>
      line[0] === '20260207' ? ['20260207', '六', '0', '補行上班'] : line,
    ),
  );
  const held = new Workdays([calendar]);

  test.each([
    ['a workday', '2026-01-20', '2026-01-20', null],
    ['a Sunday', '2026-01-04', '2026-01-05', 'sunday'],
    ['a Saturday', '2026-01-03', '2026-01-05', 'saturday'],
    ['a holiday', '2026-01-01', '2026-01-02', 'holiday'],
    ['a Saturday that is worked', '2026-02-07', '2026-02-07', null],
  ] as const)('%s', (_what, from, day, why) => {
    expect(held.moved(from)).toEqual({ day, from, why, byCalendar: true });
  });

  test('without the calendar of its year weekends alone are known, and it is told', () => {
    expect(weekendsOnly.moved('2026-01-01')).toEqual({
      day: '2026-01-01',
      from: '2026-01-01',
      why: null,
      byCalendar: false,
    });
    expect(held.moved('2027-01-02')).toMatchObject({ day: '2027-01-04', byCalendar: false });
    expect(held.moved('2025-12-28')).toMatchObject({ day: '2025-12-29', byCalendar: false });
  });
});
