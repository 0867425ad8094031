import { extract, type Quantity, type Unread } from '@guankao/quantities';
import {
  behindIndex,
  blankCell,
  indexNoun,
  labelWithUnit,
  measuredNoun,
  rateNoun,
  statedUnit,
  unitBehind,
} from '../words/labels.ts';

/** What a number without a measure word counts, by the words around it. */
export interface LabelledNumber {
  /** Of the number alone. */
  readonly start: number;
  readonly end: number;
  readonly quantity: Quantity;
  /** The cell holds nothing but the number: what it counts is said where it is asked. */
  readonly bare: boolean;
}

type Seen = Pick<Unread, 'start' | 'end'>;

/**
 * Numbers whose measure word stands in their label, 示範點建置數(處)：3, behind them in brackets, or nowhere (輔導店家數：40),
 * and numbers that are all that a cell says. `text` is normalised.
 */
export function labelledNumbers(
  text: string,
  quantities: readonly Quantity[],
  unread: readonly Unread[],
): readonly LabelledNumber[] {
  const plain = quantities.filter(({ kind, unit }) => kind === 'count' && unit === null);
  const seen: readonly Seen[] = [...plain, ...unread.filter(({ reason }) => reason === 'no-unit')];
  return seen.flatMap((number) => labelled(text, number) ?? []);
}

function labelled(text: string, { start, end }: Seen): LabelledNumber | null {
  const number = text.slice(start, end);
  const bare = blankCell.test(text.slice(0, start)) && /^(以上|左右|餘)?[。；]?\s*$/.test(text.slice(end));
  const unit = unitOf(text, start, end);
  if (unit === null && !bare) return null;
  const quantity = inUnit(number, unit ?? '');
  return quantity === null ? null : { start, end, quantity, bare: bare && unit === null };
}

/** Empty where the label counts something without a measure word; null where there is no label. */
function unitOf(text: string, start: number, end: number): string | null {
  const before = text.slice(0, start);
  const inLabel = labelWithUnit.exec(before)?.[1] ?? unitBehind.exec(text.slice(end))?.[1];
  if (inLabel !== undefined) return inLabel;
  if (rateNoun.test(before)) return '%';
  const stated = statedUnit.exec(text)?.[1];
  if (stated !== undefined) return stated;
  return measuredNoun.test(before) || isIndex(text, start, end) ? '' : null;
}

function isIndex(text: string, start: number, end: number): boolean {
  return indexNoun.test(text.slice(0, start)) && behindIndex.test(text.slice(end));
}

/** Reads the number as it would read with its unit behind it: 320 under (萬度) is 320萬度. */
function inUnit(number: string, unit: string): Quantity | null {
  // 0.35 of an index is read like points: 個 counts whole things.
  const written = unit === '' ? `${number}${number.includes('.') ? '分' : '個'}` : `${number}${unit}`;
  const [quantity, ...others] = extract(written);
  if (quantity === undefined || others.length > 0 || quantity.start !== 0 || quantity.end !== written.length)
    return null;
  return unit === '' ? { ...quantity, unit: null } : quantity;
}
