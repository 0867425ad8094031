import { parseDecimal } from '../decimal.ts';
import type { Refiner } from './refiner.ts';

/** 2.5場 at the head of a line: item 2 with five, or two and a half on average. The second stays an alternative. */
export const itemNumbers: Refiner = {
  name: 'item-numbers',
  refine(text, drafts) {
    for (const [i, draft] of drafts.entries()) {
      const before = drafts[i - 1];
      if (
        before?.kind !== 'item-number' ||
        draft.kind !== 'count' ||
        draft.start !== before.end ||
        draft.numeral === null
      )
        continue;
      const whole = parseDecimal(text.slice(before.start, draft.numeral.end));
      if (whole === null) continue;
      draft.mayAlsoBe(draft.reading({ value: whole }));
      draft.touched('item-numbers');
    }
    return drafts;
  },
};
