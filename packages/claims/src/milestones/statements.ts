import type { Clause } from '../text/clauses.ts';
import type { Item } from '../text/items.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import type { Weights, Words } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { endOf, namesEnd } from './ends.ts';

/** All that a row tells, and all that it was to tell of. */
export interface Telling {
  /** Explanation first, then execution. */
  readonly columns: readonly (readonly Item[])[];
  readonly targets: readonly Target[];
  readonly weights: Weights;
  /** Gregorian; null where the filing does not say it. */
  readonly fiscalYear: number | null;
}

/** A sentence about a target. */
export interface Statement extends Sentence {
  /** How much of the target's words it has, 0 to 1. */
  readonly cover: number;
}

/** Below this share of its words a statement is about another work. */
const aboutThis = 0.34;
/** One that carries the target's own item number needs fewer, and so does one that no other target has more of. */
const aboutThisByNumber = 0.1;
const aboutThisBeforeOthers = 0.2;
/** What it counts that a statement names the promised end: 決標 for 發包. */
const sameEnd = 0.1;

/** The sentences of an item that speak of a target. */
export function statementsAbout(target: Target, item: Item, { targets, weights }: Telling): readonly Statement[] {
  if (otherStage(stagesIn(target.phrase.item, target.phrase.start, target.phrase.end), stagesAround(item))) return [];
  const wanted = contentOf(target.phrase);
  const end = promisedEnd(target);
  const byNumber = sameNumber(target, item);
  const isAbout = ({ words, cover, clauses }: Statement): boolean =>
    cover >= aboutThis ||
    (byNumber && (cover >= aboutThisByNumber || isNoOneElses(words, target, targets, weights))) ||
    (cover > 0 && tellsProgress(target, clauses)) ||
    (cover >= aboutThisBeforeOthers && isNearest(cover, words, target, targets, weights));
  return sentencesOf(item).flatMap((sentence) => {
    const named = end !== null && sentence.clauses.some(({ text }) => namesEnd(text, end));
    const cover = weights.cover(wanted, sentence.words) + (named ? sameEnd : 0);
    const statement: Statement = { ...sentence, cover };
    return isAbout(statement) ? [statement] : [];
  });
}

const endsKnown = new WeakMap<Target, string | null>();

/** The end that a target promises, found once a target. */
export function promisedEnd(target: Target): string | null {
  const known = endsKnown.get(target);
  if (known !== undefined) return known;
  const end = endOf(target.phrase.item.text.slice(target.phrase.start, target.phrase.end));
  endsKnown.set(target, end);
  return end;
}

/** 預定進度35%，實際進度37%，超前2% speaks of a goal that only asks to keep to the schedule. */
function tellsProgress({ phrase }: Target, clauses: readonly Clause[]): boolean {
  if (!phrase.item.text.slice(phrase.start, phrase.end).includes('進度')) return false;
  return (
    clauses.some(({ text }) => text.includes('進度')) && clauses.some(({ text }) => /超前|落後|符合|相符/.test(text))
  );
}

function sameNumber(target: Target, item: Item): boolean {
  const { marker } = target.phrase.item.passage;
  return marker !== null && marker === item.passage.marker && target.phrase.item.heading === '' && item.heading === '';
}

/** 2. 本案撤銷辦理: it has nobody's words, and the target's number. */
function isNoOneElses(words: Words, target: Target, targets: readonly Target[], weights: Weights): boolean {
  return targets.every((other) => other === target || weights.cover(contentOf(other.phrase), words) === 0);
}

function isNearest(cover: number, words: Words, target: Target, targets: readonly Target[], weights: Weights): boolean {
  return targets.every((other) => other === target || weights.cover(contentOf(other.phrase), words) < cover);
}
