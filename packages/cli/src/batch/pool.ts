/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Refusal, type Message } from '@guankao/domain';
import type { Recipe } from '@guankao/reading';
import { readOne, type Outcome, type ReadFile } from './read-one.ts';

export interface Errand {
  readonly number: number;
  readonly path: string;
}

/** What a thread sends back: classes do not travel, so a refusal comes in its parts. */
export type Answer = { readonly number: number; readonly path: string } & (
  | { readonly read: ReadFile }
  | { readonly refused: { readonly id: string; readonly status: number; readonly message: Message } }
  | { readonly fault: string }
);

/** Fewer files are read sooner than a thread is started. */
const worthThreads = 4;

/** Where the build puts the thread's program; in a checkout that was not built there is none, and files are read one by one. */
function threadProgram(): string | null {
  return (
    [join(import.meta.dirname, 'reading-worker.mjs'), join(import.meta.dirname, '..', 'reading-worker.mjs')].find(
      (path) => existsSync(path),
    ) ?? null
  );
}

/** Reads the files over the machine's cores and yields them in the order given. */
export async function* readMany(paths: readonly string[], recipe: Recipe | undefined): AsyncGenerator<Outcome> {
  const program = threadProgram();
  if (program === null || paths.length < worthThreads) {
    for (const path of paths) yield await readOne(path, recipe);
    return;
  }
  const pool = new Pool(program, Math.min(availableParallelism(), paths.length), recipe);
  try {
    yield* pool.read(paths);
  } finally {
    await pool.close();
  }
}

/** Each thread has one file at a time; no more are read ahead than a few for each, so that memory stays flat. */
class Pool {
  private readonly workers: readonly Worker[];
  private readonly waiting = new Map<
    number,
    { readonly resolve: (outcome: Outcome) => void; readonly reject: (error: Error) => void }
  >();

  constructor(program: string, size: number, recipe: Recipe | undefined) {
    this.workers = Array.from({ length: size }, () => new Worker(program, { workerData: { recipe } }));
    for (const worker of this.workers) {
      worker.on('message', (answer: Answer) => this.settle(answer));
      worker.on('error', (error) => this.fail(error instanceof Error ? error : new Error(String(error))));
    }
  }

  async *read(paths: readonly string[]): AsyncGenerator<Outcome> {
    const ahead: Promise<Outcome>[] = [];
    for (const [number, path] of paths.entries()) {
      ahead.push(this.send(number, path));
      if (ahead.length >= this.workers.length * 3) yield await (ahead.shift() as Promise<Outcome>);
    }
    for (const outcome of ahead) yield await outcome;
  }

  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.terminate()));
  }

  private send(number: number, path: string): Promise<Outcome> {
    const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
    // Whoever is not awaited yet must not count as unhandled; the error comes when its turn does.
    promise.catch(() => undefined);
    this.waiting.set(number, { resolve, reject });
    this.workers[number % this.workers.length]?.postMessage({ number, path } satisfies Errand);
    return promise;
  }

  private settle(answer: Answer): void {
    const waiting = this.waiting.get(answer.number);
    this.waiting.delete(answer.number);
    if ('fault' in answer) waiting?.reject(new Error(answer.fault));
    else if ('refused' in answer)
      waiting?.resolve({
        path: answer.path,
        refusal: new Refusal(answer.refused.id, answer.refused.status, answer.refused.message),
      });
    else waiting?.resolve({ path: answer.path, read: answer.read });
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
