import { expect, it } from 'vitest';
import { readPlanType } from './plan-type.ts';

it.each([
  ['社會發展', '社會發展'],
  ['社會\n發展', '社會發展'],
  ['重大科技發展', '科技發展'],
  ['科技類', '科技發展'],
  ['公共建設計畫', '公共建設'],
  ['公建', '公共建設'],
  ['社會福利', null],
  ['', null],
])('%s', (print, type) => {
  expect(readPlanType(print)).toBe(type);
});
