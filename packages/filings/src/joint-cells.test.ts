import { expect, test } from 'vitest';
import type { Column } from './headings.ts';
import type { Role } from './layout.ts';
import { partsOfJoint } from './joint-cells.ts';

function parts(print: string, roles: readonly Role[]): string {
  const column: Column = { role: roles[0] as Role, joint: roles, heading: '', from: 0, to: 1 };
  return partsOfJoint(print, { start: 0, end: print.length }, column)
    .map(({ role, span }) => `${role} ${print.slice(span.start, span.end)}`)
    .sort()
    .join(' | ');
}

test.each([
  ['社會發展\u2029112年1月至115年12月', 'period 112年1月至115年12月 | type 社會發展'],
  ['社會發展／112年1月至115年12月', 'period 112年1月至115年12月 | type 社會發展'],
  ['科技發展（113年7月至116年6月）', 'period 113年7月至116年6月 | type 科技發展'],
  ['113.07~116.06 公共建設', 'period 113.07~116.06 | type 公共建設'],
  ['民國112年1月起至115年12月止\u2029重大社會發展計畫', 'period 民國112年1月起至115年12月止 | type 重大社會發展計畫'],
  ['社會發展', 'type 社會發展'],
  ['112年1月至115年12月、另行核定', 'type 112年1月至115年12月、另行核定'],
])('type and period: %j', (print, expected) => {
  expect(parts(print, ['type', 'period'])).toBe(expected);
});

test.each([
  ['社會發展\u2029燈塔修繕計畫', 'name 燈塔修繕計畫 | type 社會發展'],
  ['燈塔修繕計畫（社會發展）', 'name 燈塔修繕計畫 | type 社會發展'],
  ['【科技發展】浮標觀測計畫', 'name 浮標觀測計畫 | type 科技發展'],
  ['社會發展－燈塔修繕計畫（第二期）', 'name 燈塔修繕計畫（第二期） | type 社會發展'],
  ['社會發展燈塔修繕計畫', 'name 燈塔修繕計畫 | type 社會發展'],
  ['燈塔修繕計畫', 'name 燈塔修繕計畫'],
])('type and name: %j', (print, expected) => {
  expect(parts(print, ['type', 'name'])).toBe(expected);
});

test.each([
  [
    '燈塔修繕計畫\u2029社會發展\u2029112年1月至115年12月',
    'name 燈塔修繕計畫 | period 112年1月至115年12月 | type 社會發展',
  ],
  ['社會發展 燈塔修繕計畫 112.01-115.12', 'name 燈塔修繕計畫 | period 112.01-115.12 | type 社會發展'],
])('name, type and period: %j', (print, expected) => {
  expect(parts(print, ['name', 'type', 'period'])).toBe(expected);
});
