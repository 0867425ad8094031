import { clauseAt, type Item } from '../text/items.ts';
import type { Weights } from '../text/words.ts';
import type { Asked } from './asked.ts';
import type { Candidate } from './candidates.ts';
import { isBare, likenessOf } from './likeness.ts';
import { isOpenInItsPart, isToldInItsPart } from './parallel.ts';
import { hasSameWords, isBorneOut, isRuledOut, saidBeside, signsFor, stagesAgree, tellsSameSpan } from './signs.ts';
import { fitOf, isRare, unitFit } from './units.ts';
import { changeOf } from '../targets/change.ts';
import { fits, pairs, places, signs } from '../weights.ts';

export interface Match {
  readonly asked: Asked;
  readonly candidate: Candidate;
  readonly score: number;
  /** How alike their words are, 0 to 1. */
  readonly likeness: number;
  readonly reason: string;
}

/** Pairs targets with results one to one, the surest first. Words and unit decide; place only between equals. */
export function matchAll(
  asked: readonly Asked[],
  candidates: readonly Candidate[],
  weights: Weights,
): readonly Match[] {
  const matches = asked.flatMap((one) => {
    const alone = onlyOfItsUnit(one, asked, candidates, weights);
    const found = candidates.flatMap(
      (candidate) => scored(one, candidate, candidates, weights, candidate === alone) ?? [],
    );
    // 離島6站未能於期限內完成: the target itself is told again, and only its own words make a number that passes it its answer.
    return candidates.some((candidate) => isToldAsOpen(one, candidate))
      ? found.filter(({ candidate, likeness }) => likeness >= pairs.surely || !passes(one, candidate))
      : found;
  });
  const taken = new Set<unknown>();
  // 輔導120家、取得認證35家 in one column and 35家 in the other: what answers one target is left to it where another will do.
  const hasAnother = (one: Asked, figure: string): boolean =>
    matches.some(
      (other) =>
        other.asked === one &&
        other.likeness >= pairs.surely &&
        keyOf(other.candidate) !== figure &&
        !taken.has(other.candidate) &&
        !taken.has(keyOf(other.candidate)),
    );
  return matches
    .toSorted((a, b) => b.score - a.score)
    .filter(({ asked: one, candidate, likeness }) => {
      // 涵蓋率82% in one column and 提升為82% in the other are one figure: it is no weak answer to something else.
      const figure = keyOf(candidate);
      if (
        taken.has(one) ||
        taken.has(candidate) ||
        (isTelling(candidate) && likeness < pairs.surely && taken.has(figure)) ||
        (taken.has(figure) && hasAnother(one, figure))
      )
        return false;
      taken.add(one).add(candidate);
      if (likeness >= pairs.surely) taken.add(figure);
      return true;
    });
}

const keyOf = ({ figure }: Candidate): string => `${figure.value} ${figure.measure}`;

/** A number that two things seldom share: a rate, or a count that is no small one. */
const isTelling = ({ figure: { kind, value } }: Candidate): boolean => kind === 'percent' || (value ?? 0) >= 20;

/** The one result in the unit that one target asks in, a total before its parts; in a common unit only a total or a bare figure of the explanation. */
function onlyOfItsUnit(
  one: Asked,
  asked: readonly Asked[],
  candidates: readonly Candidate[],
  weights: Weights,
): Candidate | null {
  const others = asked.filter((other) => other !== one && unitFit(other.figure, one.figure) > 0);
  if (others.some((other) => unitFit(other.figure, one.figure) === fits.same)) return null;
  // 42場次；2萬1,000人次 for 40場次；參觀2萬人次: beside a unit of its family only the very same one will do.
  const least = others.length === 0 ? fits.sameMeasure : fits.same;
  const inUnit = candidates.filter(
    (candidate) =>
      fitOf(one.figure, candidate) >= least &&
      !candidate.aside &&
      stagesAgree(one, candidate) &&
      !isRuledOut(one, candidate, weights),
  );
  const exact = inUnit.filter((candidate) => fitOf(one.figure, candidate) === fits.same);
  const fitting = exact.length > 0 ? exact : inUnit;
  const total = fitting.find((candidate) => candidate.isTotal);
  const only =
    total ??
    agreedOn(fitting) ??
    agreedOn(fitting.filter((candidate) => tellsSameSpan(one, candidate))) ??
    agreedOn(fitting.filter(({ each }) => each === null)) ??
    // 24項；介接率75% under 標準化24項；…: the one bare figure of its unit where results belong.
    onlyOne(fitting.filter((one) => one.item.column === 'explanation' && opensItsClause(one)));
  // 4處於6月完工，另4處於11月完工，共8處; 8處完成 in the explanation: it repeats the total.
  const repeated =
    only?.item.column === 'execution'
      ? onlyOne(
          fitting.filter(
            (candidate) =>
              candidate.item.column === 'explanation' &&
              candidate.figure.value === only.figure.value &&
              opensItsClause(candidate),
          ),
        )
      : undefined;
  if (only === undefined || isRare(one.figure)) return repeated ?? only ?? null;
  if (repeated !== undefined) return repeated;
  return only.item.column === 'explanation' && (only.isTotal || isBare(only, weights)) ? only : null;
}

