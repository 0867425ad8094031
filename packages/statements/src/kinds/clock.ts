import { exactly, normalise, whole, type Figure, type MarkedSentence } from '@guankao/passages';
import {
  differenceOf,
  just,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
  type Operand,
} from '../expression.ts';
import type { Surroundings } from '../near.ts';
import { judged, type Statement } from '../statement.ts';

const timeOfDay =
  /(?:(?<month>\d{1,2})月(?<day>\d{1,2})日|(?<next>翌日|隔日|次日|隔天|翌晨))?(?<half>上午|下午|凌晨|清晨|中午|晚間|晚上|夜間|深夜|早上|傍晚|晚|夜|早|晨)?(?<![\d.:])(?<hour>\d{1,2})(?:[時點](?!數)|:(?=\d\d))(?:(?<minute>\d{1,2})(?:分(?!鐘))?)?/dgu;
/** A length of time that is not the one between the two: each, on the average, as planned, by how much late. */
const another =
  /每|各|平均|目標|標準|上限|規定|預定|提前|提早|延[後誤遲]|遲|較|比|早|晚於|縮短|增加|減少|以內|內完成|休息|扣除/u;
const mostWords = 12;
const minutesOfADay = 24 * 60;

interface Clock {
  readonly minutes: number;
  readonly expression: Expression;
  readonly start: number;
  readonly end: number;
  /** Days after the first of January; null where the day is not told. */
  readonly day: number | null;
  readonly isNext: boolean;
  readonly half: string | null;
}

const said = (many: number): Expression => just(saidByWords(String(many), many));

/** 自19時30分至23時，全程3小時30分: two times of one sentence, and how long it was between them. */
export function* clocksIn({ sentence }: Surroundings): Iterable<Statement> {
  const [length, ...more] = sentence.figures;
  if (length === undefined || more.length > 0 || length.kind !== 'duration' || length.widening !== 'exact') return;
  if (length.unit !== '小時' && length.unit !== '分鐘') return;
  const [from, to, third] = clocksOf(sentence).filter(({ end }) => end <= length.start);
  if (from === undefined || to === undefined || third !== undefined) return;
  const lead = sentence.text.text.slice(to.end, length.start);
  if (another.test(sentence.text.text.slice(sentence.start, length.end)) || lead.length > mostWords) return;
  const [first, ...others] = lengths(from, to, length);
  if (first === undefined) return;
  yield judged({
    kind: 'clock',
    claim: length,
    word: '歷時',
    sure: true,
    suggested: [{ as: 'from-one-time-to-the-other', expression: first }],
    others: () => others.map((expression) => ({ as: 'from-one-time-to-the-other-otherwise', expression })),
  });
}

/** How long it was: of one day, over midnight, or with the afternoon left unsaid. */
function lengths(from: Clock, to: Clock, { unit }: Figure): readonly Expression[] {
  const days =
    from.day !== null && to.day !== null ? to.day - from.day : to.isNext || to.minutes <= from.minutes ? 1 : 0;
  if (days < 0) return [];
  const apart = (later: number): Expression => {
    const ends = later === 0 ? to.expression : sumOf(to.expression, said(later));
    const minutes = differenceOf(ends, from.expression);
    return unit === '小時' ? quotientOf(minutes, said(60)) : minutes;
  };
  const halves =
    to.half === null && to.minutes < 12 * 60 ? [apart(days * minutesOfADay + 12 * 60), apart(12 * 60)] : [];
  // Counted in whole hours, both ends may be counted in.
  return [apart(days * minutesOfADay), ...halves];
}

function clocksOf(sentence: MarkedSentence): readonly Clock[] {
  const { text, start, end } = sentence;
  const words = normalise(text.text.slice(start, end));
  const clocks: Clock[] = [];
  for (const match of words.matchAll(timeOfDay)) {
    const clock = clockAt(match, start, clocks.at(-1)?.half ?? null);
    if (clock !== null) clocks.push(clock);
  }
  return clocks;
}

function clockAt(match: RegExpExecArray, from: number, former: string | null): Clock | null {
  const { hour = '', minute, half, month, day, next } = match.groups ?? {};
  const places = match.indices?.groups;
  if (places === undefined || Number(hour) > 24 || Number(minute ?? 0) > 59) return null;
  const operand = (name: 'hour' | 'minute', value: string): Operand => ({
    words: value,
    source: { from: 'number', start: from + (places[name]?.[0] ?? 0), end: from + (places[name]?.[1] ?? 0) },
    value: whole(Number(value)),
    interval: exactly(whole(Number(value))),
  });
  // 下午2時至5時: the afternoon holds for both.
  const part = half ?? (isLate(former) ? former : null) ?? null;
  const isAfternoon = isLate(part) && Number(hour) < 12;
  const minutes = (Number(hour) + (isAfternoon ? 12 : 0)) * 60 + Number(minute ?? 0);
  const hours = isAfternoon ? sumOf(just(operand('hour', hour)), said(12)) : just(operand('hour', hour));
  const whole60 = productOf(hours, said(60));
  return {
    minutes,
    expression: minute === undefined ? whole60 : sumOf(whole60, just(operand('minute', minute))),
    start: from + match.index,
    end: from + match.index + match[0].length,
    day: month === undefined || day === undefined ? null : dayOfYear(Number(month), Number(day)),
    isNext: next !== undefined,
    half: part,
  };
}

const isLate = (half: string | null | undefined): half is string =>
  half !== null && half !== undefined && /下午|晚|夜|傍/u.test(half);

/** Two days of one year are so far apart; over the end of February they may be one more. */
const dayOfYear = (month: number, day: number): number => Math.round(Date.UTC(2025, month - 1, day) / 86_400_000);
