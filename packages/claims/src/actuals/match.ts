import type { TextColumn } from '@guankao/domain';
import type { Figure } from '../text/items.ts';
import { wordsAround } from '../text/masked.ts';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import { joined, wordsOf, type Weights, type Words } from '../text/words.ts';
import { contentOf, type Phrase } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { isCumulative, type Candidate } from './candidates.ts';
import { isRare, unitFit } from './units.ts';

/** A target with a number, its words made ready for comparison. */
export interface Asked {
  readonly target: Target;
  readonly figure: Figure;
  readonly own: Words;
  readonly wide: Words;
  readonly rank: number;
  /** 達成度101.7% beside the target: which result it was computed from. */
  readonly attainment: number | null;
}

export interface Match {
  readonly asked: Asked;
  readonly candidate: Candidate;
  readonly score: number;
  readonly reason: string;
}

export function askedOf(target: Target, figure: Figure, siblings: readonly Target[], attainment: number | null): Asked {
  const { item } = target.phrase;
  const own = contentOf(target.phrase);
  const member = target.member === null ? new Set<number>() : wordsOf(target.member);
  const wide = wordsAround(item);
  const rank = siblings.filter((other) => other.phrase.item === item && other.figure?.unit === figure.unit && other.figure.start < figure.start).length;
  return { target, figure, own: joined([own, member]), wide, rank, attainment };
}

/** Least likeness by words for a match, and the least where the item numbers agree and the unit is the same. */
const enough = 0.2;

/** Pairs targets with results one to one, the surest first. Words and unit decide; place only between equals. */
export function matchAll(asked: readonly Asked[], candidates: readonly Candidate[], weights: Weights): readonly Match[] {
  const matches = asked.flatMap((one) => {
    const alone = onlyOfItsUnit(one, asked, candidates);
    return candidates.flatMap((candidate) => scored(one, candidate, candidates, weights, candidate === alone) ?? []);
  });
  const taken = new Set<unknown>();
  return matches.toSorted((a, b) => b.score - a.score).filter(({ asked: one, candidate }) => {
    if (taken.has(one) || taken.has(candidate)) return false;
    taken.add(one).add(candidate);
    return true;
  });
}

/** The one result in a rare unit that one target asks in, a total before its parts. */
function onlyOfItsUnit(one: Asked, asked: readonly Asked[], candidates: readonly Candidate[]): Candidate | null {
  if (!isRare(one.figure.unit) || asked.some((other) => other !== one && unitFit(other.figure, one.figure) > 0)) return null;
  const fitting = candidates.filter((candidate) => unitFit(one.figure, candidate.figure) === 1 && !candidate.aside && stagesAgree(one, candidate));
  const total = fitting.find((candidate) => candidate.isTotal);
  return total ?? (fitting.length === 1 ? (fitting[0] ?? null) : null);
}

const columnBonus: Readonly<Record<TextColumn, number>> = { goals: 0.08, explanation: 0.08, execution: 0.02, plannedWork: 0 };

function scored(asked: Asked, candidate: Candidate, all: readonly Candidate[], weights: Weights, alone: boolean): Match | null {
  const fit = unitFit(asked.figure, candidate.figure);
  if (fit === 0 || !rolesAgree(asked, candidate) || !stagesAgree(asked, candidate)) return null;
  if (candidate.isOpen && candidate.figure.value === asked.figure.value) return null;
  if (candidate.isListed && !listsToo(asked) && !isNamedFully(asked, candidate, weights)) return null;
  const words = Math.min(1, likenessOf(asked, candidate, weights) + saidBeside(asked, candidate));
  const place = placeOf(asked, candidate, all) + (alone ? 0.1 : 0);
  if (words < enough && place < 0.1) return null;
  if (fit < 0.9 && words < 0.3) return null;
  const score = words + place + 0.15 * fit + columnBonus[candidate.item.column] + confirmation(asked, candidate) + (candidate.isTotal ? 0.2 : 0) - (candidate.aside ? 0.15 : 0) + sameSpan(asked, candidate) + sameStep(asked, candidate);
  return { asked, candidate, score, reason: words >= enough ? `words ${words.toFixed(2)}` : 'item number and unit' };
}

/** The target is one of several in its unit itself. */
function listsToo({ target, figure }: Asked): boolean {
  return target.phrase.item.figures.some((other) => other !== figure && other.unit === figure.unit);
}

