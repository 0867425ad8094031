import { describe, expect, test } from 'vitest';
import { told } from '../rows-for-tests.ts';

describe('what speaks for a result besides its words', () => {
  test('what was there before is no answer to what was to be new', () => {
    expect(told({ goals: '新增認證場域12處。', execution: '輔導新增認證場域14處，展延認證22處，合計36處。' })).toEqual(['>= 12處 ← 14處 met']);
  });
});
