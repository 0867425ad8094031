/** PDF's transformation: x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** First `inner`, then `outer`. */
export function times(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

export function apply([a, b, c, d, e, f]: Matrix, x: number, y: number): readonly [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** Six finite numbers from whatever a file holds; null otherwise. */
export function matrixFrom(value: unknown): Matrix | null {
  const numbers = Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array ? Array.from(value as ArrayLike<unknown>) : objectValues(value);
  if (numbers.length < 6) return null;
  const six = numbers.slice(0, 6).map(Number);
  return six.every(Number.isFinite) ? (six as unknown as Matrix) : null;
}

function objectValues(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
