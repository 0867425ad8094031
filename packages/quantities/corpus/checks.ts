import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  add,
  compare,
  decimal,
  divide,
  equals,
  multiply,
  parseDecimal,
  plain,
  printDecimal,
  round,
  subtract,
  toNumber,
  type Decimal,
} from '../src/decimal.ts';
import { describe, extract } from '../src/extract.ts';
import { readCorpus } from './read-corpus.ts';
import { composedLines, madeOf } from './replay.ts';
import { labelsIn, said, unreadIn } from './said.ts';
import { score } from './score.ts';
import { forms, inContext, labelled, nothingSaid, unreadNumbers } from './tables.ts';

/** A check without a test framework: it throws where it fails. */
export interface Check {
  readonly name: string;
  readonly run: () => void;
}

function same(name: string, got: () => unknown, want: unknown): Check {
  return {
    name,
    run() {
      const found = got();
      if (found !== want) throw new Error(`${name}: want ${String(want)}, got ${String(found)}`);
    },
  };
}

const of = (text: string): Decimal => parseDecimal(text) ?? decimal(-999);
const print = (value: Decimal | null) => (value === null ? 'none' : printDecimal(value));

const decimals: readonly Check[] = [
  ...['0', '-1', '1.25', '-0.05', '1234567890123456789012.5', '0.001'].map((text) =>
    same(`prints ${text}`, () => print(parseDecimal(text)), text),
  ),
  ...[
    ['1.50', '1.5'],
    ['1,234', '1234'],
    ['+7', '7'],
    ['-1,234.50', '-1234.5'],
    [' 12 ', '12'],
    ['007', '7'],
  ].map(([text = '', want]) => same(`reads ${text}`, () => print(parseDecimal(text)), want)),
  ...['', '-', '1.', '.5', '1,23', '12,34,567', '1e3', '1 2', '--1', '1.2.3', 'a1', '1a'].map((text) =>
    same(`refuses ${text}`, () => parseDecimal(text), null),
  ),
  ...[
    ['1', '3', 4, '0.3333'],
    ['2', '3', 4, '0.6667'],
    ['-2', '3', 2, '-0.67'],
    ['1', '8', 2, '0.13'],
    ['-1', '8', 2, '-0.13'],
    ['7', '-2', 0, '-4'],
    ['1.5', '0.5', 0, '3'],
    ['0.125', '1', 1, '0.1'],
    ['1', '0.0', 2, 'none'],
  ].map(([a, b, places, want]) =>
    same(`${a} / ${b}`, () => print(divide(of(String(a)), of(String(b)), Number(places))), want),
  ),
  ...[
    ['1.005', 2, '1.01'],
    ['-1.005', 2, '-1.01'],
    ['1.004', 2, '1'],
    ['2.5', 0, '3'],
    ['2.5', 3, '2.5'],
    ['2.55', 2, '2.55'],
  ].map(([a, places, want]) => same(`rounds ${a}`, () => print(round(of(String(a)), Number(places))), want)),
  same('adds', () => print(add(of('0.1'), of('0.25'))), '0.35'),
  same('subtracts', () => print(subtract(of('1'), of('1.05'))), '-0.05'),
  same('multiplies', () => print(multiply(of('1.5'), of('-0.02'))), '-0.03'),
  same('greater', () => compare(of('1.5'), of('1.49')), 1),
  same('less', () => compare(of('-2'), of('1.49')), -1),
  same('equal', () => equals(of('1.50'), of('1.5')), true),
  same('unequal', () => equals(of('1.0'), of('1.1')), false),
  same('number', () => toNumber(decimal(125, 2)), 1.25),
  same('negative scale', () => plain({ coefficient: 12n, scale: -3 }).coefficient, 12000n),
  same('negative scale gone', () => plain({ coefficient: 12n, scale: -3 }).scale, 0),
  same('zero', () => plain({ coefficient: 0n, scale: 2 }).scale, 0),
];

const special: readonly Check[] = [
  same(
    'a description with its trail',
    () => extract('至少3至5件').map(describe).join(),
    '「3至5件」 count – 3 5 件 >= – –  [count → join-ranges → comparators-before]',
  ),
  same(
    'the year before as an alternative',
    () =>
      extract('113年2月20日報竣，同年3月29日驗收')[1]
        ?.alternatives.map(({ from }) => from)
        .join(),
    '2024-03-29',
  ),
  same('no alternative without one', () => extract('同年3月29日')[0]?.alternatives.length, 0),
  same(
    'the second half of a cut figure',
    () =>
      extract('計淨增5\n89,574千元')[0]
        ?.alternatives.map(({ value }) => print(value))
        .join(),
    '89574000',
  ),
  same(
    'two and a half, or item two',
    () =>
      extract('2.5場')[0]
        ?.alternatives.map(({ value }) => print(value))
        .join(),
    '2.5',
  ),
  same(
    'a share as a fraction',
    () =>
      extract('三分之二')[0]
        ?.alternatives.map(({ kind, value }) => `${kind} ${print(value)}`)
        .join(),
    'count 0.666667',
  ),
  same(
    'a dollar of another land',
    () =>
      extract('$500')[0]
        ?.alternatives.map(({ unit }) => unit)
        .join(),
    'USD',
  ),
  same(
    'a sum that may be a count',
    () =>
      extract('預算3億')[0]
        ?.alternatives.map(({ kind, unit }) => `${kind} ${unit}`)
        .join(),
    'count null',
  ),
  same(
    'a year that may be a span',
    () =>
      extract('100年')[0]
        ?.alternatives.map(({ kind, unit, from }) => `${kind} ${unit} ${from}`)
        .join(),
    'duration 年 null',
  ),
  same(
    'a shortened numeral',
    () =>
      extract('三千五元')[0]
        ?.alternatives.map(({ value }) => print(value))
        .join(),
    '3005',
  ),
  same(
    'a dash or a minus',
    () =>
      extract('計畫-3%')[0]
        ?.alternatives.map(({ value }) => print(value))
        .join(),
    '3',
  ),
  same(
    'all of a long passage',
    () =>
      extract(Array.from({ length: 600 }, (_, i) => `第${i}項完成${i + 1}件，另`).join('')).every(
        ({ value }, i) => Number(value?.coefficient) === i + 1,
      ),
    true,
  ),
  same('all of a dense one', () => extract('3人'.repeat(5000)).length, 5000),
];

function replay(file: string): readonly Check[] {
  const made = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return composedLines(made.length).map((line, i) =>
    same(`replays ${line}`, () => madeOf(line), made[i]?.split('\t')[1]),
  );
}

/** Every table of the package, a row a check. `folder` holds the corpus. */
export function checks(folder: string): readonly Check[] {
  const corpus = readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .flatMap((file) => readCorpus(readFileSync(join(folder, file), 'utf8')));
  return [
    ...Object.values(forms)
      .flat()
      .map(([line, want]) => same(`says ${line}`, () => said(line), want)),
    ...inContext.map(([line, options, want]) => same(`in context ${line}`, () => said(line, options), want)),
    ...unreadNumbers.map(([line, want]) => same(`unread ${line}`, () => unreadIn(line), want)),
    ...labelled.map(([line, want]) => same(`labels ${line}`, () => labelsIn(line), want)),
    ...nothingSaid.map((line) => same(`nothing ${line}`, () => extract(line).length, 0)),
    ...corpus.map((line) => same(`corpus ${line.text}`, () => score([line]).misses.join(), '')),
    ...replay(join(folder, 'replay.tsv')),
    ...decimals,
    ...special,
  ];
}
