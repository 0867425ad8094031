import { read } from '@guankao/reading';
import { expect, test } from 'vitest';
import { generated } from './generate.ts';
import { judge } from './judge.ts';

/** More of them: node scripts/run.mjs bench/documents/office.ts 1 2000 */
const seeds = Array.from({ length: 120 }, (_, i) => i + 1);

test.each(seeds)('what was put in comes out, or is unread or doubted: seed %d', async (seed) => {
  const file = generated(seed);
  const { reading } = await read({ name: file.name, bytes: file.bytes });
  const { wrong, invented, missed } = judge(reading, file.expected, file.unit);
  expect({ wrong, invented, missed }, `${file.format}: ${file.quirks.join(', ')}`).toEqual({
    wrong: [],
    invented: [],
    missed: [],
  });
  expect(uncovered(reading)).toBe('');
});

/** Every character that is not blank belongs to a plan, to the furniture or to what is unread. */
function uncovered({
  document: { text },
  plans,
  furniture,
  unread,
}: Awaited<ReturnType<typeof read>>['reading']): string {
  const taken = new Uint8Array(text.length);
  for (const { start, end } of [...plans.flatMap(({ spans }) => spans), ...furniture, ...unread])
    taken.fill(1, start, end);
  return [...text].length === text.length
    ? Array.from(text, (char, i) => (taken[i] === 0 && char.trim() !== '' ? char : '')).join('')
    : '';
}
