import { largest, smallest } from '../build/extremes.ts';
import { apply, type Matrix } from './matrix.ts';
import type { Rule } from './page-content.ts';

/** How pdf.js writes a path: a number for the step, then its coordinates. */
const move = 0;
const line = 1;
const curve = 2;
const quadratic = 3;
const close = 4;

/** Fills up to this thick (points) are lines drawn as boxes. */
const thickest = 3;
const shortest = 2;
const mostRules = 40_000;

type Point = readonly [number, number];

/** Adds the horizontal and vertical lines of a path, as seen on the page, to `rules`. */
export function pathRules(data: ArrayLike<number>, matrix: Matrix, kind: 'stroke' | 'fill', rules: Rule[]): void {
  for (const points of subpaths(data, matrix)) {
    if (rules.length >= mostRules) return;
    if (kind === 'fill') addBar(points, rules);
    else for (let i = 1; i < points.length; i += 1) addSegment(points[i - 1] as Point, points[i] as Point, rules);
  }
}

/** Curves are no rules, but where they end the path goes on. */
function subpaths(data: ArrayLike<number>, matrix: Matrix): Point[][] {
  const found: Point[][] = [];
  let current: Point[] = [];
  let at = 0;
  const point = (index: number): Point => apply(matrix, data[index] ?? 0, data[index + 1] ?? 0);
  const begin = (start: Point): void => {
    current = [start];
    found.push(current);
  };
  while (at < data.length) {
    const step = data[at];
    if (step === move) begin(point(at + 1));
    else if (step === line) current.push(point(at + 1));
    else if (step === curve) begin(point(at + 5));
    else if (step === quadratic) begin(point(at + 3));
    else if (step === close) {
      if (current[0] !== undefined) current.push(current[0]);
    } else return found;
    at += step === move || step === line ? 3 : step === curve ? 7 : step === quadratic ? 5 : 1;
  }
  return found;
}

function addSegment([x0, y0]: Point, [x1, y1]: Point, rules: Rule[]): void {
  const [dx, dy] = [Math.abs(x1 - x0), Math.abs(y1 - y0)];
  if (dy <= 0.8 && dx >= shortest)
    rules.push({ x0: Math.min(x0, x1), x1: Math.max(x0, x1), y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 });
  else if (dx <= 0.8 && dy >= shortest)
    rules.push({ x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0: Math.min(y0, y1), y1: Math.max(y0, y1) });
}

function addBar(points: readonly Point[], rules: Rule[]): void {
  if (points.length < 3) return;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [smallest(xs), largest(xs), smallest(ys), largest(ys)];
  const [width, height] = [x1 - x0, y1 - y0];
  if (height <= thickest && width >= shortest && width > height * 2)
    rules.push({ x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 });
  else if (width <= thickest && height >= shortest && height > width * 2)
    rules.push({ x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 });
}
