import { availableParallelism } from 'node:os';
import { Pool, poolIsBuilt, type Output } from '@guankao/pool';
import { read, type Recipe } from '@guankao/reading';
import type { GivenFile } from '../files.ts';

/** What of a read file the commands use. */
export type ReadFile = Output<'read-file'>;

/** Reads files one beside the other. */
export interface FileReader {
  /** Throws a Refusal. */
  readonly read: (file: GivenFile, recipe?: Recipe) => Promise<ReadFile>;
  /** So many at once. */
  readonly width: number;
  readonly close: () => Promise<void>;
}

/** Nobody is kept waiting by a file of the operator's own: it has its time, in seconds. */
const deadline = 600;

/** Reads in child processes: a file that is too much for one is refused, and the others are read. */
export function readerOf(pool: Pool): FileReader {
  return {
    read: ({ name, bytes }, recipe) =>
      pool.run(
        'read-file',
        { file: { name, bytes }, recipe },
        { asker: { kind: 'job', id: 'files' }, name, deadline, patience: Infinity },
      ),
    width: pool.size - 1,
    close: () => pool.close(),
  };
}

/** Over the machine's cores. In a checkout that was not built files are read here, one by one. */
export function readerOnCores(files: number): FileReader {
  const cores = availableParallelism();
  // One child of a pool is kept for short work, which there is none of here; and the operator waits for nothing else.
  if (poolIsBuilt()) return readerOf(new Pool({ size: Math.min(cores, files) + 1, memory: 2_048, nice: 0 }));
  return { read, width: 1, close: async () => undefined };
}
