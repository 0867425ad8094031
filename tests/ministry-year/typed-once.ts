/**
 * What people type on a plan, counted: words of four Chinese characters and more, and amounts of 1,000 and more. What was
 * typed before and had to be typed again should have been drawn.
 */
export class TypedOnce {
  cells = 0;
  readonly twice: string[] = [];
  private readonly seen = new Map<string, string>();

  take(plan: string, operation: string, body: unknown): void {
    for (const cell of leavesOf(body)) {
      if (!counts(cell)) continue;
      this.cells += 1;
      const key = `${plan}\n${String(cell)}`;
      const before = this.seen.get(key);
      if (before !== undefined) this.twice.push(`${plan}: ${String(cell)} (${before}; ${operation})`);
      this.seen.set(key, operation);
    }
  }
}

function counts(cell: unknown): boolean {
  if (typeof cell === 'number') return Math.abs(cell) >= 1_000;
  return typeof cell === 'string' && (cell.match(/\p{Script=Han}/gu) ?? []).length >= 4;
}

function leavesOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(leavesOf);
  return [value];
}
