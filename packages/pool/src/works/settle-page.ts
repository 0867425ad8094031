import { settlePage, type Reader, type Refused, type SettleView } from '@guankao/web';
import { readFile, type FileAndRecipe } from './read-file.ts';

export interface PageToSettle extends FileAndRecipe {
  readonly reader: Reader;
  readonly view: Omit<SettleView, 'reading' | 'idle'>;
  readonly refused: Refused | null;
}

/** The page on which a filing's reading is settled: the file is read anew, and of its reading only the page travels. */
export async function pageToSettle({ file, recipe, reader, view, refused }: PageToSettle): Promise<string> {
  const { reading, idle } = await readFile({ file, recipe });
  return settlePage(reader, { ...view, reading, idle }, refused);
}
