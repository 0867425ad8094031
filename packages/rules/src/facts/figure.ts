import { extract } from '@guankao/quantities';
import { exactly, type Fraction } from './exact.ts';
import type { Figure, Text } from './text.ts';

export function figuresOf(text: Text): readonly Figure[] {
  const figures: Figure[] = [];
  for (const quantity of extract(text.text)) {
    const { value, kind, start, end, unit, comparator, text: words } = quantity;
    if (value === null || kind === 'date') continue;
    // Asked for by many rules, found once.
    const lead = text.text.slice(backTo(text.text, start, anyMark), start);
    figures.push({
      text,
      start,
      end,
      words,
      kind,
      value: exactly(value),
      unit,
      comparator,
      step: stepOf(words),
      lead,
      sentence: sentenceAt(text.text, start),
    });
  }
  return figures;
}

const myriads: Readonly<Record<string, bigint>> = {
  兆: 10n ** 12n,
  億: 10n ** 8n,
  萬: 10n ** 4n,
  千: 1000n,
  仟: 1000n,
};

/** 35.97% → 0.01; 4,305萬 → 10,000; 1億3,140萬 → 10,000; 9成3 → 1; 9成 → 10. */
export function stepOf(words: string): Fraction {
  const printed =
    /^.*?(?:[\d０-９][\d０-９,，]*)?(?:[.．](?<decimals>[\d０-９]+))?(?<power>[兆億萬千仟]?)(?<rest>[^\d０-９]*)$/u.exec(
      words,
    );
  const decimals = BigInt(printed?.groups?.['decimals']?.length ?? 0);
  const power = myriads[printed?.groups?.['power'] ?? ''] ?? 1n;
  const tenths = words.endsWith('成') ? 10n : 1n;
  return { of: power * tenths, over: 10n ** decimals };
}

export const lead = (figure: Figure): string => figure.lead;

/** The few characters before a figure: a pattern that ends there need not search the whole item. */
export const justBefore = ({ text, start }: Figure, characters = 16): string =>
  text.text.slice(Math.max(0, start - characters), start);

// Read by character and not by pattern: these run for every figure of a filing, many times.
const clauseMarks = new Set('，。；：、！？;:!?');
const anyMark = new Set([...clauseMarks, ...',()（）「」『』']);
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
