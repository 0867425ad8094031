import { commensurable, exactly, sameUnit, type Figure } from '@guankao/passages';
import {
  declineOf,
  differenceOf,
  figureOperand,
  growthOf,
  hundred,
  just,
  ofFigure,
  percentOf,
  productOf,
  quotientOf,
  saidByWords,
  sumOf,
  type Expression,
} from './expression.ts';
import { isPrice } from './near.ts';
import type { Suggestion } from './statement.ts';

/**
 * Every way in which a few figures may come to another, by their units alone and whatever the words say: a share of like
 * things, a sum of like things, so many times so many. What none of them gives follows from nothing that is told.
 * With n figures some n³ ways, n⁴ for two products; callers hand over a sentence's figures, ten at most.
 */
export function* formulasOf(claim: Figure, pool: readonly Figure[]): Iterable<Suggestion> {
  const like = pool.filter((figure) => sameUnit(figure, claim));
  yield* sumsOf(like);
  if (claim.kind === 'percent') yield* ratesOf(claim, pool);
  else yield* countsOf(claim, pool, like);
}

/** Told in percent, or as so many times: without a unit of its own. */
export const isRatio = ({ kind, unit }: Figure): boolean => kind === 'percent' || unit === '倍';

const one = just(saidByWords('1', 1));
/** What each costs is paid as printed: 6萬元 of 每件6萬元 was not rounded. */
const of = (figure: Figure): Expression =>
  isPrice(figure) && figure.widening === 'exact'
    ? just(figureOperand(figure, exactly(figure.value)))
    : ofFigure(figure);
const fraction = (rate: Figure): Expression => (rate.unit === '倍' ? of(rate) : quotientOf(of(rate), hundred));

/** 45% of 1,200; 1,200 more by 45%, less by 45%; what 1,200 is 45% of. */
export const applied = (rate: Figure, amount: Figure): Expression =>
  rate.unit === '倍' ? productOf(of(amount), of(rate)) : percentOf(of(amount), of(rate));

/** The members of one list, the rest of one amount, and what came in and went out. */
function* sumsOf(like: readonly Figure[]): Iterable<Suggestion> {
  for (let from = 0; from < like.length; from += 1)
    for (let to = from + 2; to <= like.length; to += 1) yield* runOf(like.slice(from, to).map(of));
  for (const [a, b, c] of triplesOf(like))
    if (a.start < b.start) yield { as: 'both-less-another', expression: differenceOf(sumOf(of(a), of(b)), of(c)) };
  if (like.length >= 4) yield* balancesOf(like.slice(0, mostFlows));
}

/** More are told one by one, and no balance of them is told. */
const mostFlows = 7;

/** Some of them less the others: what was there, with what came in and without what went out. */
export function* balancesOf(like: readonly Figure[]): Iterable<Suggestion> {
  for (let taken = 1; taken < 2 ** like.length - 1; taken += 1) {
    const [first, ...ins] = like.filter((_, at) => ((taken >> at) & 1) === 1).map(of);
    const outs = like.filter((_, at) => ((taken >> at) & 1) === 0).map(of);
    if (first === undefined) continue;
    const held = ins.length === 0 ? first : sumOf(first, ...ins);
    if (ins.length > 0) yield { as: 'some-of-them', expression: held };
    yield { as: 'balance', expression: differenceOf(held, ...outs) };
  }
}

function* runOf(run: readonly Expression[]): Iterable<Suggestion> {
  const [first, ...others] = run;
  if (first === undefined || others.length === 0) return;
  const sum = sumOf(...run);
  yield { as: 'sum-of-a-run', expression: sum };
  yield { as: 'mean-of-a-run', expression: quotientOf(sum, just(saidByWords(`${run.length}`, run.length))) };
  yield { as: 'first-less-the-others', expression: differenceOf(first, ...others) };
  if (others.length === 1) yield { as: 'second-less-the-first', expression: differenceOf(...others, first) };
}

/** A rate of counts, or of other rates. */
function* ratesOf(claim: Figure, pool: readonly Figure[]): Iterable<Suggestion> {
  const rates = pool.filter(({ kind }) => kind === 'percent');
  for (const a of rates) yield { as: 'rest-of-the-whole', expression: differenceOf(hundred, of(a)) };
  for (const [a, b] of pairsOf(rates)) {
    yield { as: 'rate-of-a-rate', expression: productOf(of(a), fraction(b)) };
    yield { as: 'one-rate-over-another', expression: quotientOf(of(a), of(b)), scale: 100 };
    yield { as: 'growth-of-a-rate', expression: growthOf(of(a), of(b)), scale: 100 };
    yield { as: 'decline-of-a-rate', expression: declineOf(of(a), of(b)), scale: 100 };
  }
  if (claim.unit === '百分點') return;
  const counts = pool.filter((figure) => !isRatio(figure));
  for (const [a, b] of pairsOf(counts)) {
    if (a.kind !== b.kind) continue;
    yield { as: 'one-over-another', expression: quotientOf(of(a), of(b)), scale: 100 };
    if (!commensurable(a, b)) continue;
    yield { as: 'growth', expression: growthOf(of(a), of(b)), scale: 100 };
    yield { as: 'decline', expression: declineOf(of(a), of(b)), scale: 100 };
    yield { as: 'share-of-both', expression: quotientOf(of(a), sumOf(of(a), of(b))), scale: 100 };
    for (const c of counts) if (c !== a && c !== b && commensurable(c, a)) yield* sharesOfThree(a, b, c);
  }
}

