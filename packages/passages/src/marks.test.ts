import { expect, test } from 'vitest';
import { divide } from './marks.ts';

const parts = (text: string): { sentences: string[]; clauses: string[]; brackets: string[] } => {
  const { sentences, clauses, brackets } = divide(text);
  const words = (list: typeof sentences): string[] =>
    list.map(({ start, end }) => text.slice(start, end)).filter((part) => part !== '');
  return { sentences: words(sentences), clauses: words(clauses), brackets: words(brackets) };
};

test('full stops, semicolons and line ends part sentences; every mark parts clauses', () => {
  expect(parts('完成甲案，並辦理乙案；丙案續辦。\n丁案12,345元')).toEqual({
    sentences: ['完成甲案，並辦理乙案', '丙案續辦', '丁案12,345元'],
    clauses: ['完成甲案', '並辦理乙案', '丙案續辦', '丁案12,345元'],
    brackets: [],
  });
});

test('a semicolon in brackets ends no sentence', () => {
  expect(parts('甲案3件（北區1件；南區2件），均已完成。')).toMatchObject({
    sentences: ['甲案3件（北區1件；南區2件），均已完成'],
    brackets: ['北區1件；南區2件'],
  });
});

test('a bracket that never closes swallows nothing', () => {
  expect(parts('甲案3件（北區。乙案').sentences).toEqual(['甲案3件（北區', '乙案']);
  expect(parts(`（${'長'.repeat(500)}；乙案`).sentences).toHaveLength(2);
});

test('a colon between digits belongs to the figure', () => {
  expect(parts('於10:30開會').clauses).toEqual(['於10:30開會']);
});
