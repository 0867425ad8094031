import type { Passage, TextColumn } from '@guankao/domain';
import { extractAll, type Extraction, type Label, type Quantity, type Unread } from '@guankao/quantities';
import { datesOf, type DateMention } from './dates.ts';
import { printedOf } from './exact/printed.ts';
import { divide, stretchAt, type Division, type Stretch } from './marks.ts';
import { markedSentences } from './marked-sentence.ts';
import type { Figure, MarkedSentence, Text } from './text.ts';

/**
 * Reads one item of a text column. The same passage gives the same `Text` again, so that claims and rules share one
 * reading; each part is made on first asking. Throws nothing, whatever the text.
 */
export function readText(column: TextColumn, index: number, passage: Passage): Text {
  const known = readings.get(passage);
  if (known !== undefined && known.column === column && known.index === index) return known;
  const text = new ReadText(column, index, passage);
  readings.set(passage, text);
  return text;
}

const readings = new WeakMap<Passage, Text>();

class ReadText implements Text {
  readonly column: TextColumn;
  readonly index: number;
  readonly passage: Passage;
  readonly text: string;
  #extraction: Extraction | undefined;
  #figures: readonly Figure[] | undefined;
  #dates: readonly DateMention[] | undefined;
  #marked: readonly MarkedSentence[] | undefined;
  #division: Division | undefined;

  constructor(column: TextColumn, index: number, passage: Passage) {
    this.column = column;
    this.index = index;
    this.passage = passage;
    this.text = passage.text;
  }

  get quantities(): readonly Quantity[] {
    return this.#read().quantities;
  }

  get labels(): readonly Label[] {
    return this.#read().labels;
  }

  get unread(): readonly Unread[] {
    return this.#read().unread;
  }

  get figures(): readonly Figure[] {
    this.#figures ??= figuresOf(this, this.#read());
    return this.#figures;
  }

  get dates(): readonly DateMention[] {
    const { quantities, unread } = this.#read();
    this.#dates ??= datesOf(quantities, unread);
    return this.#dates;
  }

  get marked(): readonly MarkedSentence[] {
    this.#marked ??= markedSentences(this, this.#read(), this.figures, this.dates);
    return this.#marked;
  }

  get sentences(): readonly Stretch[] {
    return this.#divided().sentences;
  }

  get clauses(): readonly Stretch[] {
    return this.#divided().clauses;
  }

  get brackets(): readonly Stretch[] {
    return this.#divided().brackets;
  }

  #read(): Extraction {
    this.#extraction ??= extractAll(this.text);
    return this.#extraction;
  }

  #divided(): Division {
    this.#division ??= divide(this.text);
    return this.#division;
  }
}

function figuresOf(text: Text, { quantities }: Extraction): readonly Figure[] {
  return quantities.flatMap((quantity): Figure[] => {
    const { start, end, kind, unit, comparator, text: words } = quantity;
    const lead = leadTo(text.text, start);
    const printed = printedOf(quantity, lead);
    if (printed === null) return [];
    return [
      { ...printed, text, start, end, words, kind, unit, comparator, lead, sentence: stretchAt(text.sentences, start) },
    ];
  });
}

const anyMark = new Set('，。；：、！？;:!?,()（）「」『』');

/** The words from the last mark to a place. */
function leadTo(text: string, at: number): string {
  let start = at;
  while (start > 0 && !anyMark.has(text.charAt(start - 1))) start--;
  return text.slice(start, at);
}

/** The sentence that a place of the text stands in. */
export const sentenceAt = (text: Text, at: number): Stretch => stretchAt(text.sentences, at);

/** The whole clauses around a stretch: from the mark before it to the mark behind it, brackets kept in. */
export function clauseAround(text: Text, start: number, end: number): Stretch {
  return { start: stretchAt(text.clauses, start).start, end: stretchAt(text.clauses, end).end };
}
