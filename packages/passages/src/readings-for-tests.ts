import type { Passage } from '@guankao/domain';
import { readText } from './read-text.ts';
import type { Figure, Text } from './text.ts';

/** A passage with these words and no document behind it. */
export function textOf(words: string, column: Text['column'] = 'execution'): Text {
  const passage: Passage = {
    text: words,
    marker: null,
    spans: [{ start: 0, end: words.length }],
    offsets: Array.from({ length: words.length }, (_, at) => at),
  };
  return readText(column, 0, passage);
}

/** The only figure of some words. */
export function figureOf(words: string): Figure {
  const [figure, ...more] = textOf(words).figures;
  if (figure === undefined || more.length > 0) throw new RangeError(`not one figure in ${words}`);
  return figure;
}
