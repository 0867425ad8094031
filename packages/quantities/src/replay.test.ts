import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { replayed } from '../corpus/replay.ts';

test('composed lines are read as before; a meant change is written with replay.ts and looked at in its diff', () => {
  expect(replayed()).toBe(readFileSync(join(import.meta.dirname, '../corpus/replay.tsv'), 'utf8'));
});
