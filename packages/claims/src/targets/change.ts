import { clauseAt, onceEach, type Figure, type Item } from '../text/items.ts';
import { withoutNumbers } from '../text/masked.ts';
import { comparedWith, dropBefore, dropOf, measureBeforeVerb, riseBefore, riseOf } from '../words/changes.ts';
import { smallChange } from '../weights.ts';

/** A target that asks by how much something rises or drops: 較上年度提升2%, 接管戶數增加5,000戶. */
export interface Change {
  readonly way: 'rise' | 'drop';
  /** Only a change answers it. 增加停車格300格 may also be answered by what was built. */
  readonly firm: boolean;
}

/** null for a level: 提升至65%, 達300格. */
export const changeOf = onceEach((item, figure): Change | null => {
  const clause = clauseAt(item, figure.start);
  const before = withoutNumbers(item, clause.start, figure.start);
  const since = before.slice(before.lastIndexOf('#', before.length - 2) + 1);
  const direct = riseBefore.exec(since) ?? dropBefore.exec(since);
  const verb = direct ?? riseOf.exec(since) ?? dropOf.exec(since);
  if (verb === null) return null;
  const way = riseBefore.test(since) || riseOf.test(since) ? 'rise' : 'drop';
  const added = verb[0].startsWith('新增');
  const compared = comparedWith.test(before) || figure.unit === '百分點';
  const small = figure.kind === 'percent' && (figure.value ?? 0) <= smallChange;
  const measured = direct !== null && measureBeforeVerb.test(since.slice(0, direct.index));
  return { way, firm: compared || small || (measured && !added) };
});

/** A figure of a result tells a change itself: 成長5.2%, 較上年增加300人. */
export function tellsChange(item: Item, figure: Figure): boolean {
  return changeOf(item, figure) !== null;
}
