import { read } from '@guankao/reading';
import type { LabelledFiling } from './labels.ts';

export interface Speed {
  readonly filing: string;
  readonly characters: number;
  /** Read and check, in one process, after `warmUps` runs: milliseconds by the wall's clock, and of the processor's own time, which a busy machine does not stretch. */
  readonly median: number;
  readonly quickest: number;
  readonly processor: number;
  readonly runs: number;
  /** Of the machine while it was measured: processes waiting for a processor, and processors. */
  readonly load: readonly [waiting: number, processors: number];
  /** So many filings one after the other: milliseconds of the processor a filing. */
  readonly batches: readonly { readonly filings: number; readonly perFiling: number }[];
}

/** Milliseconds from some beginning. */
type Clock = () => number;
export interface Clocks {
  readonly wall: Clock;
  readonly processor: Clock;
  readonly load: () => Speed['load'];
}

const warmUps = 20;
const runs = 60;

/** Time of the whole way of the data for one filing, and for many of them in a row. No two texts are alike, so nothing can be kept from one to the next. */
export async function speedOf(
  { name, file, source }: LabelledFiling,
  batches: readonly number[],
  { wall, processor, load }: Clocks,
): Promise<Speed> {
  let made = 0;
  const once = async (clock: Clock): Promise<number> => {
    const bytes = new TextEncoder().encode(source + '\n'.repeat((made++ % 50) + 1));
    const began = clock();
    await read({ name: file.name, bytes });
    return clock() - began;
  };
  const times = async (clock: Clock): Promise<readonly number[]> => {
    const all: number[] = [];
    for (let run = 0; run < runs; run++) all.push(await once(clock));
    return all.toSorted((a, b) => a - b);
  };
  for (let run = 0; run < warmUps; run++) await once(wall);
  const byWall = await times(wall);
  const byProcessor = await times(processor);
  const many: { filings: number; perFiling: number }[] = [];
  for (const filings of batches) {
    let sum = 0;
    for (let run = 0; run < filings; run++) sum += await once(processor);
    many.push({ filings, perFiling: sum / filings });
  }
  return {
    filing: name,
    characters: source.length,
    median: middle(byWall),
    quickest: byWall[0] ?? Number.NaN,
    processor: middle(byProcessor),
    runs,
    load: load(),
    batches: many,
  };
}

function middle(sorted: readonly number[]): number {
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
