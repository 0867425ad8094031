import type { Box } from '@guankao/domain';
import type { GridField } from './grids.ts';
import type { Line } from './lines.ts';

/** What a page holds, in reading order. Boxes are of the upright page. */
export interface PageLayout {
  readonly items: readonly PageItem[];
}

export type PageItem = PageLine | PageTable;

export interface PageLine {
  readonly kind: 'line';
  readonly line: Line;
}

export interface PageTable {
  readonly kind: 'table';
  readonly box: Box;
  /** Borders of the columns. */
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly PageCell[];
  /** Drawn by rules, or by horizontal ones only; named by the file's structure tree; or seen from how the text is aligned. */
  readonly by: 'rules' | 'lines' | 'tags' | 'alignment';
}

interface PageCell extends GridField {
  readonly lines: readonly Line[];
}
