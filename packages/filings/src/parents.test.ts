import { expect, it } from 'vitest';
import { readPlanName } from './fields/plan-name.ts';
import { parentsOf } from './parents.ts';

function parents(names: readonly string[]): (string | null)[] {
  const read = names.map(readPlanName);
  return parentsOf(read).map((index) => (index === null ? null : (read[index]?.name ?? null)));
}

it.each<[string, string[], (string | null)[]]>([
  [
    'sub-plans follow a plan without a number',
    ['海岸計畫', '(1)植生', '(2)海堤', '圖書館計畫'],
    [null, '海岸計畫', '海岸計畫', null],
  ],
  ['a list that is numbered throughout has no parents', ['1. 甲計畫', '2. 乙計畫', '3. 丙計畫'], [null, null, null]],
  [
    'numbers within numbers',
    ['一、甲方案', '(一)子一', '1. 孫一', '2. 孫二', '(二)子二', '二、乙方案'],
    [null, '甲方案', '子一', '子一', '甲方案', null],
  ],
  ['a number that does not begin at 1 is no sub-plan of what stands above', ['甲計畫', '(3)乙計畫'], [null, null]],
  ['numbering that skips goes on', ['甲計畫', '(1)子一', '(3)子三'], [null, '甲計畫', '甲計畫']],
  ['numbers of full width', ['甲計畫', '（１）子一', '（２）子二'], [null, '甲計畫', '甲計畫']],
])('%s', (_, names, expected) => {
  expect(parents(names)).toEqual(expected);
});
