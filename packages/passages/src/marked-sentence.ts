import { firstWhere } from '@guankao/domain';
import type { Extraction, Label, Quantity, Unread } from '@guankao/quantities';
import { printedNumber } from './exact/printed.ts';
import { parseDecimal } from '@guankao/quantities';
import { fractionOf } from './exact/fraction.ts';
import type { DateMention } from './dates.ts';
import { normalise } from './normalise.ts';
import type { BareNumber, Figure, Mark, MarkedSentence, Text } from './text.ts';
import { vocabulary } from './vocabulary/vocabulary.ts';

/** The one sign that stands for a number in the words of a sentence, by what the number is. Private-use characters. */
export const signs = {
  count: '\uE000',
  money: '\uE001',
  percent: '\uE002',
  duration: '\uE003',
  range: '\uE004',
  date: '\uE005',
  number: '\uE006',
  ordinal: '\uE007',
  label: '\uE008',
} as const;

/** What is to become one sign, before it is known where the sign stands. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly character: string;
  readonly mark: (at: number) => Mark;
}

export function markedSentences(
  text: Text,
  extraction: Extraction,
  figures: readonly Figure[],
  dates: readonly DateMention[],
): readonly MarkedSentence[] {
  const pieces = piecesOf(extraction, figures, dates);
  const normal = normalise(text.text);
  let next = 0;
  return text.sentences.map(({ start, end }) => {
    const marks: Mark[] = [];
    let words = '';
    let from = start;
    for (; next < pieces.length; next++) {
      const piece = pieces[next];
      if (piece === undefined || piece.start >= end) break;
      if (piece.start < from) continue;
      words += normal.slice(from, piece.start);
      marks.push(piece.mark(words.length));
      words += piece.character;
      from = piece.end;
    }
    words += normal.slice(from, Math.max(from, end));
    return {
      text,
      start,
      end,
      words,
      marks,
      figures: marks.flatMap((mark) => (mark.sign === 'figure' ? [mark.figure] : [])),
    };
  });
}

function piecesOf(
  { quantities, labels, unread }: Extraction,
  figures: readonly Figure[],
  dates: readonly DateMention[],
): readonly Piece[] {
  const figureAt = new Map(figures.map((figure) => [figure.start, figure]));
  const dateAt = new Map(dates.map((date) => [date.start, date]));
  const pieces = [
    ...quantities.map((quantity) => quantityPiece(quantity, figureAt, dateAt)),
    ...labels.map(labelPiece),
    ...unread.flatMap((one) => unreadPiece(one, dateAt)),
  ];
  return pieces.toSorted((a, b) => a.start - b.start);
}

function quantityPiece(
  quantity: Quantity,
  figures: ReadonlyMap<number, Figure>,
  dates: ReadonlyMap<number, DateMention>,
): Piece {
  const { start, end, kind, text: words } = quantity;
  const [figure, date] = [figures.get(start), dates.get(start)];
  if (kind === 'date')
    return {
      start,
      end,
      character: signs.date,
      mark: (at) =>
        date === undefined ? { at, start, end, sign: 'other', words } : { at, start, end, sign: 'date', date },
    };
  return figure === undefined
    ? { start, end, character: signs.range, mark: (at) => ({ at, start, end, sign: 'other', words }) }
    : { start, end, character: signs[kind], mark: (at) => ({ at, start, end, sign: 'figure', figure }) };
}

function labelPiece({ start, end, text: words, kind }: Label): Piece {
  return kind === 'ordinal'
    ? {
        start,
        end,
        character: signs.ordinal,
        mark: (at) => ({ at, start, end, sign: 'ordinal', ordinal: { start, end, words } }),
      }
    : { start, end, character: signs.label, mark: (at) => ({ at, start, end, sign: 'other', words }) };
}

/** A figure without a unit is a number all the same; what could not be read at all stays in the words. */
function unreadPiece(
  { start, end, text: words, reason }: Unread,
  dates: ReadonlyMap<number, DateMention>,
): readonly Piece[] {
  const date = dates.get(start);
  if (date !== undefined)
    return [{ start, end, character: signs.date, mark: (at) => ({ at, start, end, sign: 'date', date }) }];
  const value = reason === 'no-unit' ? parseDecimal(normalise(words).replaceAll(/[,\s]/gu, '')) : null;
  if (value === null) return [];
  const number: BareNumber = { start, end, words, ...printedNumber(words, fractionOf(value)) };
  return [{ start, end, character: signs.number, mark: (at) => ({ at, start, end, sign: 'number', number }) }];
}

/** Where the sign of a figure stands in the words of its sentence; -1 where it stands in another. */
export function signOf({ marks }: MarkedSentence, figure: Figure): number {
  const found = lastUpTo(marks, figure.start, ({ start }) => start);
  return found?.start === figure.start ? found.at : -1;
}

/** The mark whose sign stands at a place of the words. */
export function markAt({ marks }: MarkedSentence, at: number): Mark | null {
  const found = lastUpTo(marks, at, (mark) => mark.at);
  return found?.at === at ? found : null;
}

/** The place in the text of a place in the words. */
export function placeOf({ start, marks }: MarkedSentence, at: number): number {
  const before = lastUpTo(marks, at - 1, (mark) => mark.at);
  return before === undefined ? start + at : before.end + (at - before.at - 1);
}

/** The last mark whose place is not beyond `bound`. */
function lastUpTo(marks: readonly Mark[], bound: number, of: (mark: Mark) => number): Mark | undefined {
  return marks[firstWhere(marks, (mark) => of(mark) > bound) - 1];
}

const shorthand: Readonly<Record<string, string>> = {
  C: signs.count,
  M: signs.money,
  P: signs.percent,
  T: signs.duration,
  R: signs.range,
  D: signs.date,
  B: signs.number,
  O: signs.ordinal,
  L: signs.label,
  N: `${signs.count}-${signs.duration}`,
  A: `${signs.count}-${signs.label}`,
};

/**
 * A pattern over marked words. `%N` is any figure, `%C` a count, `%M` money, `%P` a rate, `%T` a duration, `%R` a range,
 * `%D` a date, `%B` a bare number, `%O` an ordinal, `%A` any of them; `{rise}` is any word of that list.
 */
export function pattern(
  source: string,
  lists: Readonly<Record<string, readonly string[]>> = vocabulary,
  flags = 'u',
): RegExp {
  const inClass = source.replaceAll(/\[[^\]]*\]/gu, (set) =>
    set.replaceAll(/%([A-Z])/gu, (_, name: string) => shorthand[name] ?? ''),
  );
  const alone = inClass.replaceAll(/%([A-Z])/gu, (_, name: string) => `[${shorthand[name] ?? ''}]`);
  return new RegExp(
    alone.replaceAll(/\{(\p{L}+)\}/gu, (_, name: string) => alternatives(lists[name] ?? [])),
    flags,
  );
}

/** Longest first, so that 增加率 is not read as 增加. Throws where the list is empty: a misspelt name. */
function alternatives(words: readonly string[]): string {
  if (words.length === 0) throw new RangeError('a pattern names an empty list of words');
  return `(?:${words.toSorted((a, b) => b.length - a.length).join('|')})`;
}
