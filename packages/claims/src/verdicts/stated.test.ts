import { describe, expect, test } from 'vitest';
import { read } from '../rows-for-tests.ts';

describe('what the explanation says in so many words', () => {
  test.each([
    '年度績效目標已達成。',
    '本年度績效目標均已達成。',
    '各項年度目標皆如期達成。',
    '已達成年度績效目標。',
    '已達年度目標。',
    '各項指標均達成年度目標值。',
    '績效目標已如期達成。',
    '已達成。',
    '辦理講習12場，年度績效目標已達成。',
  ])('achieved: %s', (explanation) => {
    expect(read({ explanation }).statedVerdict).toBe('achieved');
  });

  test.each([
    '年度績效目標未達成說明：因流標所致。',
    '參訓人數未達目標。',
    '致未達預期進度。',
    '1. 已完成。\n2. 未達成部分說明：採購案流標。',
  ])('not achieved: %s', (explanation) => {
    expect(read({ explanation }).statedVerdict).toBe('not_achieved');
  });

  test.each([
    '辦理講習12場。',
    '除乙館工程外，其餘年度績效目標已達成。',
    '甲館及乙館等案皆已達成年度績效目標。',
    '1. 講習已達成。\n2. 工程施工中。',
    '未達成原因：無。',
    '目標達成率102%。',
  ])('none: %s', (explanation) => {
    expect(read({ explanation }).statedVerdict).toBe('none');
  });

  test('its words are cited', () => {
    const explanation = '辦理講習12場，年度績效目標已達成。';
    const { statedVerdictSpan } = read({ explanation });
    expect(explanation.slice(statedVerdictSpan?.start, statedVerdictSpan?.end)).toBe('年度績效目標已達成');
  });
});
