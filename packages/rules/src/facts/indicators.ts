import { firstWhere, type Indicator, type Span } from '@guankao/domain';
import { place, type Row } from './filing-facts.ts';
import type { Figure, Text } from '@guankao/passages';

/** The item of the row that a span stands in, with the offsets there; null where it stands in none. */
export function locate(
  row: Row,
  span: Span,
): { readonly text: Text; readonly start: number; readonly end: number } | null {
  for (const text of row.texts) {
    const { offsets } = text.passage;
    const [first, last] = [offsets[0], offsets.at(-1)];
    if (first === undefined || last === undefined || span.start < first || span.start > last) continue;
    const start = firstWhere(offsets, (at) => at >= span.start);
    const end = firstWhere(offsets, (at) => at >= span.end);
    if (start < offsets.length && end > start) return { text, start, end };
  }
  return null;
}

/** The figure of a statement: the one inside its words whose value it is. */
function figureAt(row: Row, { span, value }: { readonly span: Span; readonly value: number | null }): Figure | null {
  const found = locate(row, span);
  if (found === null || value === null) return null;
  const inside = found.text.figures.filter(({ start, end }) => start < found.end && end > found.start);
  return inside.find((figure) => Number(figure.value.of) / Number(figure.value.over) === value) ?? null;
}

export const targetFigure = (row: Row, indicator: Indicator): Figure | null => figureAt(row, indicator.target);
export const actualFigure = (row: Row, indicator: Indicator): Figure | null =>
  indicator.actual === null ? null : figureAt(row, indicator.actual);

export const figureSpan = ({ text, start, end }: Figure): Span => place(text, start, end);
