import type { Draft } from '../draft.ts';
import type { Refiner } from './refiner.ts';

const minus = /[-−－]/;
const opensNumber = /[\s（(：:，、；達為至到約由率溫及]/;
const degrees = /^(?:度|℃|°C|°)$/;

/** -3.5%, 負3.5%, -3度, 零下5度: a minus sign that is no dash and no 至. */
export const signs: Refiner = {
  name: 'signs',
  refine(text, drafts) {
    for (const [i, draft] of drafts.entries()) {
      const mark = text.charAt(draft.start - 1);
      if (
        draft.value !== null &&
        mark === '下' &&
        degrees.test(draft.unit ?? '') &&
        text.charAt(draft.start - 2) === '零'
      )
        negate(draft, 2);
      if (draft.value === null || !(mark === '負' || minus.test(mark))) continue;
      const touching = drafts[i - 1]?.end === draft.start - 1;
      if (touching || !mayBeNegative(text, draft, drafts[i + 1])) continue;
      const doubtful =
        mark !== '負' && draft.kind === 'percent' && !opensNumber.test(text.charAt(draft.start - 2)) && draft.start > 1;
      if (doubtful) draft.mayAlsoBe(draft.reading());
      negate(draft, 1);
    }
    return drafts;
  },
};

function mayBeNegative(text: string, draft: Draft, next: Draft | undefined): boolean {
  const before = text.charAt(draft.start - 2);
  if (text.charAt(draft.start - 1) === '負') return draft.kind !== 'date' && !/[擔肩自抱正]/.test(before);
  const kind = draft.kind === 'bare' && next !== undefined && next.start - draft.end <= 3 ? next : draft;
  if (kind.kind === 'bare') return /^[\s（(]?$/.test(before);
  if (kind.kind !== 'percent' && kind.kind !== 'money' && !degrees.test(kind.unit ?? '')) return false;
  // -5度 and -3.5% after any word; a dash before them would be odd, before a sum it is not.
  return kind.kind !== 'money' || opensNumber.test(before);
}

function negate(draft: Draft, mark: number): void {
  if (draft.value === null) return;
  draft.value = { coefficient: -draft.value.coefficient, scale: draft.value.scale };
  draft.start -= mark;
  draft.touched('signs');
}
