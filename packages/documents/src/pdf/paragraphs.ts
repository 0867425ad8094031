import { largest, smallest } from '../build/extremes.ts';
import type { Box } from '@guankao/domain';
import { textOfLines } from './cell-text.ts';
import type { PageItem, PageTable } from './page-layout.ts';
import { boxOfLines, type Line } from './lines.ts';

export type PagePart =
  | { readonly kind: 'paragraph'; readonly text: string; readonly box: Box }
  | { readonly kind: 'table'; readonly table: PageTable };

/** A page's lines as paragraphs: a line that fills the page's width goes on in the next. Tables stay as they are. */
export function paragraphsOf(items: readonly PageItem[]): PagePart[] {
  const stretches = items.map((item): readonly [number, number] =>
    item.kind === 'line' ? [item.line.x0, item.line.x1] : [item.box[0], item.box[2]],
  );
  const left = smallest(stretches.map(([x0]) => x0));
  const right = largest(
    stretches.map(([, x1]) => x1),
    0,
  );
  const parts: PagePart[] = [];
  let open: Line[] = [];
  const close = (): void => {
    if (open.length > 0)
      parts.push({ kind: 'paragraph', text: textOfLines(open, Infinity).replaceAll('\n', ''), box: boxOfLines(open) });
    open = [];
  };
  for (const item of items) {
    if (item.kind === 'table') {
      close();
      parts.push({ kind: 'table', table: item });
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && !goesOn(last, item.line, left, right)) close();
    open.push(item.line);
  }
  close();
  return parts;
}

function goesOn(line: Line, next: Line, left: number, right: number): boolean {
  const fills =
    line.x1 > right - 1.6 * line.size &&
    line.x1 - line.x0 > (right - left) * 0.75 &&
    line.x1 - line.x0 > 22 * line.size;
  const close = next.y - line.y < 2.2 * line.size && next.y > line.y;
  return (
    fills &&
    close &&
    Math.abs(next.size - line.size) < 0.15 * line.size &&
    next.x0 < left + 6 * line.size &&
    next.x0 <= line.x0 + 0.5 * line.size
  );
}
