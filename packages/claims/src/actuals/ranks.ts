import { clauseAt } from '../text/items.ts';
import { speaksOf, type Derived, type Untold } from './derived.ts';

const place = /第(?<place>\d{1,3})[名位]/gu;
/** The place of another year, or the one before. */
const former = /(?:較|(?<!評)比|由|自|從|去年|上年度?|前一年度?|1[01]\d年度?)[^，；。]{0,10}$/u;

/** 國際評比維持前20名, answered by 國際評比第14名. */
export function rankOf(untold: Untold): Derived | null {
  const { figure, phrase } = untold.target;
  const asked = figure === null || !/^[名位]$/.test(figure.measure) ? null : figure;
  if (asked === null || asked.value === null || !phrase.item.text.slice(0, asked.start).endsWith('前')) return null;
  for (const item of untold.items) {
    for (const match of item.text.matchAll(place)) {
      const before = item.text.slice(clauseAt(item, match.index).start, match.index);
      if (former.test(before) || !speaksOf(untold, item, match.index)) continue;
      const result = Number(match.groups?.['place']);
      const end = match.index + match[0].length;
      return { met: result <= asked.value, result, phrase: { item, start: match.index, end }, reason: 'place' };
    }
  }
  return null;
}
