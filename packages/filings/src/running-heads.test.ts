import { expect, test } from 'vitest';
import type { TableRow } from '@guankao/domain';
import { layouts } from './layouts/index.ts';
import { isRowOfHeads, withoutHeads } from './running-heads.ts';

const known = { layouts, seen: new Set(['杜撰署', '擬制區監理站']) };

function rowOf(cells: readonly string[]): { text: string; row: TableRow } {
  let text = '';
  const row: TableRow = {
    span: { start: 0, end: cells.join('').length },
    cells: cells.map((cell, column) => {
      const start = text.length;
      text += cell;
      return { column, columnSpan: 1, rowSpan: 1, span: { start, end: text.length } };
    }),
  };
  return { text, row };
}

function isHeads(...cells: string[]): boolean {
  const { text, row } = rowOf(cells);
  return isRowOfHeads(text, row, known);
}

function parted(...cells: string[]): { own: string[]; heads: string[] } {
  const { text, row } = rowOf(cells);
  const { row: without, heads } = withoutHeads(text, row, known);
  const said = ({ start, end }: { start: number; end: number }): string => text.slice(start, end).trim();
  return { own: without.cells.map(({ span }) => said(span)), heads: heads.map(said) };
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
  [['擬制區監理站中華民國', '', '主管113年度']],
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
  [['氣象站統計中華民國', '社會發展']],
])('%j are none', (cells) => {
  expect(isHeads(...cells)).toBe(false);
});

test.each([
  [
    ['燈塔修繕計畫\n中華民國', '修繕燈塔4座。\n113年度'],
    ['燈塔修繕計畫', '修繕燈塔4座。'],
    ['中華民國', '113年度'],
  ],
  [
    ['燈塔修繕計畫杜撰署\n中華民國', '主管'],
    ['燈塔修繕計畫', '主管'],
    ['杜撰署', '中華民國'],
  ],
  [
    ['燈塔修繕計畫\n主管\n執行情形及目標達成情形表\n113年度'],
    ['燈塔修繕計畫'],
    ['主管', '執行情形及目標達成情形表', '113年度'],
  ],
  [
    ['1', '燈塔精進方案杜撰署\n中華民國', '主管'],
    ['1', '燈塔精進方案', '主管'],
    ['杜撰署', '中華民國'],
  ],
])('running heads that the row %j took in are none of its own', (cells, own, heads) => {
  expect(parted(...cells)).toEqual({ own, heads });
});

test.each([
  [['燈塔修繕計畫\n113年度', '社會發展']],
  [['113年度', '社會發展\n113年度']],
  [['燈塔修繕計畫', '修繕燈塔。\n中華民國', '4座。\n113年度']],
  [['杜撰署', '委託杜撰署\n中華民國']],
])('the row %j keeps what it says', (cells) => {
  expect(parted(...cells).heads).toEqual([]);
});
