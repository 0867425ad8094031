import { describe, expect, test } from 'vitest';
import { told } from '../rows-for-tests.ts';

describe('what speaks for a result besides its words', () => {
  test('what was there before is no answer to what was to be new', () => {
    expect(told({ goals: '新增認證場域12處。', execution: '輔導新增認證場域14處，展延認證22處，合計36處。' })).toEqual([
      '>= 12處 ← 14處 met',
    ]);
  });

  test('what all come to is no answer to one of a list', () => {
    const cells = {
      goals: '汰換警用汽車180輛、機車1,200輛。',
      execution: '汰換警用汽車186輛、機車1,240輛，合計1,426輛。',
      explanation: '汰換汽車186輛（達成率103.3%）、機車1,240輛（達成率103.3%）。',
    };
    expect(told(cells)).toEqual(['>= 180輛 ← 186輛 met', '>= 1200輛 ← 1240輛 met']);
  });

  test('a rate of attainment settles what has no words of its own', () => {
    expect(
      told({
        goals: '完成60案。',
        execution: '累計完成215案，113年度完成65案。',
        explanation: '完成65案，達成率108.3%。',
      }),
    ).toEqual(['>= 60案 ← 65案 met']);
  });

  test('what is asked a day is not answered by the year', () => {
    expect(told({ goals: '日均運量4.8萬人次。', execution: '客運量1,825萬人次，日均5萬人次。' })).toEqual([
      '>= 48000人次 ← 50000人次 met',
    ]);
  });

  test('where a score came from is no second result', () => {
    expect(
      told({ goals: '滿意度90分以上。', execution: '滿意度由89.6分進步至91.3分。', explanation: '滿意度91.3分。' }),
    ).toEqual(['>= 90分 ← 91.3分 met']);
  });

  test('the average answers, not how far the single ones lie apart', () => {
    expect(told({ goals: '遊客滿意度達90%。', execution: '遊客滿意度介於88%至94%，平均91.2%。' })).toEqual([
      '>= 90% ← 91.2% met',
    ]);
  });

  test('the whole that its rate of attainment bears out comes before its parts', () => {
    const execution = '一、渠道更新改善：\n（一）幹線18.5公里。\n（二）支線33.1公里。合計51.6公里。';
    expect(told({ goals: '一、渠道更新50公里。', execution, explanation: '一、51.6公里，達成率103.2%。' })).toEqual([
      '>= 50公里 ← 51.6公里 met',
    ]);
  });

  test('a rate of spending answers no other share', () => {
    expect(told({ goals: '粉塵濃度改善30%。', execution: '監測點完成招標，預算執行率40%。' })).toEqual([
      '>= 30% ← — open',
    ]);
  });

  test('a count is missed that 除…外 calls missed', () => {
    const cells = {
      goals: '1. 完成平交道立體化3處。\n2. 用地取得2.6公頃。',
      execution:
        '1. 平交道立體化工程3處，其中甲路口、乙路口已通車，丙路口因管線遷移延誤，預計114年4月完工。\n2. 用地取得2.8公頃。',
      explanation: '除平交道立體化工程完成2處未達目標外，其餘均已達成。',
    };
    expect(told(cells)).toEqual(['>= 3處 ← — missed', '>= 2.6公頃 ← 2.8公頃 met']);
  });
});
