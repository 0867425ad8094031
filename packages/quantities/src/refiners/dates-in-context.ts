import type { Draft } from '../draft.ts';
import type { Refiner } from './refiner.ts';

/** 同年5月, 3月5日: the year that the caller hands in, or, as an alternative only, that of the date before. */
export const datesInContext: Refiner = {
  name: 'dates-in-context',
  refine(text, drafts, context) {
    const { year } = context.options;
    for (const draft of drafts) {
      if (draft.kind !== 'date' || draft.from === null) continue;
      if (!draft.from.startsWith('-')) {
        context.lastYear = Number(draft.from.slice(0, 4));
        continue;
      }
      const word = text.slice(draft.start, draft.start + 3);
      const same = /^[同當]/.test(word);
      if (same && context.lastYear !== null) draft.mayAlsoBe(draft.reading(inYear(draft, context.lastYear)));
      else if (year !== undefined) Object.assign(draft, inYear(draft, yearOf(word, year)));
      else continue;
      draft.touched('dates-in-context');
    }
    return drafts;
  },
};

function yearOf(word: string, year: number): number {
  if (/^(?:去|前一|上)/.test(word)) return year - 1;
  return /^(?:明|翌|次|隔|下)/.test(word) ? year + 1 : year;
}

function inYear({ from, to }: Draft, year: number): { from: string | null; to: string | null } {
  const full = (date: string | null) =>
    date?.startsWith('--') ? `${String(year).padStart(4, '0')}${date.slice(1)}` : date;
  return { from: full(from), to: full(to) };
}
