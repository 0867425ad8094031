import { describe, expect, test } from 'vitest';
import { told } from './rows-for-tests.ts';

function outcome(goal: string, result: string): string | undefined {
  return told({ goals: goal, explanation: result })[0];
}

describe('met or not, at the boundary', () => {
  test.each([
    ['合格率達90%。', '合格率90%。', 'met'],
    ['合格率達90%。', '合格率89.99%。', 'missed'],
    ['合格率逾90%。', '合格率90%。', 'missed'],
    ['合格率逾90%。', '合格率逾90%。', 'met'],
    ['平均等候時間10分鐘以內。', '平均等候時間10分鐘。', 'met'],
    ['平均等候時間未滿10分鐘。', '平均等候時間10分鐘。', 'missed'],
    ['處理天數由41-55天縮短為34-48天。', '處理天數30-48天。', 'met'],
    ['處理天數由41-55天縮短為34-48天。', '處理天數30-49天。', 'missed'],
    ['平均回應時間1.5小時以內。', '平均回應時間85分鐘。', 'met'],
    ['整建步道12公里。', '整建步道11,950公尺。', 'missed'],
  ])('%s %s → %s', (goal, result, expected) => {
    expect(outcome(goal, result)?.split(' ').at(-1)).toBe(expected);
  });
});
