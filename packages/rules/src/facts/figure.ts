import type { Figure } from '@guankao/passages';

export const lead = (figure: Figure): string => figure.lead;

// Read by character and not by pattern: these run for every figure of a filing, many times.
const clauseMarks = new Set('，。；：、！？;:!?');
const sentenceMarks = new Set('。；\n');

/** The place behind the last mark before `at`; 0 where there is none. */
function backTo(text: string, at: number, marks: ReadonlySet<string>): number {
  let start = at;
  while (start > 0 && !marks.has(text.charAt(start - 1))) start--;
  return start;
}

/** The place of the first mark from `at` on; the end where there is none. */
function onTo(text: string, at: number, marks: ReadonlySet<string>): number {
  let end = at;
  while (end < text.length && !marks.has(text.charAt(end))) end++;
  return end;
}

/** Start and end of the sentence that a place of the text stands in. */
export function sentenceAt(text: string, at: number): readonly [start: number, end: number] {
  return [backTo(text, at, sentenceMarks), onTo(text, at, sentenceMarks)];
}

/** Start and end of the clause around a stretch: between punctuation marks, brackets kept in. */
export function clauseAround(text: string, start: number, end: number): readonly [start: number, end: number] {
  return [backTo(text, start, clauseMarks), onTo(text, end, clauseMarks)];
}

const peopleUnits = new Set(['人', '人次', '名', '位', '員']);

/** May one be a share of the other? Persons and person-times may be set in proportion; cases and person-times never. */
export function commensurable(a: Figure, b: Figure): boolean {
  if (a.kind !== b.kind) return false;
  if (a.unit === b.unit) return true;
  return a.unit !== null && b.unit !== null && peopleUnits.has(a.unit) && peopleUnits.has(b.unit);
}
