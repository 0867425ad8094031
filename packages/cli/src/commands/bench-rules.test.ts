import { join } from 'node:path';
import { expect, test } from 'vitest';
import { main } from '../main.ts';

const root = join(import.meta.dirname, '../../../..');

async function ran(argv: readonly string[], cwd: string): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ['', ''];
  const code = await main(argv, {
    env: { LANG: 'en_GB.UTF-8' },
    cwd,
    width: 100,
    live: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    stdin: async () => new Uint8Array(),
    now: () => new Date('2026-11-22T00:00:00Z'),
  });
  return { code, out, err };
}

test('prints the page: rules, families, promises, mutants', async () => {
  const { out, err } = await ran(['bench', 'rules', '--mutants', '5'], root);
  expect(err).toBe('');
  expect(out).toContain('# The checker, measured on 2026-11-22');
  for (const heading of ['## Rules', '## Faults by family', '## Dated promises', '## Mutation test of the truth'])
    expect(out).toContain(heading);
  expect(out).toMatch(/\| target-missed \| 0 \| \d+ \| \d+ \| [01]\.\d{3} \| \d+\/\d+ \|/);
  expect(out).toMatch(/\| all \| 5 \| [0-5] \|/);
}, 60_000);

test.each([
  ['no corpus', ['bench', 'rules'], '/', 'no corpus folder'],
  ['an odd number', ['bench', 'rules', '--mutants', 'many'], root, '--mutants takes a whole number'],
  ['something else', ['bench', 'weather'], root, 'nothing called "weather"'],
])('refused: %s', async (_, argv, cwd, message) => {
  const { code, out, err } = await ran(argv, cwd);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(message);
});
