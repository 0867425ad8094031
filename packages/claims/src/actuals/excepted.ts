import { clauseAt, clausesOfSentence, figuresIn, type Item } from '../text/items.ts';
import type { Clause } from '../text/clauses.ts';
import { exceptionsIn, type Stretch } from '../text/exceptions.ts';
import { otherStage, stagesAround } from '../text/stages.ts';
import { joined, meet, wordsOf, type Weights, type Words } from '../text/words.ts';
import { wordsIn } from '../text/masked.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';
import { unitFit } from './units.ts';

/** A count that was not reached because 除…外 leaves some of it out. */
export interface Shortfall {
  readonly target: Target;
  readonly item: Item;
  readonly clause: Clause;
}

/**
 * 除3處泊位及部分浮標無法檢修外，其餘皆已完成: counts of the goal that it bears on are missed where the exception
 * names their thing in their unit, or where they are a total (共計). The others of that goal stay open.
 */
export function shortfallsIn(
  items: readonly Item[],
  targets: readonly Target[],
  weights: Weights,
): readonly Shortfall[] {
  return items.flatMap((item) =>
    exceptionsIn(item).flatMap((exception) => shortfallsOf(item, exception, targets, weights)),
  );
}

function shortfallsOf(
  item: Item,
  exception: Stretch,
  targets: readonly Target[],
  weights: Weights,
): readonly Shortfall[] {
  const excepted = wordsIn(item, exception.start, exception.end);
  const counts = targets.filter(
    ({ figure, phrase }) => figure?.kind === 'count' && !otherStage(stagesAround(phrase.item), stagesAround(item)),
  );
  const namesThings = counts.some(({ phrase }) => meet(contentOf(phrase), excepted));
  const left = namesThings ? excepted : restOf(item, exception);
  let [goal, most]: [Item | null, number] = [null, 0];
  for (const { phrase } of counts) {
    const likeness = weights.ofShared(contentOf(phrase), left);
    if (likeness > most) [goal, most] = [phrase.item, likeness];
  }
  if (goal === null) return [];
  const clause = clauseAt(item, exception.start + 1);
  const missed = counts.filter(
    (target) => target.phrase.item === goal && (isTotal(target) || isNamed(target, item, exception, namesThings)),
  );
  return missed.map((target) => ({ target, item, clause }));
}

/** 其餘路燈均已汰換: the rest may name the thing for both. */
function restOf(item: Item, exception: Stretch): Words {
  const { sentence } = clauseAt(item, exception.start + 1);
  const rest = clausesOfSentence(item, sentence).filter((clause) => clause.start >= exception.end);
  return joined(rest.map((clause) => wordsIn(item, clause.start, clause.end)));
}

function isTotal({ phrase }: Target): boolean {
  return /(共計|總計|合計|共)/.test(phrase.item.text.slice(phrase.start, phrase.end));
}

/** Its thing is called missed, or follows the excepted figure; or the exception names no thing at all (除35盞未獲核准外). */
function isNamed({ phrase, figure }: Target, item: Item, exception: Stretch, namesThings: boolean): boolean {
  const excepted = figuresIn(item, exception).filter((other) => figure !== null && unitFit(figure, other) === 1);
  const after = excepted.map((other) => wordsOf(item.text.slice(other.end, other.end + 6)));
  if (
    excepted.length > 0 &&
    saysMissed(item, exception) &&
    meet(wordsIn(item, exception.start, exception.end), contentOf(phrase))
  )
    return true;
  return after.some((words) => meet(words, contentOf(phrase))) || (!namesThings && excepted.length > 0);
}

/** 除立體化工程完成2處未達目標外: the count itself is said to fall short. */
function saysMissed(item: Item, { start, end }: Stretch): boolean {
  return /未(能)?達(成|到|標)?(年度|原定|預定|預期)*(目標|進度|成|標)|未(能)?達成/.test(item.text.slice(start, end));
}
