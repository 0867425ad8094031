import { describe, expect, test } from 'vitest';
import type { Finding } from '@guankao/domain';
import type { TextReading } from '@guankao/reading';
import { locate, marksIn } from './evidence.ts';

const item: TextReading = { text: '巡檢3處，複查3處，共6處。', marker: null, spans: [{ start: 100, end: 140 }] };

function finding(
  anchor: string,
  severity: Finding['severity'],
  text: string,
  start: number,
): { anchor: string; finding: Finding; places: []; plan: null } {
  return {
    anchor,
    places: [],
    plan: null,
    finding: {
      rule: 'sum-mismatch',
      category: 'arithmetic',
      severity,
      plan: 'r01',
      field: 'execution',
      message: { 'zh-Hant': '', en: '' },
      evidence: [{ text, span: { start, end: start + text.length } }],
      stated: null,
      computed: null,
      expression: null,
      authority: null,
    },
  };
}

describe('a text whose places are known', () => {
  const known: TextReading = {
    text: '巡檢3處，複查3處。',
    marker: '1.',
    spans: [{ start: 100, end: 120 }],
    places: [
      [0, 102],
      [5, 110],
    ],
  };

  test('shows evidence where it stands, and not at the like words before it', () => {
    expect(locate(known, { text: '3處', span: { start: 112, end: 114 } })).toEqual({ start: 7, end: 9 });
    expect(locate(known, { text: '3處', span: { start: 104, end: 106 } })).toEqual({ start: 2, end: 4 });
  });
  test('shows evidence that takes in the number of the item', () =>
    expect(locate(known, { text: '1.巡檢', span: { start: 100, end: 104 } })).toEqual({ start: 0, end: 2 }));
  test('shows nothing where none of its characters stand', () =>
    expect(locate(known, { text: '1.', span: { start: 100, end: 102 } })).toBeNull());
});

describe('words in a text whose places were not kept', () => {
  test('stand where they stand', () =>
    expect(locate(item, { text: '共6處', span: { start: 130, end: 133 } })).toEqual({ start: 10, end: 13 }));
  test('are found although the print breaks them', () =>
    expect(locate(item, { text: '複 查\n3處', span: { start: 112, end: 118 } })).toEqual({ start: 5, end: 9 }));
  test('that occur twice are taken at the nearer place', () => {
    expect(locate(item, { text: '3處', span: { start: 104, end: 106 } })).toEqual({ start: 2, end: 4 });
    expect(locate(item, { text: '3處', span: { start: 124, end: 126 } })).toEqual({ start: 7, end: 9 });
  });
  test('that are not there are not found', () =>
    expect(locate(item, { text: '七處', span: { start: 104, end: 106 } })).toBeNull());
});

test('of two marks that overlap the graver stays, and marks come in order', () => {
  const marks = marksIn(item, [
    finding('f1', 'question', '3處，共6處', 116),
    finding('f2', 'error', '共6處', 130),
    finding('f3', 'warning', '巡檢3處', 100),
  ]);
  expect(marks).toEqual([
    { start: 0, end: 4, finding: 'f3' },
    { start: 10, end: 13, finding: 'f2' },
  ]);
});
