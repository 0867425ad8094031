import { compare, multiply, power, type Decimal } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import { englishPower } from '../parsers/money.ts';
import { inOneUnit } from './common-duration.ts';
import type { Refiner } from './refiner.ts';

const connector = /^[ 　]?[-–—－~～〜∼至到][ 　]?$/;
const oneWay = /^[ 　]?[-–—－~～〜∼]/;
const longestGap = 4;

/** 3至5億元, 41-55日曆天, 30%～50%: the first figure shares what the last one prints. */
export const joinRanges: Refiner = {
  name: 'join-ranges',
  refine(text, drafts) {
    const joined: Draft[] = [];
    for (const draft of drafts) {
      const before = joined.at(-1);
      if (before !== undefined && connects(text, before, draft))
        joined.splice(-1, 1, ...joinedOrNot(text, before, draft));
      else joined.push(draft);
    }
    return joined;
  },
};

function connects(text: string, a: Draft, b: Draft): boolean {
  if (b.value === null || a.value === null || b.start - a.end > longestGap || b.start <= a.end) return false;
  if (b.kind === 'date') return false;
  if (b.kind === 'bare' && a.kind !== 'bare') return isMarkedSum(a) && connector.test(text.slice(a.end, b.start));
  if (a.kind !== 'bare' && !(a.kind === b.kind && sameUnit(a.unit, b.unit)))
    return a.kind === 'duration' && b.kind === 'duration' && connector.test(text.slice(a.end, b.start));
  return connector.test(text.slice(a.end, b.start));
}

/** NT$1,000-2,000: the mark in front stands for both. */
function isMarkedSum(a: Draft): boolean {
  return a.kind === 'money' && a.numeral !== null && a.end === a.numeral.end;
}

function markedSum(text: string, a: Draft, b: Draft): void {
  b.kind = 'money';
  b.unit = a.unit;
  const english = englishPower(text, b.end);
  if (english === null || a.value === null || b.value === null) return;
  const factor = { coefficient: power(english.exponent), scale: 0 };
  a.value = multiply(a.value, factor);
  b.value = multiply(b.value, factor);
  b.end = english.end;
}

function sameUnit(a: string | null, b: string | null): boolean {
  const plain = (unit: string | null) => (unit ?? '').replace(/^個/, '');
  return plain(a) === plain(b);
}

function joinedOrNot(text: string, a: Draft, b: Draft): Draft[] {
  if (b.kind === 'bare' && a.kind === 'money') markedSum(text, a, b);
  if (a.kind === 'duration' && !sameUnit(a.unit, b.unit)) return unlikeDurations(a, b);
  const low = a.kind === 'bare' ? shared(a, b) : a.value;
  if (low === null || b.value === null) return [a, b];
  if (compare(low, b.value) < 0) return [range(a, b, low, b.value)];
  // 50%至30% falls from one value to another; 5-3人 is no range that anyone means.
  if (a.kind !== 'bare' && !oneWay.test(text.slice(a.end, b.start))) return [a, b];
  if (b.kind === 'bare') return [a, b];
  b.kind = 'unread';
  b.fault = 'no-such-range';
  b.start = a.start;
  return [b.touched('join-ranges')];
}

/** 30分鐘至1小時 in minutes, 6個月至1年 in months; other pairs stay two values. */
function unlikeDurations(a: Draft, b: Draft): Draft[] {
  const common = inOneUnit(a, b);
  if (common === null || compare(common.low, common.high) >= 0) return [a, b];
  b.unit = common.unit;
  return [range(a, b, common.low, common.high)];
}

function range(a: Draft, b: Draft, low: Decimal, high: Decimal): Draft {
  b.low = low;
  b.high = high;
  b.value = null;
  b.start = a.start;
  b.alternatives = [];
  return b.touched('join-ranges');
}

/** The first figure in the last one's terms: times 億 in 3至5億, times ten in 三至五成. */
function shared(a: Draft, b: Draft): Decimal | null {
  if (a.value === null || b.value === null) return a.value;
  if (b.trail[0] === 'tenths') return { coefficient: a.value.coefficient * 10n, scale: a.value.scale };
  const multiplier = b.numeral?.multiplier ?? 0;
  // 二十至三十人: the tens of a Chinese numeral are its own. 3至5億 and 三至五千 share theirs.
  const sharing =
    multiplier >= 4 || (multiplier > 1 && (b.numeral?.style === 'mixed' || (a.numeral?.coefficient ?? 0n) < 10n));
  if (!sharing || (a.numeral?.multiplier ?? 0) > 0) return a.value;
  const scaled = { coefficient: a.value.coefficient * power(multiplier), scale: a.value.scale };
  return compare(scaled, b.value) < 0 ? scaled : a.value;
}
