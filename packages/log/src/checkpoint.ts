import { base64Of, bytesOfBase64, decimal } from './bytes.ts';
import { checkSignature, parseNote, type Note, type VerifierKey, type VerifySignature } from './note.ts';
import { hashLength, type Head } from './tree.ts';

/** c2sp.org/tlog-checkpoint, without extension lines. */
export interface Checkpoint extends Head {
  readonly origin: string;
}

export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${base64Of(root)}\n`;
}

/** null where the text is no checkpoint of ours: one with extension lines is none. */
export function parseCheckpointText(text: string): Checkpoint | null {
  const [origin = '', size = '', hash = '', ...rest] = text.split('\n');
  const leaves = decimal(size);
  const root = bytesOfBase64(hash);
  if (origin === '' || leaves === null || root?.length !== hashLength || rest.length !== 1 || rest[0] !== '')
    return null;
  return { origin, size: leaves, root };
}

export interface SignedCheckpoint extends Checkpoint {
  readonly note: Note;
}

/** What is wrong with a checkpoint, in the order in which it is looked for. */
export type CheckpointFault = 'no-checkpoint' | 'of-another-log' | 'not-signed' | 'forged';

export interface Cosigned {
  readonly by: VerifierKey;
  /** Since 1970. */
  readonly seconds: number;
}

/** Takes the log's signature and those of known witnesses as they are found; unknown ones are passed over. */
export async function openCheckpoint(
  verify: VerifySignature,
  text: string,
  log: VerifierKey,
  witnesses: readonly VerifierKey[] = [],
): Promise<{ readonly checkpoint: SignedCheckpoint; readonly cosigned: readonly Cosigned[] } | CheckpointFault> {
  const note = parseNote(text);
  const checkpoint = note === null ? null : parseCheckpointText(note.text);
  if (note === null || checkpoint === null) return 'no-checkpoint';
  if (checkpoint.origin !== log.name) return 'of-another-log';
  let isSigned = false;
  const cosigned: Cosigned[] = [];
  for (const line of note.signatures) {
    for (const key of [log, ...witnesses]) {
      const found = await checkSignature(verify, key, note.text, line);
      if (found === 'of-another-key') continue;
      if (found === 'forged') return 'forged';
      if (key === log) isSigned = true;
      else if (found.seconds !== null) cosigned.push({ by: key, seconds: found.seconds });
    }
  }
  if (!isSigned) return 'not-signed';
  return { checkpoint: { ...checkpoint, note }, cosigned };
}
