import type { Document } from '@guankao/domain';

/** A file as it was given: nothing about it is believed but its bytes. */
export interface SourceFile {
  /** Without its folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** One format's way from bytes to a Document. Throws a Refusal for a file that cannot be read at all. */
export type Reader = (file: SourceFile) => Promise<Document>;

/** What `sniff` can tell a file to be, and `readers` has an entry for. */
export type Format = 'text' | 'csv' | 'html' | 'pdf' | 'ods' | 'odt' | 'xlsx' | 'docx' | 'form';
