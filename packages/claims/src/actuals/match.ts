import type { Weights } from '../text/words.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { isBare, likenessOf } from './likeness.ts';
import { isBorneOut, isRuledOut, saidBeside, signsFor, stagesAgree } from './signs.ts';
import { isRare, unitFit } from './units.ts';

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
  const fitting = candidates.filter(
    (candidate) => unitFit(one.figure, candidate.figure) === 1 && !candidate.aside && stagesAgree(one, candidate),
  );
  const total = fitting.find((candidate) => candidate.isTotal);
  const only = total ?? (fitting.length === 1 ? fitting[0] : undefined);
  if (only === undefined || isRare(one.figure)) return only ?? null;
  return only.item.column === 'explanation' && (only.isTotal || isBare(only, weights)) ? only : null;
}

export function scored(
  asked: Asked,
  candidate: Candidate,
  all: readonly Candidate[],
  weights: Weights,
  alone: boolean,
): Match | null {
  const fit = unitFit(asked.figure, candidate.figure);
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
function placeOf(asked: Asked, { item, figure, rank }: Candidate, all: readonly Candidate[]): number {
  if (item === asked.target.phrase.item) return figure.start > asked.figure.end ? 0.3 : 0;
  const { passage, index } = asked.target.phrase.item;
  const sameRank = rank === asked.rank ? 0.04 : 0;
  if (passage.marker === null || passage.marker !== item.passage.marker || item.column !== 'explanation')
    return (index === item.index ? 0.03 : 0) + sameRank;
  const only = all.filter((other) => other.item === item && unitFit(asked.figure, other.figure) > 0).length === 1;
  return (only && unitFit(asked.figure, figure) === 1 ? 0.1 : 0.05) + sameRank;
}
