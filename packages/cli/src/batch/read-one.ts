import { Refusal } from '@guankao/domain';
import { read, type Read, type Recipe } from '@guankao/reading';
import { load } from '../files.ts';

/** What of a read file the commands use, and a thread can hand over. */
export type ReadFile = Pick<Read, 'reading' | 'bugs' | 'idle'>;

/** One path and what became of it. A bad file does not stop the rest. */
export type Outcome =
  | { readonly path: string; readonly read: ReadFile }
  | { readonly path: string; readonly refusal: Refusal };

export async function readOne(path: string, recipe: Recipe | undefined): Promise<Outcome> {
  try {
    const { reading, bugs, idle } = await read(await load(path), recipe);
    return { path, read: { reading, bugs, idle } };
  } catch (error) {
    if (error instanceof Refusal) return { path, refusal: error };
    throw error;
  }
}
