import { read } from '@guankao/reading';
import type { LabelledFiling } from './labels.ts';

export interface Speed {
  readonly filing: string;
  readonly characters: number;
  /** Read and check, in one process, after `warmUps` runs: milliseconds. */
  readonly median: number;
  readonly slowest: number;
  readonly runs: number;
  /** So many filings one after the other: milliseconds a filing. */
  readonly batches: readonly { readonly filings: number; readonly perFiling: number }[];
}

const warmUps = 20;
const runs = 60;

/** Time of the whole way of the data for one filing, and for many of them in a row. No two texts are alike, so nothing can be kept from one to the next. */
export async function speedOf({ name, file, source }: LabelledFiling, batches: readonly number[], now: () => number): Promise<Speed> {
  let made = 0;
  const once = async (): Promise<number> => {
    const bytes = new TextEncoder().encode(source + '\n'.repeat((made++ % 50) + 1));
    const began = now();
    await read({ name: file.name, bytes });
    return now() - began;
  };
  for (let run = 0; run < warmUps; run++) await once();
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await once());
  times.sort((a, b) => a - b);
  const many: { filings: number; perFiling: number }[] = [];
  for (const filings of batches) {
    let sum = 0;
    for (let run = 0; run < filings; run++) sum += await once();
    many.push({ filings, perFiling: sum / filings });
  }
  return { filing: name, characters: source.length, median: times[runs / 2] ?? Number.NaN, slowest: times.at(-1) ?? Number.NaN, runs, batches: many };
}
