import { contentOf } from '../targets/phrases.ts';
import { wordsIn } from '../text/masked.ts';
import { statements } from '../weights.ts';
import type { Derived, Untold } from './derived.ts';

const none = /^(?:全年度?|本年度?|截至年底)?(?:均|皆|並|且|亦)?(?:無|未發生|未有|零)(?!法|力|虞|須|需|論)/u;

/** 重大工安事故0件, answered by 全年無重大工安事故: nought, in words. */
export function noneOf({ target, items, weights }: Untold): Derived | null {
  if (target.figure?.value !== 0 || target.comparator === '>=') return null;
  const wanted = contentOf(target.phrase);
  for (const item of items) {
    const clause = item.clauses.find(
      ({ text, start, end }) =>
        none.test(text) && weights.cover(wanted, wordsIn(item, start, end)) >= statements.aboutByFigures,
    );
    if (clause !== undefined)
      return { met: true, result: 0, phrase: { item, start: clause.start, end: clause.end }, reason: 'none, in words' };
  }
  return null;
}
