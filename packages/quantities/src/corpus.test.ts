import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/read-corpus.ts';
import { score } from '../corpus/score.ts';

const folder = join(import.meta.dirname, '../corpus');
const lines = readdirSync(folder)
  .filter((file) => file.endsWith('.txt'))
  .flatMap((file) => readCorpus(readFileSync(join(folder, file), 'utf8')));

describe('the corpus', () => {
  const result = score(lines);

  test('is large, and a quarter of it holds nothing', () => {
    expect(lines.length).toBeGreaterThanOrEqual(700);
    expect(result.emptyLines / lines.length).toBeGreaterThanOrEqual(0.25);
  });

  test('reads at F1 0.97 or better', () => {
    expect(result.f1, result.misses.join('\n')).toBeGreaterThanOrEqual(0.97);
  });

  test('states next to no wrong value', () => {
    expect(result.wrong / result.labelled, result.misses.join('\n')).toBeLessThanOrEqual(0.005);
  });

  test('sees nothing where there is nothing', () => {
    expect(result.cleanLines / result.emptyLines, result.misses.join('\n')).toBeGreaterThanOrEqual(0.98);
  });
});

describe('the scorer', () => {
  test.each([
    ['至少{30場 | >=30 場}', 1],
    ['至少{30場 | >30 場}', 0],
    ['至少{30場 | >=31 場}', 0],
    ['至少{30場 | >=30 件}', 0],
    ['{至少30場 | >=30 場}', 0],
  ])('%s counts %d hits', (line, hits) => {
    expect(score(readCorpus(line)).hits).toBe(hits);
  });

  test('tells a wrong value from a miss', () => {
    expect(score(readCorpus('{30場 | 31 場}')).wrong).toBe(1);
    expect(score(readCorpus('{三四 | 34 場}')).wrong).toBe(0);
  });
});
