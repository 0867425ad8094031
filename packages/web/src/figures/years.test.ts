import { expect, test } from 'vitest';
import { calendarDate, fiscalYear, instant, periodInWords } from './years.ts';

test('a fiscal year is of the Republic in Chinese and Gregorian in English', () => {
  expect(fiscalYear(2024, 'zh-Hant')).toBe('113 年度');
  expect(fiscalYear(2024, 'en')).toBe('FY 2024');
});

test('a date keeps the precision that was printed', () => {
  expect(['2025', '2025-02', '2025-02-28'].map((iso) => calendarDate(iso, 'zh-Hant'))).toEqual([
    '114 年',
    '114 年 2 月',
    '114 年 2 月 28 日',
  ]);
  expect(['2025', '2025-02', '2025-02-28'].map((iso) => calendarDate(iso, 'en'))).toEqual([
    '2025',
    'Feb 2025',
    '28 Feb 2025',
  ]);
});

test('a period whose end is broken says so', () => {
  expect(periodInWords({ start: '2022-01', end: null }, 'zh-Hant')).toBe('111 年 1 月至 ？');
  expect(periodInWords({ start: '2022-01', end: '2026-12' }, 'en')).toBe('Jan 2022 – Dec 2026');
});

test('an instant is told by the clock in Taipei, not the machine’s', () => {
  expect(instant('2024-09-17T16:05:00Z', 'zh-Hant')).toBe('113 年 9 月 18 日 00:05');
});
