import { expect, test } from 'vitest';
import { filingsOfPlanId, planId } from './plan-id.ts';

test.each([
  ['範例部-113', 'r07', '範例部-113-r07'],
  ['範例部-114', '範例部-114-01', '範例部-114-01'],
  ['範例部-114', '範例 部-114-01', '範例部-114-範例 部-114-01'],
])('%s and its row %s', (filing, row, id) => {
  expect(planId(filing, row)).toBe(id);
  expect(filingsOfPlanId(id)).toContain(filing);
});

test('a text without a dash is no plan’s id', () => expect(filingsOfPlanId('nothing')).toEqual([]));
