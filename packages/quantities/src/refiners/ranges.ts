import type { Draft } from '../draft.ts';
import { power, type Decimal } from '../decimal.ts';
import type { Refiner } from './refiner.ts';

const connector = /^[ 　]?(?:[-–—－~～〜∼至到]|或至)[ 　]?$/;

/** 3至5億元, 41-55日曆天, 30%～50%: the first figure shares what the last one prints. */
export const joinRanges: Refiner = {
  name: 'join-ranges',
  refine(text, drafts) {
    const joined: Draft[] = [];
    for (const draft of drafts) {
      const before = joined.at(-1);
      if (before !== undefined && isRange(text, before, draft)) joined[joined.length - 1] = range(before, draft);
      else joined.push(draft);
    }
    return joined;
  },
};

function isRange(text: string, a: Draft, b: Draft): boolean {
  if (b.value === null || a.value === null || a.low !== null || b.start - a.end > 4 || b.start <= a.end) return false;
  if (!(a.kind === 'bare' || (a.kind === b.kind && a.unit === b.unit)) || b.kind === 'date') return false;
  if (!connector.test(text.slice(a.end, b.start))) return false;
  return b.kind !== 'bare' || a.kind === 'bare';
}

function range(a: Draft, b: Draft): Draft {
  const low = a.kind === 'bare' ? shared(a, b) : a.value;
  b.low = low;
  b.high = b.value;
  b.value = null;
  b.start = a.start;
  return b.touched('join-ranges');
}

/** The first figure in the last one's terms: times 億 in 3至5億, times ten in 三至五成. */
function shared(a: Draft, b: Draft): Decimal | null {
  if (a.value === null || b.value === null) return a.value;
  if (b.kind === 'percent' && b.trail[0] === 'tenths') return { coefficient: a.value.coefficient * 10n, scale: a.value.scale };
  const multiplier = b.numeral?.multiplier ?? 0;
  if (multiplier === 0 || (a.numeral?.multiplier ?? 0) > 0) return a.value;
  const scaled = { coefficient: a.value.coefficient * power(multiplier), scale: a.value.scale };
  return scaled.coefficient * power(b.value.scale) < b.value.coefficient * power(a.value.scale) ? scaled : a.value;
}
