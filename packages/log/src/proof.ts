import { base64Of, bytesOfBase64, decimal, textOf, utf8 } from './bytes.ts';
import { openCheckpoint, type CheckpointFault, type Cosigned, type SignedCheckpoint } from './checkpoint.ts';
import { isOpenedBy, parseLeaf, saltLength, type Leaf, type Opened } from './leaf.ts';
import type { VerifierKey, VerifySignature } from './note.ts';
import { hashLength, leafHash, provesInclusion, type Sha256 } from './tree.ts';

/** c2sp.org/tlog-proof. Its extra data is the leaf, and what of it is opened. */
export interface TlogProof {
  readonly entry: Uint8Array;
  readonly opened: readonly Opened[];
  /** From 0. */
  readonly index: number;
  readonly path: readonly Uint8Array[];
  /** As the log signed it, with its signatures. */
  readonly checkpoint: string;
}

const head = 'c2sp.org/tlog-proof@v1';

export function printProof({ entry, opened, index, path, checkpoint }: TlogProof): string {
  const lines = opened.map(({ name, salt, value }) => `${name} ${base64Of(salt)} ${base64Of(value)}\n`);
  const extra = base64Of(utf8(`${textOf(entry)}\n${lines.join('')}`));
  return [head, `extra ${extra}`, `index ${index}`, ...path.map(base64Of), '', checkpoint].join('\n');
}

/** A tree of 2⁶³ leaves has paths of 63. */
const longestPath = 63;

/** null where the text is no proof of ours to the letter. */
export function parseProof(text: string): TlogProof | null {
  const end = text.indexOf('\n\n');
  if (end < 0) return null;
  const [first, extraLine = '', indexLine = '', ...hashes] = text.slice(0, end).split('\n');
  if (first !== head || !extraLine.startsWith('extra ') || !indexLine.startsWith('index ')) return null;
  const index = decimal(indexLine.slice('index '.length));
  const path = hashes.map(bytesOfBase64);
  const extra = bytesOfBase64(extraLine.slice('extra '.length));
  if (index === null || extra === null || path.length > longestPath) return null;
  if (!path.every((hash) => hash?.length === hashLength)) return null;
  const read = parseExtra(extra);
  return read === null ? null : { ...read, index, path: path as Uint8Array[], checkpoint: text.slice(end + 2) };
}

function parseExtra(bytes: Uint8Array): Pick<TlogProof, 'entry' | 'opened'> | null {
  let text;
  try {
    text = textOf(bytes);
  } catch {
    return null;
  }
  const end = text.indexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return null;
  const opened = [];
  for (const line of text
    .slice(end + 2)
    .split('\n')
    .slice(0, -1)) {
    const [name = '', salt = '', value = '', ...rest] = line.split(' ');
    const [saltBytes, valueBytes] = [bytesOfBase64(salt), bytesOfBase64(value)];
    if (saltBytes?.length !== saltLength || valueBytes === null || rest.length > 0) return null;
    opened.push({ name, salt: saltBytes, value: valueBytes });
  }
  return { entry: utf8(text.slice(0, end + 1)), opened };
}

/** What a proof proves: that this leaf stands in the log under this checkpoint, and says what is opened. */
export interface Proven {
  readonly leaf: Leaf;
  readonly opened: readonly Opened[];
  readonly checkpoint: SignedCheckpoint;
  readonly cosigned: readonly Cosigned[];
}

export type ProofFault = CheckpointFault | 'no-proof' | 'no-leaf' | 'of-another-leaf' | 'not-included' | 'not-opened';

/** Looks at everything that a proof says. Only what comes back as proven may be believed of it. */
export async function openProof(
  { sha256, verify }: { readonly sha256: Sha256; readonly verify: VerifySignature },
  text: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Promise<Proven | ProofFault> {
  const proof = parseProof(text);
  if (proof === null) return 'no-proof';
  const signed = await openCheckpoint(verify, proof.checkpoint, log, witnesses);
  if (typeof signed === 'string') return signed;
  const { checkpoint, cosigned } = signed;
  const leaf = parseLeaf(proof.entry);
  if (leaf === null) return 'no-leaf';
  if (leaf.position !== proof.index + 1) return 'of-another-leaf';
  const hash = leafHash(sha256, proof.entry);
  if (!provesInclusion(sha256, hash, proof.index, checkpoint.size, proof.path, checkpoint.root)) return 'not-included';
  if (!proof.opened.every((one) => isOpenedBy(sha256, leaf, one))) return 'not-opened';
  return { leaf, opened: proof.opened, checkpoint, cosigned };
}
