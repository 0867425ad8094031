import type { Late } from '@guankao/domain';
import type { Clause } from '../text/clauses.ts';
import { clausesOfSentence, type Item } from '../text/items.ts';
import { wordsIn } from '../text/masked.ts';
import type { Weights } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { statements } from '../weights.ts';
import { meantFor } from '../words/times.ts';
import { actAt, isLate } from './acts.ts';
import { namesEnd } from './ends.ts';
import { promisedEnd } from './statements.ts';

/** The clause that dates the end of a work after the day asked. */
export interface LateAct {
  readonly item: Item;
  readonly clause: Clause;
  readonly late: Late;
}

interface Act {
  readonly item: Item;
  readonly clause: Clause;
  readonly first: string;
  readonly isLate: boolean | null;
}

/**
 * 防水閘門如期裝設完成 in one column, 於113年10月18日裝設完成 in the other, where September was asked: the day itself decides over
 * the word. null where no clause dates the end, or one of them dates it in time.
 */
export function lateElsewhere(
  target: Target,
  items: readonly Item[],
  targets: readonly Target[],
  weights: Weights,
): LateAct | null {
  const { due } = target;
  if (due === null) return null;
  const alone = targets.every((other) => other === target || other.due === null);
  const acts = items.flatMap((item) =>
    item.clauses.flatMap((clause) => actOf(target, due, item, clause, weights, alone)),
  );
  if (acts.some((act) => act.isLate !== true)) return null;
  const [act] = acts;
  return act === undefined ? null : { item: act.item, clause: act.clause, late: { due, done: act.first } };
}

function actOf(
  target: Target,
  due: string,
  item: Item,
  clause: Clause,
  weights: Weights,
  alone: boolean,
): readonly Act[] {
  if (meantFor.test(clause.text) || !reaches(target, clause)) return [];
  const time = actAt(item, clause);
  if (time === null) return [];
  const nothingElse = contentOf(target.phrase).size === 0;
  const isAbout = alone && nothingElse ? true : coverOf(target, item, clause, weights) >= statements.aboutByFigures;
  return isAbout ? [{ item, clause, first: time.first, isLate: isLate(time, due) }] : [];
}

function reaches(target: Target, { text }: Clause): boolean {
  const { item, start, end } = target.phrase;
  const promised = promisedEnd(target);
  return promised === null ? text.includes(item.text.slice(start, end).slice(-2)) : namesEnd(text, promised);
}

/** What the work is may be named up to two clauses ahead of the day. */
function coverOf(target: Target, item: Item, clause: Clause, weights: Weights): number {
  const sentence = clausesOfSentence(item, clause.sentence);
  const from = sentence[Math.max(0, sentence.indexOf(clause) - 2)] ?? clause;
  return weights.cover(contentOf(target.phrase), wordsIn(item, from.start, clause.end));
}
