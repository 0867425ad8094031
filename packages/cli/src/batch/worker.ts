/* oxlint-disable unicorn/require-post-message-target-origin -- these are threads, not windows */
import { parentPort, workerData } from 'node:worker_threads';
import type { Recipe } from '@guankao/reading';
import { readOne } from './read-one.ts';
import type { Answer, Errand } from './pool.ts';

const { recipe } = workerData as { readonly recipe: Recipe | undefined };

parentPort?.on('message', async ({ number, path }: Errand) => {
  const outcome = await readOne(path, recipe).catch((error: unknown) => ({
    path,
    fault: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const answer: Answer =
    'refusal' in outcome
      ? {
          number,
          path,
          refused: { id: outcome.refusal.id, status: outcome.refusal.status, message: outcome.refusal.inBothLanguages },
        }
      : { number, ...outcome };
  parentPort?.postMessage(answer);
});
