import { pattern, vocabulary } from '@guankao/passages';
import { sumOf, type Expression } from '../../expression.ts';
import { isFigure, type Form, type Numbers, type Values } from './form.ts';

const letters = ['a', 'b', 'c', 'd', 'e'] as const;
const sum = (numbers: Numbers, many: number): Expression =>
  sumOf(...letters.slice(0, many).map((name) => numbers[name]));

/** 個 of 個機關, 件 of 件: the parts may leave the noun out. */
const countedAlike = (values: Values, many: number): boolean => {
  const { claim } = values;
  return letters.slice(0, many).every((name) => {
    const part = values[name];
    return isFigure(part) && isFigure(claim) && part.unit !== null && claim.unit?.startsWith(part.unit) === true;
  });
};

/** 評鑑52個機關，優等13個、甲等27個、乙等11個、丙等3個: names that end alike take the whole apart, to the end of the sentence. */
const grades = (many: number): Form => ({
  kind: 'sum',
  as: 'of-all-grades',
  word: '等',
  phrase: pattern(
    `(?<claim>%C)[^，。；、%A()]{0,6}，(?!其中)[^，。；、%A()]{1,3}(?<end>[等級區部型類])(?<a>%C)${letters
      .slice(1, many)
      .map((name) => `[、，及與和]{1,2}[^，。；、%A()]{1,3}\\k<end>(?<${name}>%C)`)
      .join('')}(?=[。；]|$)`,
    vocabulary,
    'dgu',
  ),
  apart: true,
  ways: (numbers) => [sum(numbers, many)],
  given: (values) => countedAlike(values, many),
});

export const formsOfGrade: readonly Form[] = [3, 4, 5].map(grades);
