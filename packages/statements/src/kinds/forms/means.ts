import { pattern, vocabulary } from '@guankao/passages';
import { just, quotientOf, saidByWords, sumOf, type Expression } from '../../expression.ts';
import { few, isFigure, lastTellsTheUnit, type Form, type Numbers, type Values } from './form.ts';

const over = (count: number, ...parts: readonly Expression[]): Expression =>
  quotientOf(sumOf(...parts), just(saidByWords(String(count), count)));

/** Bare numbers but for the last. */
const onlyTheLastTellsTheUnit = (values: Values): boolean => {
  const { a, b, c, d } = values;
  return (
    [a, b, ...(d === undefined ? [] : [c])].every((told) => told !== undefined && !isFigure(told)) &&
    lastTellsTheUnit(values)
  );
};
const meanWords = '(?:三者|整體|年|總)?平均(?:值|為|達|約|計|各為)*';

/** 2.1、2.4及3.0毫米，平均2.7毫米: of a list whose unit the last of it tells. */
export const formsOfMean: readonly Form[] = [
  {
    kind: 'mean',
    as: 'of-the-months-of-the-year',
    word: '平均每月',
    phrase: pattern(
      `每(?!月)(?:一)?\\p{Script=Han}{1,4}(?:全年)?(?<a>%C|%T|%M)，平均每月(?:約|為)?(?<claim>%C|%T|%M)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    alike: 'a',
    rounded: true,
    // Of a part of the year it may be of fewer months.
    ways: ({ a }) => Array.from({ length: 12 }, (_, k) => quotientOf(a, just(saidByWords(`${12 - k}`, 12 - k)))),
  },
  {
    kind: 'mean',
    as: 'of-all-that-are-listed',
    word: '平均',
    phrase: pattern(
      `(?:分別|各|依序)(?:為|計|達)?${few}(?<a>%B)、(?<b>%B)[及與、和](?<c>%C)，${meanWords}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b, c }: Numbers) => [over(3, a, b, c)],
    given: onlyTheLastTellsTheUnit,
  },
  {
    kind: 'mean',
    as: 'of-all-that-are-listed',
    word: '平均',
    phrase: pattern(
      `(?:分別|各|依序)(?:為|計|達)?${few}(?<a>%B)、(?<b>%B)、(?<c>%B)[及與、和](?<d>%C)，${meanWords}(?<claim>%C)(?=[，。；]|$)`,
      vocabulary,
      'dgu',
    ),
    rounded: true,
    ways: ({ a, b, c, d }: Numbers) => [over(4, a, b, c, d)],
    given: onlyTheLastTellsTheUnit,
  },
];
