import type { Box } from '@guankao/domain';

/** Quarter turns, clockwise. */
export type Turns = 0 | 1 | 2 | 3;

/** Where a point of a page (points, from the top left) comes to lie when text that ran in direction `turns` is turned upright. */
export function turnedPoint(
  [x, y]: readonly [number, number],
  turns: Turns,
  width: number,
  height: number,
): readonly [number, number] {
  switch (turns) {
    case 0:
      return [x, y];
    case 1:
      return [y, width - x];
    case 2:
      return [width - x, height - y];
    case 3:
      return [height - y, x];
  }
}

/** The place on the page as it was, of a box on the page turned upright. `width` and `height` are the upright page's. */
export function boxOnPage([x0, y0, x1, y1]: Box, turns: Turns, width: number, height: number): Box {
  switch (turns) {
    case 0:
      return [x0, y0, x1, y1];
    case 1:
      return [height - y1, x0, height - y0, x1];
    case 2:
      return [width - x1, height - y1, width - x0, height - y0];
    case 3:
      return [y0, width - x1, y1, width - x0];
  }
}
