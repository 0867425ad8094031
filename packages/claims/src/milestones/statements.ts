import type { Clause } from '../text/clauses.ts';
import type { Item } from '../text/items.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import { otherStage, stagesAround, stagesIn } from '../text/stages.ts';
import type { Weights } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { endOf, namesEnd } from './ends.ts';
import { statements } from '../weights.ts';

/** All that a row tells, and all that it was to tell of. */
export interface Telling {
  /** Explanation first, then execution. */
  readonly columns: readonly Column[];
  readonly targets: readonly Target[];
  readonly weights: Weights;
  /** Gregorian; null where the filing does not say it. */
  readonly fiscalYear: number | null;
}

/** A column of results, each of its sentences held against the targets. */
export interface Column {
  readonly items: readonly Item[];
  readonly sentences: readonly Compared[];
  /** Nothing else is asked of the row. */
  readonly hasOneTarget: boolean;
}

/** A sentence, and how much of each target's words it has. */
interface Compared {
  readonly sentence: Sentence;
  /** Of those that it has any word of, 0 to 1. */
  readonly covers: ReadonlyMap<Target, number>;
  /** The most and the second most of them; 0 where there are none. */
  readonly most: number;
  readonly second: number;
}

/** Done once a column: only targets that a sentence shares a word with are compared with it. */
export function columnOf(items: readonly Item[], targets: readonly Target[], weights: Weights): Column {
  const byWord = new Map<number, Target[]>();
  for (const target of targets) {
    for (const word of contentOf(target.phrase)) {
      const known = byWord.get(word);
      if (known === undefined) byWord.set(word, [target]);
      else known.push(target);
    }
  }
  const compared = (sentence: Sentence): Compared => {
    const covers = new Map<Target, number>();
    let [most, second] = [0, 0];
    for (const word of sentence.words) {
      for (const target of byWord.get(word) ?? []) {
        if (covers.has(target)) continue;
        const cover = weights.cover(contentOf(target.phrase), sentence.words);
        covers.set(target, cover);
        if (cover > most) [most, second] = [cover, most];
        else if (cover > second) second = cover;
      }
    }
    return { sentence, covers, most, second };
  };
  return {
    items,
    sentences: items.flatMap((item) => sentencesOf(item).map(compared)),
    hasOneTarget: targets.length === 1,
  };
}

/** A sentence about a target. */
export interface Statement extends Sentence {
  /** How much of the target's words it has, 0 to 1. */
  readonly cover: number;
}

/** The sentences of a column that speak of a target. */
export function statementsAbout(target: Target, { sentences, hasOneTarget }: Column): readonly Statement[] {
  const { item: asked, start, end: stop } = target.phrase;
  const stages = stagesIn(asked, start, stop);
  const end = promisedEnd(target);
  const asksForProgress = asked.text.slice(start, stop).includes('進度');
  // 113年11月30日前發布 has no word but its verb.
  const nothingElse = target.figure === null && contentOf(target.phrase).size === 0;
  const last = asked.text.slice(start, stop).slice(-2);
  return sentences.flatMap((compared) => {
    const { sentence, covers } = compared;
    const { item, clauses } = sentence;
    const own = covers.get(target) ?? (nothingElse && namesLast(sentence, last) ? 1 : 0);
    const cover = own + (end !== null && nameEnd(sentence, end) ? statements.sameEnd : 0);
    if (cover < statements.aboutByNumber && !(cover > 0 && asksForProgress) && !sameNumber(target, item)) return [];
    if (otherStage(stages, stagesAround(item))) return [];
    const isAbout =
      cover >= statements.about ||
      (sameNumber(target, item) &&
        (cover >= statements.aboutByNumber || covers.size === (covers.has(target) ? 1 : 0))) ||
      // 始決標 for 發包, where nothing else is asked of the row.
      (hasOneTarget && end !== null && nameEnd(sentence, end)) ||
      (cover > 0 && asksForProgress && tellsProgress(clauses)) ||
      (cover >= statements.aboutBeforeOthers && mostOfOthers(compared, own) < cover);
    return isAbout ? [{ ...sentence, cover }] : [];
  });
}

const namesLast = ({ clauses }: Sentence, last: string): boolean => clauses.some(({ text }) => text.includes(last));

/** How much the nearest other target's words are covered. */
function mostOfOthers({ most, second }: Compared, own: number): number {
  return own === most ? second : most;
}

const endsNamed = new WeakMap<Sentence, Map<string, boolean>>();

/** Found once a sentence for each end. */
function nameEnd(sentence: Sentence, end: string): boolean {
  const known = endsNamed.get(sentence) ?? new Map<string, boolean>();
  endsNamed.set(sentence, known);
  const named = known.get(end) ?? sentence.clauses.some(({ text }) => namesEnd(text, end));
  known.set(end, named);
  return named;
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
function tellsProgress(clauses: readonly Clause[]): boolean {
  return (
    clauses.some(({ text }) => text.includes('進度')) && clauses.some(({ text }) => /超前|落後|符合|相符/.test(text))
  );
}

/** 2. 本案撤銷辦理 has nobody's words, and the target's number. */
function sameNumber(target: Target, item: Item): boolean {
  const { marker } = target.phrase.item.passage;
  return marker !== null && marker === item.passage.marker && target.phrase.item.heading === '' && item.heading === '';
}
