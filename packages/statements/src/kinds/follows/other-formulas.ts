import {
  between,
  hullOf,
  meet,
  minus,
  plus,
  scaledBy,
  signOf,
  type Figure,
  type Interval,
  type MarkedSentence,
} from '@guankao/passages';
import { isFarFrom } from '../../estimate.ts';
import { just, ofFigure, productOf, quotientOf, rangeOf, saidByWords, type Expression } from '../../expression.ts';
import { formulasOf, isRatio } from '../../formulas.ts';
import { before, nearWords, type Surroundings } from '../../near.ts';
import { claimed, type Suggestion } from '../../statement.ts';

/** So many figures of an item are set in formulas, where its sentence alone does not explain one. */
const mostOfItem = 14;

export const isPositive = ({ value }: Figure): boolean => value.of > 0n;

/** 可編186單元 of 560小時 by 3小時: so many whole ones. */
const roughly = /(?:平均|約|每|可|需)[^，。；]{0,6}$/u;

/** What the claim may stand for; a mean may be told to the next step, up or down. */
export function allowedBy(claim: Figure, sentence: MarkedSentence): Interval {
  const own = claimed(claim);
  if (!roughly.test(nearWords(before(sentence, signOf(sentence, claim))))) return own;
  return hullOf(own, between(minus(claim.value, claim.step), plus(claim.value, claim.step), true));
}

/** May what a formula comes to be what is allowed, by all that is printed? */
export function gives({ expression, scale = 1 }: Suggestion, allowed: Interval): boolean {
  if (isFarFrom(expression, scale, allowed)) return false;
  const range = rangeOf(expression);
  return (range.low !== null || range.high !== null) && meet(scaledBy(range, scale), allowed);
}

/**
 * How many formulas of the sentence's `figures`, and of its item and the goals, were tried in vain; null where one gives what
 * is `allowed` for the claim, or where the claim gives another figure.
 */
export function triedInVain(
  claim: Figure,
  figures: readonly Figure[],
  near: Surroundings,
  allowed: Interval,
): number | null {
  let tried = 0;
  for (const one of otherFormulas(claim, figures, near)) {
    if (gives(one, allowed)) return null;
    tried += 1;
  }
  return figures.some((result) => result !== claim && isPartOf(claim, figures, result, near.sentence)) ? null : tried;
}

function* otherFormulas(claim: Figure, figures: readonly Figure[], near: Surroundings): Iterable<Suggestion> {
  const others = figures.filter((figure) => figure !== claim);
  yield* formulasOf(claim, others);
  yield* byTheCalendar(claim, others, near);
  const item = near.item.filter((figure) => figure !== claim && isPositive(figure));
  const wider = item.length < mostOfItem ? item : others;
  yield* pairwise(claim, wider);
  if (isRatio(claim)) yield* ofGoals(claim, wider, near.goals.filter(isPositive).slice(0, mostOfItem));
}

function* pairwise(claim: Figure, pool: readonly Figure[]): Iterable<Suggestion> {
  for (const [at, a] of pool.entries()) for (const b of pool.slice(at + 1)) yield* formulasOf(claim, [a, b]);
}

/** 完工52家，達成率104%: of what the goals ask for. */
function* ofGoals(claim: Figure, figures: readonly Figure[], goals: readonly Figure[]): Iterable<Suggestion> {
  for (const figure of figures) for (const goal of goals) yield* formulasOf(claim, [figure, goal]);
}

/** 每名督導員平均輔導18家，42名共輔導746家: the figure and a second one give a third, and so it takes part in what is told. */
function isPartOf(claim: Figure, figures: readonly Figure[], result: Figure, sentence: MarkedSentence): boolean {
  const allowed = allowedBy(result, sentence);
  for (const partner of figures) {
    if (partner === claim || partner === result) continue;
    for (const one of formulasOf(result, [claim, partner])) if (plain.has(one.as) && gives(one, allowed)) return true;
  }
  return false;
}

const plain = new Set([
  'sum-of-a-run',
  'first-less-the-others',
  'second-less-the-first',
  'one-over-another',
  'growth',
  'decline',
  'product',
  'quotient',
  'rate-of-an-amount',
  'times',
]);

const periods = [
  { word: /月/u, many: 12 },
  { word: /季/u, many: 4 },
  { word: /[週周]/u, many: 52 },
  { word: /[日天]/u, many: 365 },
  { word: /[日天]/u, many: 366 },
  { word: /小時/u, many: 24 },
] as const;

/** 全年2萬1,900處，平均每日60處: by what the words say of time. */
function* byTheCalendar(claim: Figure, others: readonly Figure[], { sentence }: Surroundings): Iterable<Suggestion> {
  for (const { word, many } of periods) {
    if (!word.test(sentence.words)) continue;
    const times = just(saidByWords(`${many}`, many));
    for (const a of others) {
      yield* inPeriods(ofFigure(a), times);
      for (const b of others)
        if (a !== b) {
          yield* inPeriods(productOf(ofFigure(a), ofFigure(b)), times);
          yield* inPeriods(quotientOf(ofFigure(a), ofFigure(b)), times, claim.kind === 'percent' ? 100 : 1);
        }
    }
  }
}

function* inPeriods(expression: Expression, times: Expression, scale: 1 | 100 = 1): Iterable<Suggestion> {
  yield { as: 'for-each-period', expression: quotientOf(expression, times), scale };
  yield { as: 'of-all-periods', expression: productOf(expression, times), scale };
}
