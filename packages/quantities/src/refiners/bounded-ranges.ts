import { compare, type Decimal } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import { inOneUnit } from './common-duration.ts';
import type { Refiner } from './refiner.ts';

const openGap = /^[ 　]?(?:[（(]含[）)]|含)?以上[ 　]?[，,]?(?:至|到)?$/;
const closedGap =
  /^[ 　]?(?:[（(]含[）)]|含)?以上[ 　]?[，,、]?(?:至|到)?(?:未滿|未達|低於|不滿|不足|不超過|未逾|未超過)$/;
const joinedGap = /^[ 　]?(?:以上[至到]|[至到](?:未滿|未達))$/;
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
  if (b.kind === 'bare' || b.kind === 'date') return false;
  const ends = bothEnds(a, b);
  if (ends === null || compare(ends.low, ends.high) >= 0) return false;
  const gap = text.slice(a.end, b.start);
  return (
    closedGap.test(gap) || joinedGap.test(gap) || (openGap.test(gap) && upperBound.test(text.slice(b.end, b.end + 8)))
  );
}

/** Both bounds in the unit of the range. */
function bothEnds(a: Draft, b: Draft): { low: Decimal; high: Decimal; unit: string | null } | null {
  if (a.value === null || b.value === null) return null;
  const alike = a.kind === 'bare' || (a.kind === b.kind && a.unit === b.unit);
  return alike ? { low: a.value, high: b.value, unit: b.unit } : inOneUnit(a, b);
}

function between(a: Draft, b: Draft): Draft {
  const ends = bothEnds(a, b);
  if (ends !== null) Object.assign(b, ends);
  b.value = null;
  b.start = a.start;
  return b.touched('bounded-ranges');
}
