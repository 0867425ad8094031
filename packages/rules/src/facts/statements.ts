import { asNumber, clauseAround, compare, whole, written, type Figure } from '@guankao/passages';
import {
  bestReading,
  computedOf,
  expressionText,
  operandsOf,
  type Expression,
  type Reading,
  type Statement,
  type StatementKind,
} from '@guankao/statements';
import type { Message, Span } from '@guankao/domain';
import type { Row } from './filing-facts.ts';
import { place } from './filing-facts.ts';

/** A statement that every fair reading refutes, with the reading that a finding shows. */
export interface Refuted {
  readonly statement: Statement;
  readonly reading: Reading;
  /** Figures of the reading, in the order of its arithmetic. */
  readonly figures: readonly Figure[];
}

/** The statements of these kinds that contradict themselves, surest reading first. */
export function refutedIn(row: Row, ...kinds: readonly StatementKind[]): readonly Refuted[] {
  return row.statements.flatMap((statement): Refuted[] => {
    if (statement.outcome !== 'contradicted' || !kinds.includes(statement.kind)) return [];
    const reading = bestReading(statement) ?? statement.readings[0];
    return reading === undefined ? [] : [{ statement, reading, figures: figuresOf(reading) }];
  });
}

export const figuresOf = (reading: Reading): readonly Figure[] =>
  operandsOf(reading.expression).flatMap(({ source }) => (source.from === 'text' ? [source.figure] : []));

/** What every finding about a refuted statement carries: stated, computed, the arithmetic, and the readings behind it. */
export function arithmeticOf({ statement, reading }: Refuted): {
  readonly stated: number;
  readonly computed: number | null;
  readonly expression: string;
  readonly statement: Statement;
} {
  const computed = computedOf(reading);
  return {
    stated: asNumber(statement.claim.value),
    computed: computed === null ? null : Math.abs(asNumber(computed)),
    expression: expressionText(reading.expression),
    statement,
  };
}

/** What the reading comes to, for people: without its sign, a rate with two places. */
export function computedText({ statement, reading }: Refuted, decimals = 2): string {
  const computed = computedOf(reading);
  if (computed === null) return '—';
  const size = compare(computed, whole(0)) < 0 ? { of: -computed.of, over: computed.over } : computed;
  return `${written(size, decimals)}${statement.claim.kind === 'percent' ? '%' : ''}`;
}

/** The words between the statement's first number and its last, from the beginning of the clause where that is near. */
export function wordsOf({ statement, reading }: Refuted): readonly Span[] {
  const { claim } = statement;
  const numbers = operandsOf(reading.expression).flatMap(({ source }): Told[] => {
    if (source.from === 'text') return [source.figure];
    return source.from === 'number' ? [{ text: claim.text, start: source.start, end: source.end }] : [];
  });
  return stretchOf([...numbers, claim]);
}

type Told = Pick<Figure, 'text' | 'start' | 'end'>;

/** Numbers of one text that stand near one another are shown as one stretch; else each in its clause. */
function stretchOf(numbers: readonly Told[]): readonly Span[] {
  const [first, ...others] = numbers.toSorted((a, b) => a.start - b.start);
  if (first === undefined) return [];
  const end = Math.max(...numbers.map((number) => number.end));
  const near = others.every(({ text }) => text === first.text) && end - first.start <= longestRun;
  const start = beginningOf(first);
  if (near) return [place(first.text, start, closed(first.text.text, start, end))];
  return numbers.map((number) => place(number.text, beginningOf(number), number.end));
}

/** With the bracket that closes what was opened within. */
function closed(text: string, start: number, end: number): number {
  const inside = text.slice(start, end);
  const open = (inside.match(/[（(]/gu) ?? []).length - (inside.match(/[）)]/gu) ?? []).length;
  return open > 0 && /[）)]/u.test(text.charAt(end)) ? end + 1 : end;
}

/** The beginning of the clause that a figure stands in, where it is near enough to point: evidence is no fragment. */
function beginningOf({ text, start: at, end }: Told): number {
  const { start } = clauseAround(text, at, end);
  if (at - start > longestLead) return at;
  // 取得認證者138家，占四分之三: what a share is of stands in the clause before.
  const ahead = start > 1 && /^[占佔]/u.test(text.text.slice(start)) ? clauseAround(text, start - 1, start) : null;
  return ahead !== null && start - ahead.start <= longestAhead ? ahead.start : start;
}

/** In characters. A list of parts may run long and is still one thing to look at. */
const longestRun = 90;
const longestLead = 14;
const longestAhead = 30;

const signsOf = { sum: '＋', difference: '－', product: '×', quotient: '÷' } as const;
const plainSigns = { sum: ' + ', difference: ' - ', product: ' × ', quotient: ' ÷ ' } as const;

/** The arithmetic in the printed words: 1,570,020筆÷1,576,800筆, (4,320件－4,860件)÷4,860件. */
export function workingOf({ reading }: Refuted): Message {
  return { 'zh-Hant': worded(reading.expression, signsOf), en: worded(reading.expression, plainSigns) };
}

function worded(expression: Expression, signs: typeof signsOf | typeof plainSigns): string {
  if ('of' in expression) return expression.of.words;
  const parts = expression.parts.map((part) =>
    'of' in part || part.work === 'product' ? worded(part, signs) : `(${worded(part, signs)})`,
  );
  const [a = '', b = ''] = parts;
  if (expression.work === 'growth') return `(${a}${signs.difference}${b})${signs.quotient}${b}`;
  if (expression.work === 'decline') return `(${b}${signs.difference}${a})${signs.quotient}${b}`;
  return parts.join(signs[expression.work]);
}
