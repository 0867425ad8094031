import type { Item } from '../text/items.ts';
import { wordsIn } from '../text/masked.ts';
import type { Weights } from '../text/words.ts';
import { contentOf } from '../targets/phrases.ts';
import type { Target } from '../targets/target.ts';

/** A target that the filing lists among those not reached. */
export interface Admission {
  readonly target: Target;
  readonly item: Item;
}

const listsMissed = /(未(能)?達成|未達標|未完成|落後)(部分|項目|情形|指標|目標|者)*(之)?(說明|情形|如下|原因及?說明)?$/;

/**
 * Each item under a heading such as 未達成部分說明 speaks of one target: the one whose words it shares most.
 * Items that carry a figure answer by it, and headings that only promise reasons (未達成原因) list no targets.
 */
export function admissionsIn(
  items: readonly Item[],
  targets: readonly Target[],
  weights: Weights,
): readonly Admission[] {
  return items
    .filter((item) => !item.isHeading && listsMissed.test(item.heading.split(' ').at(-1) ?? ''))
    .flatMap((item) => {
      const words = wordsIn(item, 0, item.text.length);
      const ranked = targets
        .map((target) => ({ target, item, weight: weights.ofShared(contentOf(target.phrase), words) }))
        .toSorted((a, b) => b.weight - a.weight);
      const best = ranked[0];
      return best !== undefined && best.weight > 0 ? [best] : [];
    });
}
