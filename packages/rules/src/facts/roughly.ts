import { absolute, compare, minus, whole, type Figure, type Fraction } from '@guankao/passages';
import { computedOf, type Statement } from '@guankao/statements';
import { figuresOf, type Refuted } from './statements.ts';

/** Told in whole per cents it is two points and more off what the figures as printed give; in tenths (三成), three and more. */
export function isToldRoughly({ value, words, step }: Figure, computed: Fraction): boolean {
  const off = absolute(minus(absolute(computed), value));
  if (words.includes('成')) return compare(step, whole(1)) > 0 && compare(off, whole(3)) >= 0;
  return compare(step, whole(1)) === 0 && compare(off, whole(2)) >= 0;
}

/** A rate that only rounding bears out: 36段 of 48段 called 八成. What it is shown by is its likeliest reading. */
export function rateToldRoughly(statement: Statement): Refuted | null {
  const { claim, kind, outcome, sure, readings } = statement;
  if ((kind !== 'share' && kind !== 'attainment') || outcome !== 'borne-out' || !sure) return null;
  if (claim.kind !== 'percent' || claim.unit !== '%' || claim.widening !== 'exact' || /分之/u.test(claim.words))
    return null;
  const reading = readings.find(({ holds }) => holds === true);
  if (reading === undefined || reading.charitable === true || reading.scale !== 100) return null;
  const figures = figuresOf(reading);
  if (figures.length !== 2 || figures.some(({ text, widening }) => text !== claim.text || widening !== 'exact'))
    return null;
  const isNear = readings.some((other) => {
    const computed = computedOf(other);
    return computed !== null && !isToldRoughly(claim, computed);
  });
  return isNear ? null : { statement: { ...statement, outcome: 'contradicted' }, reading, figures };
}
