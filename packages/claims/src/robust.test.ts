import { array, assert, constantFrom, property } from 'fast-check';
import { expect, test } from 'vitest';
import { read } from './rows-for-tests.ts';

const scraps = [
  '完成',
  '已完成',
  '除',
  '外',
  '，',
  '。',
  '；',
  '：',
  '、',
  '（',
  '）',
  '(',
  '「',
  '」',
  '/',
  '及',
  '等',
  '共計',
  '合計',
  '目標值',
  '實際值',
  '達成率',
  '由',
  '縮短為',
  '未達成',
  '預計',
  '114年3月',
  '113年度',
  '12處',
  '1,200人次',
  '１，２００人',
  '85%',
  '3日內',
  '41-55天',
  '三成',
  '講習',
  '工程',
  '建置平臺',
  '第2期',
  '\n',
  '1. ',
  '(1) ',
  '降低至',
  '每季',
  '因流標',
  '策進作為：',
  '較112年',
  '增加',
  '　',
  'AI',
  '?',
];
const cell = array(constantFrom(...scraps), { maxLength: 25 }).map((parts) => parts.join(''));

test('any jumble of words is read without a fault of ours, and every span lies in its cell', () => {
  assert(
    property(cell, cell, cell, cell, (plannedWork, execution, goals, explanation) => {
      const claims = read({ plannedWork, execution, goals, explanation });
      const length = [plannedWork, execution, goals, explanation].join('\n').length + 4;
      for (const { target, actual, met } of claims.indicators) {
        expect(target.text).not.toBe('');
        for (const stated of [target, actual])
          if (stated !== null)
            expect(stated.span.start >= 0 && stated.span.start < stated.span.end && stated.span.end <= length).toBe(
              true,
            );
        if (actual === null && target.value !== null && met === false) expect(claims.verdict).not.toBe('achieved');
      }
    }),
    { numRuns: 400, seed: 113 },
  );
});
