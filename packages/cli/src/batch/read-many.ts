import { Refusal } from '@guankao/domain';
import { read, type Recipe } from '@guankao/reading';
import { load } from '../files.ts';
import { readerOnCores, type FileReader, type ReadFile } from './file-reader.ts';

/** One path and what became of it. A bad file does not stop the rest. */
export type Outcome =
  | { readonly path: string; readonly read: ReadFile }
  | { readonly path: string; readonly refusal: Refusal };

/** Fewer files are read sooner than a process is started. */
const worthProcesses = 4;

/** Reads the files over the machine's cores and yields them in the order given. No more are read ahead than a few, so that memory stays flat. */
export async function* readMany(paths: readonly string[], recipe: Recipe | undefined): AsyncGenerator<Outcome> {
  if (paths.length < worthProcesses) {
    for (const path of paths) yield await outcomeOf({ read }, path, recipe);
    return;
  }
  const reader = readerOnCores(paths.length);
  const ahead: Promise<Outcome>[] = [];
  try {
    for (const path of paths) {
      const outcome = outcomeOf(reader, path, recipe);
      // Whoever is not awaited yet must not count as unhandled; the error comes when its turn does.
      outcome.catch(() => undefined);
      ahead.push(outcome);
      if (ahead.length > reader.width * 2) yield await (ahead.shift() as Promise<Outcome>);
    }
    for (const outcome of ahead) yield await outcome;
  } finally {
    await reader.close();
  }
}

async function outcomeOf(reader: Pick<FileReader, 'read'>, path: string, recipe: Recipe | undefined): Promise<Outcome> {
  try {
    const { reading, lookedAt, bugs, idle } = await reader.read(await load(path), recipe);
    return { path, read: { reading, lookedAt, bugs, idle } };
  } catch (error) {
    if (error instanceof Refusal) return { path, refusal: error };
    throw error;
  }
}
