import { expect, test } from 'vitest';
import { withoutStop } from './without-stop.ts';

test.each([
  [' 完成3案。 ', '完成3案'],
  ['完成3案；。', '完成3案'],
  ['完成3案。另辦2案', '完成3案。另辦2案'],
  ['。', ''],
  [`${'。'.repeat(32_000)}完成3案；`, `${'。'.repeat(32_000)}完成3案`],
])('%s', (text, said) => expect(withoutStop(text)).toBe(said));
