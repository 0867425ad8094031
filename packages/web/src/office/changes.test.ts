import { expect, test } from 'vitest';
import { changesBetween } from './changes.ts';

test('leaf by leaf, what is the same left out', () => {
  const before = { approvedTotal: 9_000, money: { budget: 1, realised: null }, goals: '甲' };
  const after = { approvedTotal: 9_000, money: { budget: 1_200_000, realised: 5 }, goals: '' };
  expect(changesBetween(before, after)).toEqual([
    { path: ['money', 'budget'], before: '1', after: '1,200,000' },
    { path: ['money', 'realised'], before: null, after: '5' },
    { path: ['goals'], before: '甲', after: null },
  ]);
});

test('items of a list by their ids; what was added and what is gone', () => {
  expect(
    changesBetween(
      [{ id: 'i1', target: 3 }],
      [
        { id: 'i2', target: 4 },
        { id: 'i1', target: 5 },
      ],
    ),
  ).toEqual([
    { path: ['i2', 'id'], before: null, after: 'i2' },
    { path: ['i2', 'target'], before: null, after: '4' },
    { path: ['i1', 'target'], before: '3', after: '5' },
  ]);
  expect(changesBetween(['甲'], [])).toEqual([{ path: ['1'], before: '甲', after: null }]);
  expect(changesBetween(null, { total: 2 })).toEqual([{ path: ['total'], before: null, after: '2' }]);
});