/** A part of a list answers only a target that it names in full: 救護車8輛 of a list of vehicles. */
function isNamedFully({ own }: Asked, candidate: Candidate, weights: Weights): boolean {
  return weights.cover(own, candidate.own) >= 0.75;
}

/** Its own words against the target's; where it has none (完成1萬2,009筆) it speaks of what its item speaks of. */
function likenessOf(asked: Asked, candidate: Candidate, weights: Weights): number {
  const bare = isBare(candidate, weights);
  const wanted = asked.own.size === 0 ? asked.wide : asked.own;
  const likeness = bare ? neutral : likenessOfOwn(wanted, candidate.own, weights);
  const cover = Math.max(weights.cover(wanted, candidate.sentence), 0.8 * weights.cover(wanted, candidate.wide));
  const back = bare ? 0.5 : weights.cover(candidate.own, asked.wide);
  if (bare && cover === 0) return 0.1;
  return 0.5 * likeness + 0.3 * cover + 0.2 * back;
}

/** Likeness of a phrase that says nothing. */
const neutral = 0.3;

/** A phrase of verbs alone (本年度建置600支) is like no other more than any. */
function likenessOfOwn(wanted: Words, own: Words, weights: Weights): number {
  const firmness = Math.min(1, weights.of(wanted));
  return firmness * weights.likeness(wanted, own) + (1 - firmness) * neutral;
}

/** No words of its own, or a verb that no target has: 已施作0.6公里. */
function isBare({ own }: Candidate, weights: Weights): boolean {
  return own.size <= 2 && ![...own].some((word) => weights.knows(word));
}

/** Only decides between equals, or where the numbering answers a bare figure. */
function placeOf(asked: Asked, { item, figure, rank }: Candidate, all: readonly Candidate[]): number {
  if (item === asked.target.phrase.item) return figure.start > asked.figure.end ? 0.3 : 0;
  const { passage, index } = asked.target.phrase.item;
  const sameRank = rank === asked.rank ? 0.04 : 0;
  if (passage.marker === null || passage.marker !== item.passage.marker || item.column !== 'explanation') return (index === item.index ? 0.03 : 0) + sameRank;
  const only = all.filter((other) => other.item === item && unitFit(asked.figure, other.figure) > 0).length === 1;
  return (only && unitFit(asked.figure, figure) === 1 ? 0.1 : 0.05) + sameRank;
}

/** A growth answers a growth, a rate of attainment a rate of attainment. */
function rolesAgree({ target, figure }: Asked, candidate: Candidate): boolean {
  const text = target.phrase.item.text.slice(target.phrase.start, figure.end);
  if (candidate.role === 'attainment') return /(達成率|達成度|達標率)/.test(text);
  if (candidate.role === 'difference') return /(增加|成長|提升|提高|減少|降低|下降|縮短|節省)/.test(text);
  return true;
}

function stagesAgree({ target }: Asked, { item }: Candidate): boolean {
  const asked = target.phrase.item;
  return item === asked || !otherStage(stagesIn(asked, target.phrase.start, target.phrase.end), stagesAround(item));
}

/** A total to date answers a total to date, the year's figure the year's. */
function sameSpan({ target }: Asked, candidate: Candidate): number {
  const wanted = target.scope === 'plan' || isCumulative(target.phrase);
  return wanted === candidate.isCumulative ? 0 : -0.15;
}

/** 新增6館 tells of a step, 據點達41館 of where things stand. */
function sameStep({ target }: Asked, candidate: Candidate): number {
  return isStep(candidate.phrase) && !isStep(target.phrase) ? -0.15 : 0;
}

function isStep({ item, start, end }: Phrase): boolean {
  return /新增|增加|增設|新設|擴增|成長|提升/.test(item.text.slice(start, end));
}

/** Its own line repeats this target before it, or another one. */
function saidBeside({ figure }: Asked, { beside }: Candidate): number {
  if (beside === null || unitFit(figure, beside) === 0) return 0;
  return beside.value === figure.value ? 0.5 : -0.5;
}

function confirmation({ figure, attainment }: Asked, candidate: Candidate): number {
  const [goal, result] = [figure.value, candidate.figure.value];
  if (attainment === null || goal === null || result === null || goal === 0) return 0;
  return Math.abs((100 * result) / goal - attainment) < 0.1 ? 0.3 : 0;
}
