import { expect, test } from 'vitest';
import type { TableRow } from '@guankao/domain';
import { layouts } from './layouts/index.ts';
import { isRowOfHeads } from './running-heads.ts';

function isHeads(...cells: string[]): boolean {
  let text = '';
  const row: TableRow = {
    span: { start: 0, end: cells.join('').length },
    cells: cells.map((cell, column) => {
      const start = text.length;
      text += cell;
      return { column, columnSpan: 1, rowSpan: 1, span: { start, end: text.length } };
    }),
  };
  return isRowOfHeads(text, row, layouts, new Set(['杜撰署']));
}

test.each([
  [['杜撰署', '', '主管']],
  [['虛構農業試驗所', '主管']],
  [['重要社會發展、重大科技發展計畫', '', '執行情形及目標達成情形表']],
  [['中華民國', '', '113年度']],
  [['', '', '單位：新臺幣千元']],
  [['杜撰署', '中華民國113年度', '單位：新臺幣千元']],
  [['', '- 12 -']],
  [['', '第1頁，共2頁']],
])('%j are running heads', (cells) => {
  expect(isHeads(...cells)).toBe(true);
});

test.each([
  [['燈塔修繕計畫', '社會發展']],
  [['重要社會發展計畫', '社會發展', '300,000']],
  [['虛構農業試驗所']],
  [['', '870']],
  [['', '', '']],
  [['社會發展計畫小計', '420,000']],
])('%j are none', (cells) => {
  expect(isHeads(...cells)).toBe(false);
});
