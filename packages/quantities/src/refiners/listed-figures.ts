import { power } from '../decimal.ts';
import type { Draft } from '../draft.ts';
import type { Numeral } from '../scan/numeral.ts';
import type { Refiner } from './refiner.ts';

const listMark = /^[、及與和或]$/;

/** 113年3月1日及15日: the second day is of the same month. 三、四個月: about three to four. */
export const listedFigures: Refiner = {
  name: 'listed-figures',
  refine(text, drafts) {
    const kept: Draft[] = [];
    for (const draft of drafts) {
      const before = kept.at(-1);
      if (before !== undefined && listMark.test(text.slice(before.end, draft.start))) {
        if (isListedDay(text, before, draft)) asDay(before, draft);
        else if (isAbout(text, before, draft)) {
          kept.pop();
          about(before, draft);
        }
      }
      kept.push(draft);
    }
    return kept;
  },
};

function isListedDay(text: string, before: Draft, draft: Draft): boolean {
  if (draft.kind !== 'duration' || draft.unit !== '日' || before.kind !== 'date' || text.charAt(draft.end) === '內')
    return false;
  const day = draft.numeral?.simple === true ? draft.numeral.coefficient : 0n;
  return day >= 1n && day <= 31n && /-\d\d-\d\d$/.test(before.to ?? before.from ?? '');
}

function asDay(before: Draft, draft: Draft): void {
  const day = String(draft.numeral?.coefficient).padStart(2, '0');
  draft.from = (before.to ?? before.from ?? '').replace(/\d\d$/, day);
  draft.kind = 'date';
  draft.value = null;
  draft.unit = null;
  draft.touched('listed-figures');
}

function isAbout(text: string, before: Draft, draft: Draft): boolean {
  if (before.kind !== 'bare' || draft.value === null || draft.low !== null || before.value === null) return false;
  if (!/[、或]/.test(text.charAt(before.end)) || !isMeasure(draft)) return false;
  const [first, last] = [before.numeral, draft.numeral];
  return (
    first !== null &&
    last !== null &&
    first.scale === 0 &&
    leading(last) < 10n &&
    first.coefficient + 1n === leading(last)
  );
}

function isMeasure(draft: Draft): boolean {
  return draft.kind === 'count' || draft.kind === 'duration' || draft.kind === 'money' || draft.kind === 'percent';
}

/** The 4 of 四億, the 7 of 七成. */
function leading({ coefficient, multiplier }: Numeral): bigint {
  return coefficient / power(multiplier);
}

/** In Western digits 1、2項 may also be the names of two items. */
function about(before: Draft, draft: Draft): void {
  draft.start = before.start;
  if (before.numeral?.style === 'han') {
    const { coefficient, scale } = draft.value ?? before.numeral;
    draft.low =
      draft.numeral === null
        ? null
        : { coefficient: (coefficient / leading(draft.numeral)) * before.numeral.coefficient, scale };
    draft.high = draft.value;
    draft.value = null;
    draft.comparator = '~';
  } else {
    draft.kind = 'unread';
    draft.fault = 'approximate';
  }
  draft.touched('listed-figures');
}
