import { multiply, add, type Decimal } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import type { Refiner } from './refiner.ts';

/** How many of the smaller unit the larger one holds. Days of a month are not to be counted so. */
const holds: readonly (readonly [larger: RegExp, smaller: RegExp, factor: bigint, unit: string])[] = [
  [/^年$/, /^個?月$/, 12n, '個月'],
  [/^(?:個?小時|個?鐘頭)$/, /^分鐘?$/, 60n, '分鐘'],
  [/^分鐘?$/, /^秒鐘?$/, 60n, '秒'],
  [/^[天日]$/, /^(?:個?小時|個?鐘頭)$/, 24n, '小時'],
  [/^(?:個?星期|週|周|個?禮拜)$/, /^[天日]$/, 7n, '天'],
];
const years = /^年$/;

/** 三年六個月, 1小時30分: one duration in its smaller unit. */
export const joinDurations: Refiner = {
  name: 'join-durations',
  refine(text, drafts) {
    const joined: Draft[] = [];
    for (const draft of drafts) {
      const before = joined.at(-1);
      if (before === undefined || before.kind === 'unread' || !adjoin(text, before, draft) || !merged(before, draft))
        joined.push(draft);
    }
    return joined;
  },
};

function adjoin(text: string, a: Draft, b: Draft): boolean {
  const gap = b.start - a.end;
  return gap === 0 || (gap === 1 && /[ 　又零]/.test(text.charAt(a.end)));
}

function merged(a: Draft, b: Draft): boolean {
  if (!(a.kind === 'duration' || (a.kind === 'count' && a.unit === '分')) || a.value === null) return false;
  if (years.test(a.unit ?? '') && b.kind === 'date' && b.trail[0] === 'month-date') return mergedMonths(a, b);
  if (b.value === null || !(b.kind === 'duration' || (b.kind === 'count' && b.unit === '分'))) return false;
  const known = holds.find(([larger, smaller]) => larger.test(a.unit ?? '') && smaller.test(b.unit ?? ''));
  if (known === undefined) return mixed(a, b);
  join(a, b, known[2], b.value, known[3]);
  return true;
}

function join(a: Draft, b: Draft, factor: bigint, more: Decimal, unit: string): void {
  if (a.value === null) return;
  a.value = add(multiply(a.value, { coefficient: factor, scale: 0 }), more);
  a.unit = unit;
  a.kind = 'duration';
  a.end = b.end;
  a.touched('join-durations');
}

/** 三年六月, as sentences are told; it could also be a date of ROC year 3. */
function mergedMonths(a: Draft, b: Draft): boolean {
  const months = /^--(\d\d)$/.exec(b.from ?? '');
  if (months === null || b.to !== null) return false;
  join(a, b, 12n, { coefficient: BigInt(Number(months[1])), scale: 0 }, '個月');
  return true;
}

/** 1年2個月15天 has no one unit that all its parts can be told in. */
function mixed(a: Draft, b: Draft): boolean {
  const monthsAndDays = /^(?:個?月|年)$/.test(a.unit ?? '') && /^[天日週]$/.test(b.unit ?? '');
  if (!monthsAndDays || a.kind !== 'duration' || b.kind !== 'duration') return false;
  a.kind = 'unread';
  a.fault = 'mixed-units';
  a.end = b.end;
  a.touched('join-durations');
  return true;
}
