import {
  commensurable,
  exactly,
  markAt,
  pattern,
  says,
  signOf,
  vocabulary,
  type Figure,
  type MarkedSentence,
} from '@guankao/passages';
import { figureOperand, type Operand } from './expression.ts';

/** What a statement stands in: its sentence, the item around it, and what the row says besides. */
export interface Surroundings {
  readonly sentence: MarkedSentence;
  /** Figures told since the last full stop: semicolons part them and they may be one statement. */
  readonly group: readonly Figure[];
  /** Every figure of the item. */
  readonly item: readonly Figure[];
  /** Gregorian; null where the filing does not say. */
  readonly fiscalYear: number | null;
  /** Targets that the goals print: a rate may be of one of them. */
  readonly goals: readonly Figure[];
  /** Figures of the item before it in its column, where this sentence opens its item with 其中 and so tells of that one. */
  readonly opened: readonly Figure[];
  /** Figures of the columns that tell what became of the plan, whatever the item: what is counted under a name may be told there. */
  readonly results: readonly Figure[];
}

/** How far back the words of a figure are looked at. */
const farthest = 80;

/** The words of the sentence before a figure, each number one sign. */
export function before({ words }: MarkedSentence, at: number): string {
  return words.slice(Math.max(0, at - farthest), at);
}

export function after({ words }: MarkedSentence, at: number): string {
  return words.slice(at + 1, at + 1 + farthest);
}

const untilNumber = pattern('[^%A。；]*$');
const untilMark = pattern('[^%A，。；：、()]*$');

/** The words that belong to a figure: back to the number before it, across commas. */
export function ownWords(sentence: MarkedSentence, figure: Figure): string {
  return untilNumber.exec(before(sentence, signOf(sentence, figure)))?.[0].slice(-24) ?? '';
}

/** The words right before a place: back to the last number or mark. */
export const nearWords = (words: string): string => untilMark.exec(words)?.[0] ?? '';

/** Words that say nothing about what is counted. */
const empty = pattern(
  '^(?:約|近|達|為|計|共|總|合|已|業|並|且|亦|則|均|皆|各|僅|其中|其|又|另|再|有|於|之|的|者|等|本|該|是|:|分別|即|也|仍|至|僅|{sumsUp})+|(?:約|近|達|為|計|共|總|已|有|之|的|者|等|分別|即|也|{sumsUp})+$',
  vocabulary,
  'gu',
);

/** A name without the words that only lead to a number. */
export const named = (words: string): string =>
  words
    .replaceAll(/[\s「」『』()]/gu, '')
    .replace(empty, '')
    .replace(empty, '');

export const likes = (figure: Figure, pool: readonly Figure[]): readonly Figure[] =>
  pool.filter((other) => other !== figure && commensurable(other, figure));

/** How far behind a sentence it may be said that its things are counted twice. */
const soFarBehind = 60;

/** Its own words, or a clause behind it, say that things may be counted twice: what is told of them need not add up. */
export function mayBeCountedTwice({ text, end, words }: MarkedSentence): boolean {
  return says('overlap', words) || says('countedTwice', text.text.slice(end, end + soFarBehind));
}

/** So many figures of an item are tried with one another, the nearest to the claim: more would take a square of time. */
const mostTried = 24;

export function nearest(claim: Figure, pool: readonly Figure[]): readonly Figure[] {
  if (pool.length <= mostTried) return pool;
  return pool
    .toSorted((a, b) => Math.abs(a.start - claim.start) - Math.abs(b.start - claim.start))
    .slice(0, mostTried)
    .toSorted((a, b) => a.start - b.start);
}

/** A mean, a price for each, a bound: neither a part nor a whole of anything. */
export function isPerOne(sentence: MarkedSentence, figure: Figure): boolean {
  const words = nearWords(before(sentence, signOf(sentence, figure)));
  return /每/u.test(words) || says('mean', words);
}

/** The figure that stands at a named group of a pattern over marked words; null where another mark does. */
export function figureAt(sentence: MarkedSentence, { indices }: RegExpExecArray, name: string): Figure | null {
  const at = indices?.groups?.[name]?.[0];
  const mark = at === undefined ? null : markAt(sentence, at);
  return mark?.sign === 'figure' ? mark.figure : null;
}

/** The same, and no word widens it. */
export function exactFigureAt(sentence: MarkedSentence, match: RegExpExecArray, name: string): Figure | null {
  const figure = figureAt(sentence, match, name);
  return figure?.widening === 'exact' ? figure : null;
}

/** 每組5萬5,000元, 單價2,000元: told for each, so that it is no whole and no part. */
export const isPrice = ({ text, start }: Figure): boolean =>
  /(?:每\p{Script=Han}{1,3}|單價)(?:約|為)?$/u.test(text.text.slice(Math.max(0, start - 8), start));

/** 最少93人 was read as a bound (至少), and is the value of the least. */
export const isPlain = ({ widening, text, start }: Figure): boolean =>
  widening === 'exact' ||
  (/^(?:atLeast|atMost)$/u.test(widening) &&
    /最\p{Script=Han}{1,3}$/u.test(text.text.slice(Math.max(0, start - 5), start)));

export const plainOperand = (figure: Figure): Operand =>
  figure.widening === 'exact' ? figureOperand(figure) : figureOperand(figure, exactly(figure.value));

/** A figure of a sentence as an operand: one that was taken from a bare number, in the unit of another, as that number. */
export const operandIn =
  ({ marks }: MarkedSentence) =>
  (figure: Figure): Operand =>
    marks.some(({ start, sign }) => start === figure.start && sign === 'number')
      ? {
          words: figure.words,
          source: { from: 'number', start: figure.start, end: figure.end },
          value: figure.value,
          interval: exactly(figure.value),
        }
      : plainOperand(figure);