function* sharesOfThree(a: Figure, b: Figure, c: Figure): Iterable<Suggestion> {
  yield { as: 'share-of-a-rest', expression: quotientOf(of(a), differenceOf(of(b), of(c))), scale: 100 };
  yield { as: 'a-rest-over-another', expression: quotientOf(differenceOf(of(a), of(b)), of(c)), scale: 100 };
  if (b.start > c.start) return;
  yield { as: 'share-of-the-other-two', expression: quotientOf(of(a), sumOf(of(b), of(c))), scale: 100 };
  yield { as: 'share-of-all-three', expression: quotientOf(of(a), sumOf(of(a), of(b), of(c))), scale: 100 };
  yield { as: 'two-over-another', expression: quotientOf(sumOf(of(b), of(c)), of(a)), scale: 100 };
}

/** A count or an amount: by a rate, or by so many times so many. */
function* countsOf(claim: Figure, pool: readonly Figure[], like: readonly Figure[]): Iterable<Suggestion> {
  const rates = pool.filter(isRatio);
  for (const rate of rates) for (const amount of like) yield* byRate(rate, amount);
  for (const [p, q] of pairsOf(rates))
    for (const [a, b] of pairsOf(like))
      yield { as: 'weighted-by-rates', expression: sumOf(applied(p, a), applied(q, b)) };
  const counts = pool.filter((figure) => !isRatio(figure));
  for (const [a, b] of pairsOf(counts)) {
    if (claim.unit === '倍' && commensurable(a, b)) yield* timesOf(of(a), of(b));
    if (sameUnit(a, b)) {
      if (!sameUnit(a, claim)) yield { as: 'so-many-of-another', expression: quotientOf(of(a), of(b)) };
      continue;
    }
    if (a.start < b.start) yield { as: 'product', expression: productOf(of(a), of(b)) };
    yield { as: 'quotient', expression: quotientOf(of(a), of(b)) };
    for (const c of counts) if (c !== a && c !== b) yield* ofThree(claim, a, b, c);
    yield* ofTwoProducts(claim, counts, a, b);
  }
}

function* byRate(rate: Figure, amount: Figure): Iterable<Suggestion> {
  yield { as: 'rate-of-an-amount', expression: applied(rate, amount) };
  yield { as: 'more-by-a-rate', expression: sumOf(of(amount), applied(rate, amount)) };
  yield { as: 'less-by-a-rate', expression: differenceOf(of(amount), applied(rate, amount)) };
  yield { as: 'what-it-is-a-rate-of', expression: quotientOf(of(amount), fraction(rate)) };
  yield { as: 'before-it-grew', expression: quotientOf(of(amount), sumOf(one, fraction(rate))) };
  yield { as: 'before-it-fell', expression: quotientOf(of(amount), differenceOf(one, fraction(rate))) };
}

function* timesOf(a: Expression, b: Expression): Iterable<Suggestion> {
  yield { as: 'times', expression: quotientOf(a, b) };
  yield { as: 'times-more', expression: growthOf(a, b) };
  yield { as: 'times-of-both', expression: quotientOf(sumOf(a, b), b) };
}

function* ofThree(claim: Figure, a: Figure, b: Figure, c: Figure): Iterable<Suggestion> {
  const inOrder = a.start < b.start;
  if (inOrder && b.start < c.start && !sameUnit(a, c) && !sameUnit(b, c))
    yield { as: 'product-of-three', expression: productOf(of(a), of(b), of(c)) };
  if (sameUnit(a, c)) {
    if (a.start < c.start) {
      yield { as: 'both-times', expression: productOf(sumOf(of(a), of(c)), of(b)) };
      yield { as: 'both-over', expression: quotientOf(sumOf(of(a), of(c)), of(b)) };
    }
    yield { as: 'difference-times', expression: productOf(differenceOf(of(a), of(c)), of(b)) };
    yield { as: 'difference-over', expression: quotientOf(differenceOf(of(a), of(c)), of(b)) };
    yield { as: 'over-a-difference', expression: quotientOf(of(b), differenceOf(of(a), of(c))) };
    yield { as: 'over-both', expression: quotientOf(of(b), sumOf(of(a), of(c))) };
  }
  if (sameUnit(c, claim) && (sameUnit(a, claim) || sameUnit(b, claim)) && inOrder) {
    yield { as: 'product-and-more', expression: sumOf(productOf(of(a), of(b)), of(c)) };
    yield { as: 'product-less', expression: differenceOf(productOf(of(a), of(b)), of(c)) };
  }
  if (sameUnit(c, b) && sameUnit(a, claim))
    yield { as: 'as-much-for-each', expression: productOf(quotientOf(of(a), of(b)), of(c)) };
}

/** 5萬元×120名＋3萬元×180名; 甲區600人90%、乙區400人80%, the mean by their numbers. */
function* ofTwoProducts(claim: Figure, counts: readonly Figure[], a: Figure, b: Figure): Iterable<Suggestion> {
  for (const c of counts)
    for (const d of counts) {
      if (new Set([a, b, c, d]).size < 4 || !sameUnit(a, c) || !sameUnit(b, d) || a.start > c.start) continue;
      const products = sumOf(productOf(of(a), of(b)), productOf(of(c), of(d)));
      yield { as: 'two-products', expression: products };
      if (sameUnit(b, claim)) yield { as: 'weighted-mean', expression: quotientOf(products, sumOf(of(a), of(c))) };
    }
}

function* pairsOf(figures: readonly Figure[]): Iterable<readonly [Figure, Figure]> {
  for (const a of figures) for (const b of figures) if (a !== b) yield [a, b];
}

function* triplesOf(figures: readonly Figure[]): Iterable<readonly [Figure, Figure, Figure]> {
  for (const [a, b] of pairsOf(figures)) for (const c of figures) if (c !== a && c !== b) yield [a, b, c];
}
