import { compare } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import type { Refiner } from './refiner.ts';

const openGap = /^[ 　]?(?:[（(]含[）)]|含)?以上[ 　]?(?:至|到)?$/;
const closedGap = /^[ 　]?(?:[（(]含[）)]|含)?以上[ 　]?[，,、]?(?:至|到)?(?:未滿|未達|低於|不滿|不足|不超過|未逾|未超過)$/;
const upperBound = /^[ 　]?(?:[（(]含[）)]|含)?(?:以下|未滿|以內|之間)/;
const longestGap = 12;

/** 六萬元以上三十萬元以下, 18歲以上未滿65歲: two bounds of one range. */
export const boundedRanges: Refiner = {
  name: 'bounded-ranges',
  refine(text, drafts) {
    const joined: Draft[] = [];
    for (const draft of drafts) {
      const before = joined.at(-1);
      const joins = before !== undefined && bounds(text, before, draft);
      if (joins) joined.pop();
      joined.push(joins ? between(before, draft) : draft);
    }
    return joined;
  },
};

function bounds(text: string, a: Draft, b: Draft): boolean {
  if (a.value === null || b.value === null || b.start - a.end > longestGap) return false;
  const alike = a.kind === 'bare' || (a.kind === b.kind && a.unit === b.unit);
  if (!alike || b.kind === 'bare' || b.kind === 'date' || compare(a.value, b.value) >= 0) return false;
  const gap = text.slice(a.end, b.start);
  return closedGap.test(gap) || /^[ 　]?以上[至到]$/.test(gap) || (openGap.test(gap) && upperBound.test(text.slice(b.end, b.end + 8)));
}

function between(a: Draft, b: Draft): Draft {
  b.low = a.value;
  b.high = b.value;
  b.value = null;
  b.start = a.start;
  return b.touched('bounded-ranges');
}
