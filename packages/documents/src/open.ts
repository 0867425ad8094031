import type { Document } from '@guankao/domain';
import type { SourceFile } from './reader.ts';
import { readers } from './readers.ts';
import { sniff } from './sniff.ts';

/**
 * Opens a file by what is in it; its name is only a name.
 * Throws a Refusal for a file that cannot be read at all.
 */
export async function openDocument({ name, bytes }: SourceFile): Promise<Document> {
  // A Buffer is a Uint8Array and yet not taken for one by every engine.
  const file = { name, bytes: new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length) };
  return readers[sniff(file)](file);
}
