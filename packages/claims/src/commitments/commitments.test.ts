import { describe, expect, test } from 'vitest';
import { read } from '../rows-for-tests.ts';

describe('dated promises for later', () => {
  test('the clause, its due date at the printed precision, and the work where the clause does not name it', () => {
    const { commitments } = read({
      execution: '完成審查系統測試，配合法規修訂期程，預計114年3月1日上線。主體工程預定114年6月完工。',
      goals: '審查系統上線。',
    });
    expect(commitments.map(({ text, due, about }) => [text, due, about?.text])).toEqual([
      ['預計114年3月1日上線', '2025-03-01', '完成審查系統測試，配合法規修訂期程'],
      ['主體工程預定114年6月完工', '2025-06', undefined],
    ]);
  });

  test.each(['預計113年10月辦理第2場說明會，已於10月12日辦理。', '已於114年1月15日驗收。', '將持續辦理宣導。'])(
    'none in %s',
    (execution) => {
      expect(read({ execution }).commitments).toEqual([]);
    },
  );

  test('spans lead back to the printed characters', () => {
    const explanation = '雨水下水道工程刻正施工，預定114年底完成。';
    const [promise] = read({ explanation }).commitments;
    expect(explanation.slice(promise?.span.start, promise?.span.end)).toBe('預定114年底完成');
  });
});

describe('causes and remedies', () => {
  test('a cause opens with 因, or comes before 致', () => {
    const { causes } = read({
      explanation: '1. 因缺工缺料，模板施作進度落後。\n2. 開挖時發現地下管線未依圖埋設，致工程展延。',
    });
    expect(causes.map(({ text }) => text)).toEqual(['因缺工缺料', '開挖時發現地下管線未依圖埋設']);
  });

  test('what stands under 策進作為 is the remedy, its clauses together', () => {
    const { remedies } = read({
      explanation: '未達成原因：因颱風停班3日，場次減少。策進作為：加派場地人力，並改採線上課程。',
    });
    expect(remedies.map(({ text }) => text)).toEqual(['加派場地人力，並改採線上課程']);
  });

  test('a reason without anything late is no cause', () => {
    expect(read({ execution: '因應數位轉型趨勢，辦理課程12場，受益4,000人次。' }).causes).toEqual([]);
  });
});
