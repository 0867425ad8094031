import type { Draft } from '../draft.ts';
import { isBlank } from '../scan/characters.ts';
import type { Refiner } from './refiner.ts';

/** 12 345人: twelve thousand, or twelve and 345? A blank may part thousands or columns; it is left unread. */
export const spacedFigures: Refiner = {
  name: 'spaced-figures',
  refine(text, drafts) {
    const kept: Draft[] = [];
    for (const draft of drafts) {
      const before = kept.at(-1);
      if (before !== undefined && mayGoOn(text, before, draft)) {
        kept.pop();
        draft.start = before.start;
        draft.kind = 'unread';
        draft.fault = 'grouping';
        draft.touched('spaced-figures');
      }
      kept.push(draft);
    }
    return kept;
  },
};

function mayGoOn(text: string, before: Draft, draft: Draft): boolean {
  if (draft.start !== before.end + 1 || !isBlank(text, before.end) || text.charCodeAt(before.end) === 0x09)
    return false;
  const opens =
    before.fault === 'grouping' ||
    (before.kind === 'bare' && before.numeral?.simple === true && before.numeral.wholeDigits <= 3);
  const numeral = draft.numeral;
  return (
    opens &&
    draft.value !== null &&
    numeral !== null &&
    numeral.style === 'western' &&
    numeral.wholeDigits === 3 &&
    numeral.start === draft.start
  );
}
