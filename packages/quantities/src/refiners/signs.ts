import type { Draft } from '../draft.ts';
import { isBlank } from '../scan/characters.ts';
import { maySayMinus, minus, speaksOfBalance, triangle } from '../vocabulary/account-signs.ts';
import type { Refiner } from './refiner.ts';

const opensNumber = /[\s（(：:，、；達為至到約由率溫及]/;
const degrees = /^(?:度|℃|°C|°)$/;
const fell = /負成長率?(?:為|約|約為|達|近)?$/;

/** -3.5%, 負3.5%, -3度, 零下5度, △1,234千元, 負成長3.2%: a minus sign that is no dash, no bullet and no 至. */
export const signs: Refiner = {
  name: 'signs',
  refine(text, drafts) {
    for (const [i, draft] of drafts.entries()) {
      if (draft.value === null) continue;
      const mark = text.charAt(draft.start - 1);
      const isDegrees = degrees.test(draft.unit ?? '');
      if (mark === '下' && isDegrees && text.charAt(draft.start - 2) === '零') negate(draft, 2);
      else if (draft.kind === 'percent' && fell.test(text.slice(Math.max(0, draft.start - 8), draft.start)))
        fallen(draft);
      else if (triangleBefore(text, draft) > 0) belowZero(text, draft);
      else if (mark === '負' || minus.test(mark)) dashed(text, drafts, i);
    }
    return drafts;
  },
};

/** How far before the figure a triangle stands, a blank between allowed: 1 or 2; 0 for none. */
function triangleBefore(text: string, draft: Draft): number {
  if (triangle.test(text.charAt(draft.start - 1))) return 1;
  const isSum = draft.kind === 'money' || draft.kind === 'percent';
  return isSum && isBlank(text, draft.start - 1) && triangle.test(text.charAt(draft.start - 2)) ? 2 : 0;
}

/** Before a count it may also be a bullet. */
function belowZero(text: string, draft: Draft): void {
  if (draft.kind === 'date' || draft.kind === 'duration') return;
  if (draft.kind === 'count') draft.mayAlsoBe(draft.reading());
  negate(draft, triangleBefore(text, draft));
}

/** 負成長3.2%: the word says the direction, the figure its size. */
function fallen(draft: Draft): void {
  draft.mayAlsoBe(draft.reading());
  negate(draft, 0);
}

function dashed(text: string, drafts: readonly Draft[], i: number): void {
  const draft = drafts[i] as Draft;
  const mark = text.charAt(draft.start - 1);
  const touching = drafts[i - 1]?.end === draft.start - 1;
  if (touching || !mayBeNegative(text, draft, drafts[i + 1])) return;
  const doubtful =
    mark !== '負' && draft.kind === 'percent' && !opensNumber.test(text.charAt(draft.start - 2)) && draft.start > 1;
  if (doubtful) draft.mayAlsoBe(draft.reading());
  negate(draft, 1);
}

function mayBeNegative(text: string, draft: Draft, next: Draft | undefined): boolean {
  const before = text.charAt(draft.start - 2);
  if (text.charAt(draft.start - 1) === '負') return draft.kind !== 'date' && !/[擔肩自抱正]/.test(before);
  const kind = draft.kind === 'bare' && next !== undefined && next.start - draft.end <= 3 ? next : draft;
  if (kind.kind === 'bare') return /^[\s（(]?$/.test(before);
  if (kind.kind === 'count' && !degrees.test(kind.unit ?? '')) return speaksOfBalance(text, draft.start - 1);
  if (kind.kind !== 'percent' && kind.kind !== 'money' && !degrees.test(kind.unit ?? '')) return false;
  // -5度 and -3.5% after any word; a dash before them would be odd, before a sum it is not.
  return kind.kind !== 'money' || maySayMinus(text, draft.start - 1);
}

function negate(draft: Draft, mark: number): void {
  if (draft.value === null) return;
  draft.value = { coefficient: -draft.value.coefficient, scale: draft.value.scale };
  draft.start -= mark;
  draft.touched('signs');
}
