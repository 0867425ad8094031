import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

test('the server takes under 50 ms for each page of a filing of 50 plans', () => {
  const output = execFileSync(process.execPath, ['scripts/run.mjs', 'tests/browser/measure-pages.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  const took = JSON.parse(output) as Record<string, number>;
  expect(Object.entries(took).filter(([, milliseconds]) => milliseconds >= 50)).toEqual([]);
});
