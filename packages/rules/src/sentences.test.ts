import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { example } from './example/example-filing.ts';
import { checkFiling } from './index.ts';

const folder = new URL('sentences/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));

/** What the rules say of a sentence alone in a row whose other columns it does not touch; questions left out. */
function told(sentence: string): readonly string[] {
  const { findings, bugs } = checkFiling(
    example({
      plans: [
        {
          name: '範例計畫',
          period: '112年1月至115年12月',
          approved: 300000,
          budgeted: 250000,
          executed: 240000,
          // ¶ parts the items of a column.
          execution: sentence.split('¶'),
        },
      ],
    }),
  );
  expect(bugs).toEqual([]);
  return findings.filter(({ severity }) => severity !== 'question').map(({ rule }) => rule);
}

describe.each(files)('%s', (name) => {
  const lines = readFileSync(new URL(name, folder), 'utf8').split('\n');
  const sound = lines.filter((line) => line.startsWith('+ ')).map((line) => line.slice(2));
  const faulty = lines
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2).split(' | ') as [rule: string, sentence: string]);

  test('has sentences of both kinds', () => expect([sound.length > 0, faulty.length > 0]).toEqual([true, true]));
  test.each(sound)('holds: %s', (sentence) => expect(told(sentence)).toEqual([]));
  test.each(faulty)('%s: %s', (rule, sentence) => expect(told(sentence)).toContain(rule));
});
