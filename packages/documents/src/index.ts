import type { Document } from '@guankao/domain';

/** A file as it was given: nothing about it is believed but its bytes. */
export interface SourceFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Throws a Refusal for a file that cannot be read at all. */
export async function openDocument(_file: SourceFile): Promise<Document> {
  throw new Error('being built');
}
