import type { Weights } from '../text/words.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { isBare, likenessOf } from './likeness.ts';
import { isBorneOut, isRuledOut, saidBeside, signsFor, stagesAgree, tellsSameSpan } from './signs.ts';
import { fitOf, isRare, unitFit } from './units.ts';

export interface Match {
  readonly asked: Asked;
  readonly candidate: Candidate;
  readonly score: number;
  /** How alike their words are, 0 to 1. */
  readonly likeness: number;
  readonly reason: string;
}

/** Least likeness by words for a match that its place does not speak for. */
const enough = 0.2;
/** Another measure word needs more. */
const enoughForAnotherUnit = 0.3;
/** A place that speaks for itself: the same item number and no other figure of the unit, or the target's own line. */
const tellingPlace = 0.1;

/** Pairs targets with results one to one, the surest first. Words and unit decide; place only between equals. */
export function matchAll(
  asked: readonly Asked[],
  candidates: readonly Candidate[],
  weights: Weights,
): readonly Match[] {
  const matches = asked.flatMap((one) => {
    const alone = onlyOfItsUnit(one, asked, candidates, weights);
    return candidates.flatMap((candidate) => scored(one, candidate, candidates, weights, candidate === alone) ?? []);
  });
  const taken = new Set<unknown>();
  return matches
    .toSorted((a, b) => b.score - a.score)
    .filter(({ asked: one, candidate }) => {
      if (taken.has(one) || taken.has(candidate)) return false;
      taken.add(one).add(candidate);
      return true;
    });
}

/** The one result in the unit that one target asks in, a total before its parts; in a common unit only a total or a bare figure of the explanation. */
function onlyOfItsUnit(
  one: Asked,
  asked: readonly Asked[],
  candidates: readonly Candidate[],
  weights: Weights,
): Candidate | null {
  if (asked.some((other) => other !== one && unitFit(other.figure, one.figure) > 0)) return null;
  const inUnit = candidates.filter(
    (candidate) =>
      fitOf(one.figure, candidate) >= 0.9 &&
      !candidate.aside &&
      stagesAgree(one, candidate) &&
      !isRuledOut(one, candidate, weights),
  );
  const exact = inUnit.filter((candidate) => fitOf(one.figure, candidate) === 1);
  const fitting = exact.length > 0 ? exact : inUnit;
  const total = fitting.find((candidate) => candidate.isTotal);
  const only =
    total ??
    agreedOn(fitting) ??
    agreedOn(fitting.filter((candidate) => tellsSameSpan(one, candidate))) ??
    agreedOn(fitting.filter(({ each }) => each === null));
  if (only === undefined || isRare(one.figure)) return only ?? null;
  return only.item.column === 'explanation' && (only.isTotal || isBare(only, weights)) ? only : null;
}

/** The one figure that all of them tell: two columns that say the same agree. */
function agreedOn([first, ...others]: readonly Candidate[]): Candidate | undefined {
  return others.every(({ figure }) => figure.value === first?.figure.value) ? first : undefined;
}

export function scored(
  asked: Asked,
  candidate: Candidate,
  all: readonly Candidate[],
  weights: Weights,
  alone: boolean,
): Match | null {
  const fit = fitOf(asked.figure, candidate);
  if (fit === 0 || isRuledOut(asked, candidate, weights)) return null;
  const words = Math.min(1, likenessOf(asked, candidate, weights) + saidBeside(asked, candidate));
  const place = placeOf(asked, candidate, all) + (alone ? tellingPlace : 0);
  if (words < enough && place < tellingPlace && !isBorneOut(asked, candidate)) return null;
  if (fit < 0.9 && words < enoughForAnotherUnit) return null;
  const score = words + place + 0.15 * fit + signsFor(asked, candidate);
  return {
    asked,
    candidate,
    score,
    likeness: words,
    reason: words >= enough ? `words ${words.toFixed(2)}` : 'item number and unit',
  };
}

/** Only decides between equals, or where the numbering answers a bare figure. */
function placeOf(asked: Asked, candidate: Candidate, all: readonly Candidate[]): number {
  const { item, figure, rank } = candidate;
  if (item === asked.target.phrase.item) return figure.start > asked.figure.end ? 0.3 : 0;
  const { passage, index } = asked.target.phrase.item;
  const sameRank = rank === asked.rank ? 0.04 : 0;
  if (passage.marker === null || passage.marker !== item.passage.marker || item.column !== 'explanation')
    return (index === item.index ? 0.03 : 0) + sameRank;
  const only = all.filter((other) => other.item === item && fitOf(asked.figure, other) > 0).length === 1;
  return (only && fitOf(asked.figure, candidate) === 1 ? 0.1 : 0.05) + sameRank;
}
