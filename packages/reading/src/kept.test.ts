import { expect, test } from 'vitest';
import { parseReading } from './kept.ts';

test('findings kept before fields were told name none; others keep theirs', () => {
  const body = JSON.stringify({
    schema: 'guankao/reading@1',
    findings: [{ rule: 'a' }, { rule: 'b', field: 'goals' }],
  });
  expect(parseReading(body).findings).toEqual([
    { rule: 'a', field: null },
    { rule: 'b', field: 'goals' },
  ]);
});
