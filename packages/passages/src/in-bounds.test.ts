import { expect, test } from 'vitest';
import { mostOfColumn, mostOfItem, type Passage, type PlanRow, type TextColumn } from '@guankao/domain';
import { inBounds } from './in-bounds.ts';

/** A row with these items and nothing else, each standing in the document where the one before it ends. */
function rowOf(texts: Partial<Record<TextColumn, readonly string[]>>): PlanRow {
  let at = 0;
  const passages = (column: TextColumn): readonly Passage[] =>
    (texts[column] ?? []).map((text, index) => {
      const start = at;
      at += text.length;
      const offsets = Array.from({ length: text.length }, (_, i) => start + i);
      return { text, marker: `${index + 1}.`, spans: [{ start, end: at }], offsets };
    });
  return {
    id: 'r01',
    name: { value: '虛構計畫', text: '虛構計畫', spans: [], basis: 'said', by: 'test' },
    marker: null,
    parent: null,
    type: null,
    period: null,
    approvedTotal: null,
    budgetedToDate: null,
    executedToDate: null,
    plannedWork: passages('plannedWork'),
    execution: passages('execution'),
    goals: passages('goals'),
    explanation: passages('explanation'),
    join: { confidence: 1, reason: '' },
    spans: [],
    executingAgency: null,
    code: null,
    amounts: [],
  };
}

const words = (passages: readonly Passage[]): string => passages.map(({ text }) => text).join('');

test('a row within the bounds is the row itself', () => {
  const row = rowOf({ goals: ['辦理講習12場。', '改善設施30處，累計90處。'.repeat(3)] });
  expect(inBounds(row)).toEqual({ row, leftOut: [] });
  expect(inBounds(row).row).toBe(row);
});

test('a long item is parted between sentences: nothing is left out, and only the first part has its number', () => {
  const long = '已於虛構地區辦理說明會，並完成現場勘查與居民訪談。'.repeat(120);
  const { row, leftOut } = inBounds(rowOf({ execution: [long] }));
  expect(leftOut).toEqual([]);
  expect(row.inPart).toBeUndefined();
  expect(row.execution.length).toBeGreaterThan(1);
  expect(words(row.execution)).toBe(long);
  expect(row.execution.map(({ marker }) => marker)).toEqual(['1.', ...row.execution.slice(1).map(() => null)]);
  for (const { text, offsets } of row.execution) {
    expect(text.length).toBeLessThanOrEqual(mostOfItem.characters);
    expect(text.endsWith('。')).toBe(true);
    expect(long.slice(offsets[0], (offsets.at(-1) ?? 0) + 1)).toBe(text);
  }
});

test('an item of many numbers is parted likewise', () => {
  const { row, leftOut } = inBounds(rowOf({ execution: ['受理12件、核准11件。'.repeat(80)] }));
  expect([leftOut, row.inPart]).toEqual([[], undefined]);
  expect(row.execution.length).toBeGreaterThan(1);
});

test('a sentence that is too long by itself is left out, and its neighbours stay', () => {
  const endless = `${'甲案1件、'.repeat(200)}均已完成。`;
  const { row, leftOut } = inBounds(rowOf({ explanation: [`辦理講習12場。${endless}另輔導3家。`] }));
  expect(words(row.explanation)).toBe('辦理講習12場。另輔導3家。');
  expect(leftOut).toEqual([{ plan: 'r01', column: 'explanation', characters: endless.length }]);
  expect(row.inPart).toBe(true);
});

test('a bracket that is parted leaves the row in part: what it lacks cannot be told', () => {
  const bracket = `（${'說明會已辦理。'.repeat(400)}）`;
  expect(inBounds(rowOf({ execution: [bracket] })).row.inPart).toBe(true);
});

test('of too many items the last are left out', () => {
  const items = Array.from({ length: mostOfColumn.items + 5 }, () => '已完成。');
  const { row, leftOut } = inBounds(rowOf({ goals: items, explanation: ['已達成。'] }));
  expect(row.goals.length).toBe(mostOfColumn.items);
  expect(row.explanation.length).toBe(1);
  expect(leftOut).toEqual([{ plan: 'r01', column: 'goals', characters: 5 * 4 }]);
});
