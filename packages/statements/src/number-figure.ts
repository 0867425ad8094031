import { placeOf, stretchAt, type Figure, type Fraction, type Interval, type MarkedSentence } from '@guankao/passages';

/** What the reader of numbers took for a name or left without a unit, as a figure of its own: the 1：3 of a ratio. */
export function numberFigure(
  sentence: MarkedSentence,
  { start, end, at }: { readonly start: number; readonly end: number; readonly at: number },
  { value, step, interval }: { readonly value: Fraction; readonly step: Fraction; readonly interval: Interval },
): Figure {
  const { text } = sentence;
  return {
    text,
    start,
    end,
    words: text.text.slice(start, end),
    kind: 'count',
    value,
    unit: null,
    comparator: null,
    step,
    widening: 'exact',
    interval,
    lead: text.text.slice(placeOf(sentence, Math.max(0, at - 12)), start),
    sentence: stretchAt(text.sentences, start),
  };
}
