import { sameBytes, type Proven } from '@guankao/log';

export async function hashOf(file: File): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', await file.arrayBuffer()));
}

/** The line of a proof that opens a file with this hash; none where it is of other files. */
export function lineOf({ opened }: Proven, hash: Uint8Array): Proven['opened'][number] | undefined {
  return opened.find(({ name, value }) => name.startsWith('bytes/') && sameBytes(value, hash));
}
