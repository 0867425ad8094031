import type { Finding } from '@guankao/domain';
import type { Reading } from '@guankao/reading';
import { version } from '../settings.ts';

/** What `guankao check --proofs` prints for a file: all that a verifier needs beside the document's text (`verify/`). */
export interface Proofs {
  readonly schema: 'guankao/proofs@1';
  readonly program: string;
  readonly document: Pick<Reading['document'], 'name' | 'sha256' | 'mediaType'>;
  readonly filing: Reading['filing'];
  readonly findings: readonly Finding[];
}

export function proofsOf({ document, filing }: Reading, findings: readonly Finding[]): Proofs {
  const { name, sha256, mediaType } = document;
  return {
    schema: 'guankao/proofs@1',
    program: `guankao ${version}`,
    document: { name, sha256, mediaType },
    filing,
    findings,
  };
}
