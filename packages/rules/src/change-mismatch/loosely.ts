import { absolute, asNumber, compare, minus, same, whole, type Figure, type Fraction } from '@guankao/passages';
import { computedOf, type Reading, type Statement } from '@guankao/statements';
import { isToldRoughly } from '../facts/roughly.ts';
import { figuresOf, type Refuted } from '../facts/statements.ts';

/**
 * A change that holds only if its words are taken loosely: `points` of 由94.2%升至97.5%，提升3.3%, which are points; `times` of
 * 由3萬增至12萬，成長4倍, which is what it became and not by how much it grew; `rounded` of figures that give another number as
 * they are printed, and this one only as what they may have been rounded from (80%提高至84%，提高5個百分點).
 */
export interface Loosely {
  readonly says: 'points' | 'times' | 'rounded';
  /** Taken by its words, which the figures refute. */
  readonly refuted: Refuted;
}

/** What tells of a change between two times; 超出, 落後 tell of a distance from what was planned. */
const changes =
  /^(?:增加|成長|增長|上升|攀升|提升|提高|增|升|漲幅|增幅|淨增|擴增|改善|進步|減少|下降|降低|減|降|降幅|減幅|下滑)/u;
const planned = /目標|預定|預期|進度|標準|門檻|原訂|落後|超前/u;

export function toldLoosely(statement: Statement): Loosely | null {
  const { claim, kind, outcome, sure, word, readings } = statement;
  if (kind !== 'change' || outcome !== 'borne-out' || !sure || claim.widening !== 'exact' || !changes.test(word))
    return null;
  if (/千分|‰/u.test(claim.text.text.slice(claim.start - 3, claim.end + 1))) return null;
  const held = readings.find((reading) => reading.holds === true);
  if (held === undefined || !isOfTwoTimes(claim, figuresOf(held))) return null;
  const byWords = readings.find((reading) => reading.as === held.as && isGrowth(reading));
  if (byWords !== undefined && isDifferenceOfRates(held) && claim.unit === '%' && isFarOff(byWords, claim))
    return { says: 'points', refuted: refutedBy(statement, byWords) };
  if (byWords?.holds === false && claim.unit === '倍' && work(held) === 'quotient')
    return { says: 'times', refuted: refutedBy(statement, byWords) };
  return isOnlyRounded(statement, held) ? { says: 'rounded', refuted: refutedBy(statement, held) } : null;
}

const work = ({ expression }: Reading): string | null => ('work' in expression ? expression.work : null);
const isGrowth = (reading: Reading): boolean => work(reading) === 'growth' || work(reading) === 'decline';
const isDifferenceOfRates = (reading: Reading): boolean =>
  work(reading) === 'difference' && figuresOf(reading).every(({ kind }) => kind === 'percent');

const refutedBy = (statement: Statement, reading: Reading): Refuted => ({
  statement: { ...statement, outcome: 'contradicted', readings: [reading] },
  reading,
  figures: figuresOf(reading),
});

/** Both are told in the claim's own text and near it, and neither is a target or a schedule. */
function isOfTwoTimes(claim: Figure, ends: readonly Figure[]): boolean {
  const [a, b] = ends;
  if (a === undefined || b === undefined || ends.length > 2) return false;
  if (ends.some(({ text, widening }) => text !== claim.text || widening !== 'exact')) return false;
  const start = Math.min(a.start, b.start);
  return !planned.test(claim.text.text.slice(Math.max(0, start - 8), claim.end));
}

/** Refuted by all that the print allows, or a point and more off, and more than a quarter, as the figures are printed. */
function isFarOff(reading: Reading, { value }: Figure): boolean {
  const computed = computedOf(reading);
  if (reading.holds === false || computed === null) return reading.holds === false;
  const off = size(minus(size(computed), value));
  return compare(off, whole(1)) >= 0 && compare({ of: off.of * 4n, over: off.over }, value) > 0;
}

/**
 * Rates told to one place whose difference is another; or a growth two points and more off, told in whole per cents, and
 * three and more off where it is told in tenths (三成).
 */
function isOnlyRounded({ claim, readings }: Statement, held: Reading): boolean {
  const computed = computedOf(held);
  if (computed === null || claim.kind !== 'percent' || /分之/u.test(claim.words)) return false;
  const others = readings.filter((reading) => reading !== held && reading.holds === true);
  if (others.length > 0) return false;
  if (isDifferenceOfRates(held))
    return (
      !claim.words.includes('成') &&
      isTheNearest(claim, figuresOf(held)) &&
      figuresOf(held).every(({ step }) => same(step, claim.step)) &&
      !same(size(computed), claim.value)
    );
  return isGrowth(held) && claim.unit === '%' && isToldRoughly(claim, computed);
}
/** 失業率3.4%，較上年3.7%下降0.3個百分點，青年失業率11.2%，下降0.4個百分點: no other level stands before the claim. */
function isTheNearest({ text, start }: Figure, ends: readonly Figure[]): boolean {
  const last = Math.max(...ends.map(({ end }) => end));
  return text.figures.every(
    (other) =>
      other.kind !== 'percent' ||
      other.start < last ||
      other.end > start ||
      other.unit === '百分點' ||
      ends.includes(other),
  );
}

const size = (value: Fraction): Fraction => (asNumber(value) < 0 ? absolute(value) : value);
