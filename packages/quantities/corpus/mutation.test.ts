import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { extract } from '../src/extract.ts';
import { readCorpus } from './read-corpus.ts';
import { labelsIn, said, unreadIn } from './said.ts';
import { score } from './score.ts';
import { forms, labelled, nothingSaid, unreadNumbers } from './tables.ts';

// The tables of src/*.test.ts, a table a test: for the mutation run, which would spend most of its time between a thousand small tests.
const folder = join(import.meta.dirname, '../corpus');
const corpus = readdirSync(folder).filter((file) => file.endsWith('.txt')).flatMap((file) => readCorpus(readFileSync(join(folder, file), 'utf8')));

test('forms', () => {
  for (const [line, expected] of Object.values(forms).flat()) expect(said(line)).toBe(expected);
});

test('unread', () => {
  for (const [line, expected] of unreadNumbers) expect(unreadIn(line)).toBe(expected);
});

test('labels', () => {
  for (const [line, expected] of labelled) expect(labelsIn(line)).toBe(expected);
});

test('nothing', () => {
  for (const line of nothingSaid) expect(extract(line)).toEqual([]);
});

test('corpus', () => {
  expect(score(corpus).misses).toEqual([]);
});
