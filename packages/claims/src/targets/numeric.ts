import { clauseAt, type Figure, type Item } from '../text/items.ts';
import type { Clause } from '../text/clauses.ts';
import { repeatsTarget, resultWords } from '../words/roles.ts';
import { changeOf } from './change.ts';
import { dueOf } from './due.ts';
import { eachOf } from './each.ts';
import { isNarrative } from './narrative.ts';
import { boundsAChange, demandOf } from './comparator.ts';
import { withoutNumbers } from '../text/masked.ts';
import { wordsOf } from '../text/words.ts';
import { labelOf } from './label.ts';
import { phraseOf, withMeasure } from './phrases.ts';
import { roleOf } from './roles.ts';
import { scopeOf } from './scope.ts';
import type { Target } from './target.ts';

/** A cell's figures told apart: what is asked, and what was written there as a result (6案均按時完工, 達成度103.5%). */
export interface NumericTargets {
  readonly targets: readonly Target[];
  readonly results: readonly { readonly item: Item; readonly figure: Figure }[];
}

/** The targets with a number that an item of goals (or of planned work) states. */
export function numericTargetsOf(item: Item, fiscalYear: number | null): NumericTargets {
  const asked: Figure[] = [];
  const results: { item: Item; figure: Figure }[] = [];
  for (const figure of item.figures) {
    if (isResult(item, figure, asked.length > 0)) results.push({ item, figure });
    else if (isAsked(item, figure, asked.length > 0)) asked.push(figure);
  }
  return { targets: asked.flatMap((figure) => targetOf(item, figure, asked, fiscalYear)), results };
}

function isAsked(item: Item, figure: Figure, afterTarget: boolean): boolean {
  const role = roleOf(item, figure);
  if (role === 'attainment') return !afterTarget || !isBareRate(item, figure);
  return role === 'plain' || role === 'among' || role === 'target' || role === 'difference' || role === 'each';
}

/** 達成率102% and nothing more; 發芽試驗達標率85% is a measure of its own. */
function isBareRate(item: Item, figure: Figure): boolean {
  const { start, end } = phraseOf(item, figure);
  return wordsOf(withoutNumbers(item, start, end).replace(/(達成率|達成度|達標率|達成比率|比率)/g, ' ')).size === 0;
}

/** A result stands after its target, in a clause that says so; or a clause is worded as one from the start. */
function isResult(item: Item, figure: Figure, afterTarget: boolean): boolean {
  const clause = clauseAt(item, figure.start);
  if (roleOf(item, figure) === 'attainment' && isBareRate(item, figure)) return afterTarget;
  if (afterTarget && item.text.charAt(clause.start - 1) === '/') return true;
  return isNarrative(item, clause.sentence) || saysDone(item, clause, figure, afterTarget);
}

function saysDone(item: Item, clause: Clause, figure: Figure, afterTarget: boolean): boolean {
  const before = `${clause.head}：${item.text.slice(clause.start, figure.start)}`;
  const after = item.text.slice(figure.end, clause.end);
  return resultWords.test(before) ? !/目標值?[^，]*$/.test(before) : afterTarget && repeatsTarget.test(after);
}

function targetOf(item: Item, figure: Figure, asked: readonly Figure[], fiscalYear: number | null): readonly Target[] {
  const scope = scopeOf(item, figure, fiscalYear);
  if (scope === 'past') return [];
  const phrase = withMeasure(phraseOf(item, figure, asked));
  const change = changeOf(item, figure);
  // 審查天數縮短5日 asks for five days or more of it.
  const demand =
    change?.firm === true && !boundsAChange(item, figure)
      ? ({ comparator: '>=', strict: false } as const)
      : demandOf(item, figure);
  const due = dueOf(phrase, figure);
  const each = eachOf(item, figure);
  return [{ phrase, label: labelOf(phrase, figure), ...demand, figure, scope, due, change, each, member: null }];
}
