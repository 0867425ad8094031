import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** How fast they are stands in bench/results; this only notices a page that has become slow by an order. */
test('no page of a filing of 50 plans takes the server 250 ms of processor time', () => {
  const output = execFileSync(process.execPath, ['scripts/run.mjs', 'tests/browser/measure-pages.ts'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  const took = JSON.parse(output) as Record<string, number>;
  expect(Object.entries(took).filter(([, milliseconds]) => milliseconds >= 250)).toEqual([]);
});
