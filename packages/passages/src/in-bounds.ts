import { mostOfColumn, mostOfItem, textColumns, type Passage, type PlanRow, type TextColumn } from '@guankao/domain';
import { divide } from './marks.ts';

/** Characters of a row's column that nobody looks at. */
export interface LeftOut {
  readonly plan: string;
  readonly column: TextColumn;
  readonly characters: number;
}

/**
 * What of a row is looked at: the row itself, or one whose long items are parted between sentences and whose texts end
 * where a bound of `domain` is reached. Nothing is cut within a sentence: one that is too long by itself is left out.
 */
export function inBounds(row: PlanRow): { readonly row: PlanRow; readonly leftOut: readonly LeftOut[] } {
  if (textColumns.every((column) => isPlain(row[column]))) return { row, leftOut: [] };
  const leftOut: LeftOut[] = [];
  const columns: Partial<Record<TextColumn, readonly Passage[]>> = {};
  let isWhole = true;
  for (const column of textColumns) {
    const parted = row[column].map(partsOf);
    const parts = parted.flatMap((one) => one.parts);
    const kept = withinColumn(parts);
    const characters = parted.reduce((sum, one) => sum + one.leftOut, 0) + lengthOf(parts) - lengthOf(kept);
    columns[column] = kept;
    if (characters > 0) leftOut.push({ plan: row.id, column, characters });
    isWhole &&= characters === 0 && parted.every((one) => one.isWhole);
  }
  return { row: { ...row, ...columns, ...(isWhole ? {} : { inPart: true }) }, leftOut };
}

/** So few characters that no bound can be reached: nearly every column. */
function isPlain(passages: readonly Passage[]): boolean {
  return passages.length <= mostOfColumn.items && lengthOf(passages) <= mostOfItem.numbers;
}

function lengthOf(passages: readonly Passage[]): number {
  return passages.reduce((sum, { text }) => sum + text.length, 0);
}

interface Parted {
  readonly parts: readonly Passage[];
  /** Characters in none of the parts. */
  readonly leftOut: number;
  /** Nothing is left out, and no bracket opens in one part and closes in another. */
  readonly isWhole: boolean;
}

/** The passage itself where it is within the bounds of an item; else its sentences, as many in one part as may be. */
function partsOf(passage: Passage): Parted {
  const { text } = passage;
  if (
    text.length <= mostOfItem.numbers ||
    (text.length <= mostOfItem.characters && numbersIn(text) <= mostOfItem.numbers)
  )
    return { parts: [passage], leftOut: 0, isWhole: true };
  const parts: Passage[] = [];
  let [leftOut, isWhole] = [0, true];
  let [start, end, numbers] = [0, 0, 0];
  const close = (): void => {
    if (text.slice(start, end).trim() !== '') parts.push(partOf(passage, start, end));
    if (!isBalanced(text.slice(start, end))) isWhole = false;
    [start, numbers] = [end, 0];
  };
  for (const sentence of divide(text).sentences) {
    // With the mark that ends it.
    const stop = Math.min(sentence.end + 1, text.length);
    const own = numbersIn(text.slice(end, stop));
    if (stop - start > mostOfItem.characters || numbers + own > mostOfItem.numbers) close();
    if (stop - end > mostOfItem.characters || own > mostOfItem.numbers) {
      leftOut += stop - end;
      start = stop;
    } else numbers += own;
    end = stop;
  }
  close();
  return { parts, leftOut, isWhole: isWhole && leftOut === 0 };
}

function isBalanced(text: string): boolean {
  return countOf(text, /[（(「『【〔《〈]/g) === countOf(text, /[）)」』】〕》〉]/g);
}

/** Only the first part stands under the item's number. */
function partOf({ text, marker, spans, offsets }: Passage, start: number, end: number): Passage {
  return {
    text: text.slice(start, end),
    marker: start === 0 ? marker : null,
    spans,
    offsets: offsets.slice(start, end),
  };
}

function withinColumn(parts: readonly Passage[]): readonly Passage[] {
  let [numbers, clauses] = [0, 0];
  const beyond = parts.findIndex(({ text }, index) => {
    numbers += numbersIn(text);
    clauses += clausesIn(text);
    return index >= mostOfColumn.items || numbers > mostOfColumn.numbers || clauses > mostOfColumn.clauses;
  });
  return beyond < 0 ? parts : parts.slice(0, beyond);
}

const digit = '\\d０-９零〇○一二三四五六七八九兩壹貳參叁肆伍陸柒捌玖十拾百佰千仟廿卅卌萬万億兆';
const numbers = new RegExp(`[${digit}半][${digit},，.．]*`, 'g');

/** About as many numbers as `@guankao/quantities` would read, without reading them. */
function numbersIn(text: string): number {
  return countOf(text, numbers);
}

function clausesIn(text: string): number {
  return 1 + countOf(text, /[，。；：、！？,;:!?\n]/g);
}

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count += 1;
  return count;
}
