import { expect, test } from 'vitest';
import type { RowTexts } from '../row/row.ts';
import { proposedPlans } from './proposals.ts';

const rows = ['山城防災整備計畫', '海岸巡護能量提升計畫', '海岸巡護能量提升計畫-雷達汰換', '資訊安全'].map(
  (name, at) => ({
    id: `r${at + 1}`,
    texts: { name } as RowTexts,
  }),
);
const account = (work: string, branch = '') => ({ code: '37', business: '一般業務', work, branch, use: '' });

test('a name of the account that is a plan’s is proposed, and no other beside it', () => {
  expect(proposedPlans(account('山城防災整備'), rows)).toEqual([{ row: 'r1', why: 'same-name' }]);
  expect(proposedPlans(account('一、資訊安全業務'), rows)).toEqual([{ row: 'r4', why: 'same-name' }]);
  expect(proposedPlans(account('海岸業務', '雷達汰換'), rows)).toEqual([{ row: 'r3', why: 'same-name' }]);
});

test('close names are proposed, the closest first', () => {
  expect(proposedPlans(account('海岸巡護能量提升及維運'), rows).map(({ row, why }) => [row, why])).toEqual([
    ['r2', 'close-name'],
    ['r3', 'close-name'],
  ]);
});

test('another number is another plan', () => {
  const phases = ['海岸巡護第2期計畫', '海岸巡護第三期計畫'].map((name, at) => ({
    id: `p${at}`,
    texts: { name } as RowTexts,
  }));
  expect(proposedPlans(account('海岸巡護第3期'), phases)).toEqual([]);
  expect(proposedPlans(account('海岸巡護建置第2期'), phases)).toEqual([{ row: 'p0', why: 'close-name' }]);
  expect(proposedPlans(account('海岸巡護建置第二期'), phases)).toEqual([]);
});

test('nothing is proposed of names that say nothing', () => {
  expect(proposedPlans(account('業務'), rows)).toEqual([]);
  expect(proposedPlans(account('一般行政', '人員維持'), rows)).toEqual([]);
  expect(proposedPlans({ code: '1', business: '', work: '', branch: '', use: '' }, rows)).toEqual([]);
});
