import { multiply, parseDecimal } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import type { ExtractOptions } from '../options.ts';
import { isLatin } from '../scan/characters.ts';
import type { Refiner } from './refiner.ts';

const told = /(?:共計|合計|總計|小計|目標值為|目標值：|目標值:|實際值為|實際值：|實際值:|達成值為)[ 　]?$/;
const ends = /^(?:$|[\s，。、；,;）)\]」])/;
const partOfCode = /[-.:/#_=&?@]/;

/** Figures without a unit: read where the caller hands the unit in, or the figure itself leaves no doubt. */
export const bareFigures: Refiner = {
  name: 'bare-figures',
  refine(text, drafts, { options }) {
    for (const draft of drafts) {
      if (draft.kind !== 'bare') continue;
      if (options.bare !== undefined && !isOneHanDigit(draft)) inUnit(draft, options.bare);
      else if (isCertain(text, draft)) draft.kind = 'count';
      else continue;
      draft.touched('bare-figures');
    }
    return drafts;
  },
};

function inUnit(draft: Draft, { kind, factor }: NonNullable<ExtractOptions['bare']>): void {
  const times = parseDecimal(String(factor));
  draft.kind = kind;
  draft.unit = kind === 'money' ? 'TWD' : null;
  if (times === null) return;
  for (const bound of ['value', 'low', 'high'] as const) {
    const value = draft[bound];
    if (value !== null) draft[bound] = multiply(value, times);
  }
}

/** 12,345 and 3億 are numbers whatever they count; 共計85 says so. */
function isCertain(text: string, draft: Draft): boolean {
  const numeral = draft.numeral;
  if (numeral === null || isLatin(text, draft.start - 1) || partOfCode.test(text.charAt(draft.start - 1))) return false;
  if (numeral.style === 'financial' || numeral.leadingZero || numeral.other !== null) return false;
  if (numeral.style === 'han') return numeral.multiplier >= 4 && !numeral.implied;
  if (numeral.grouped || numeral.multiplier >= 4 || (numeral.style === 'mixed' && !numeral.implied))
    return !isLatin(text, draft.end);
  return (
    told.test(text.slice(Math.max(0, draft.start - 6), draft.start)) && ends.test(text.slice(draft.end, draft.end + 1))
  );
}

/** 一 in a cell is a mark or part of a name more often than a sum. */
function isOneHanDigit({ numeral, start, end }: Draft): boolean {
  return numeral?.style !== 'western' && end - start === 1;
}
