import type { SourceFile } from '@guankao/documents';
import { read, type Read, type Recipe } from '@guankao/reading';

/** Of what was read, all that travels and is used. */
export type ReadFile = Pick<Read, 'reading' | 'lookedAt' | 'bugs' | 'idle'>;

export interface FileAndRecipe {
  readonly file: SourceFile;
  /** What a person settled about this file. */
  readonly recipe?: Recipe | undefined;
}

/** A filing from its file. */
export async function readFile({ file, recipe }: FileAndRecipe): Promise<ReadFile> {
  const { reading, lookedAt, bugs, idle } = await read(file, recipe);
  return { reading, lookedAt, bugs, idle };
}
