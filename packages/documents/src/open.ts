import type { Document } from '@guankao/domain';
import type { SourceFile } from './reader.ts';
import { readers } from './readers.ts';
import { sniff } from './sniff.ts';

/**
 * Opens a file by what is in it; its name is only a name.
 * Throws a Refusal for a file that cannot be read at all.
 */
export async function openDocument(file: SourceFile): Promise<Document> {
  return readers[sniff(file)](file);
}