const passes = ({ figure, target: { comparator } }: Asked, candidate: Candidate): boolean => {
  const [goal, value] = [figure.value ?? 0, candidate.figure.value ?? 0];
  return value !== goal && (comparator === '<=' ? value < goal : value > goal);
};

const isToldAsOpen = ({ figure: asked }: Asked, { figure, isOpen }: Candidate): boolean =>
  isOpen && figure.value === asked.value && unitFit(asked, figure) === fits.same;

const opensItsClause = ({ item, figure }: Candidate): boolean => clauseAt(item, figure.start).start === figure.start;

const onlyOne = ([first, ...others]: readonly Candidate[]): Candidate | undefined =>
  others.length === 0 ? first : undefined;

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
  if (words < pairs.surely && isOpenInItsPart(asked, all)) return null;
  const inPart = answersItsPart(asked, candidate, all);
  const place =
    placeOf(asked, candidate, all) +
    (inPart || alone || (asked.own.size === 0 && hasSameWords(asked, candidate)) ? pairs.tellingPlace : 0);
  if (words < pairs.enough && place < pairs.tellingPlace && !isBorneOut(asked, candidate)) return null;
  // 120人 asked, 131名 told under its number, and no other figure beside it: the place speaks for itself.
  const byNumber = fit >= fits.family && place >= pairs.tellingPlace;
  if (fit < fits.sameMeasure && words < pairs.enoughForAnotherUnit && !byNumber) return null;
  const score =
    words + place + pairs.unit * fit + signsFor(asked, candidate, weights) + (inPart ? signs.toldInItsPart : 0);
  return {
    asked,
    candidate,
    score,
    likeness: words,
    reason: words >= pairs.enough ? `words ${words.toFixed(2)}` : 'item number and unit',
  };
}

/** It stands where the target's part of the explanation begins; or tells the same number, with more words, in another column. */
function answersItsPart(asked: Asked, candidate: Candidate, all: readonly Candidate[]): boolean {
  const told = all.find((other) => isToldInItsPart(asked, other));
  if (told === undefined || told.figure.value !== candidate.figure.value) return false;
  const isElsewhere = (other: Candidate): boolean =>
    other.item.column !== told.item.column &&
    other.figure.value === told.figure.value &&
    fitOf(asked.figure, other) >= fits.sameMeasure;
  return candidate === told ? !all.some(isElsewhere) : isElsewhere(candidate);
}

const tellsStep = ({ item, figure, role }: Candidate): boolean =>
  role === 'difference' ||
  changeOf(item, figure)?.firm === true ||
  /(?:(?:縮短|減少|增加|提升|提高|下降|降低|成長|超前|落後)|(?:低於|高於|優於|多於|少於)(?:上限|下限|目標值?|標準|門檻|規定))(?:了|約|達)?$/u.test(
    item.text.slice(0, figure.start),
  );

/** Those of one item. Each target asks it for each result: they are sorted once. */
function ofItem(all: readonly Candidate[], item: Item): readonly Candidate[] {
  let known = byItem.get(all);
  if (known === undefined) {
    known = Map.groupBy(all, (candidate) => candidate.item);
    byItem.set(all, known);
  }
  return known.get(item) ?? [];
}
const byItem = new WeakMap<readonly Candidate[], ReadonlyMap<Item, readonly Candidate[]>>();

/** Only decides between equals, or where the numbering answers a bare figure. */
function placeOf(asked: Asked, candidate: Candidate, all: readonly Candidate[]): number {
  const { item, figure, rank } = candidate;
  if (item === asked.target.phrase.item) return figure.start > asked.figure.end ? places.behindTarget : 0;
  const { passage, index } = asked.target.phrase.item;
  const sameRank = rank === asked.rank ? places.sameRank : 0;
  if (passage.marker === null || passage.marker !== item.passage.marker || item.column !== 'explanation')
    return (index === item.index ? places.sameLine : 0) + sameRank;
  // 平均22分鐘，縮短18分鐘: by how much is no second answer.
  const only =
    ofItem(all, item).filter((other) => fitOf(asked.figure, other) > 0 && (other === candidate || !tellsStep(other)))
      .length === 1;
  return (
    (only && fitOf(asked.figure, candidate) >= fits.family ? places.onlyOfItsNumber : places.sameNumber) + sameRank
  );
}
