/** How long something takes at one size, and at the half of it. */
export interface Measured {
  readonly size: number;
  /** Of CPU of this thread, the least of several runs. */
  readonly milliseconds: number;
  /** Against the half of the size; null for the smallest. */
  readonly growth: number | null;
}

/** Twice as much may take so many times as long. */
export const mostGrowth = 2.5;
/** In milliseconds: what takes less says nothing about growth; it is counted as this. */
const floor = 40;
/** How often a growth that is too large is measured again before it is believed. */
const doubts = 4;
/** In milliseconds. Larger sizes are left out once a size took so long. */
const patience = 5_000;

/**
 * Runs `work` at each size (each twice the one before), the smallest first. It is given everything ready-made by
 * `prepare`, which is not measured. A growth beyond the bound is measured again, and the least
 * counts. Each size is told as soon as it is known.
 */
export async function measured<T>(
  sizes: readonly number[],
  prepare: (size: number) => Promise<T>,
  work: (input: T) => Promise<void>,
  tell: (row: Measured) => Promise<void>,
): Promise<void> {
  let before: number | null = null;
  for (const size of sizes) {
    const least: number = await leastOf(await prepare(size), work, before);
    await tell({ size, milliseconds: least, growth: before === null ? null : growthOf(before, least) });
    if (least > patience) break;
    before = least;
  }
}

/** Of two runs, and of more where it seems to grow too fast. */
async function leastOf<T>(input: T, work: (input: T) => Promise<void>, before: number | null): Promise<number> {
  let least = await once(input, work);
  if (least < patience / 10) least = Math.min(least, await once(input, work));
  if (before === null) return least;
  for (let doubt = 0; doubt < doubts && least < patience && growthOf(before, least) > mostGrowth; doubt += 1)
    least = Math.min(least, await once(input, work));
  return least;
}

function growthOf(before: number, now: number): number {
  return Math.max(now, floor) / Math.max(before, floor);
}

async function once<T>(input: T, work: (input: T) => Promise<void>): Promise<number> {
  const used = process.threadCpuUsage();
  await work(input);
  const { user, system } = process.threadCpuUsage(used);
  return (user + system) / 1000;
}
