import { base64Of, bytesOfBase64, bytesOfHex, hexOf, joined, sameBytes, utf8 } from './bytes.ts';
import type { Sha256 } from './tree.ts';

/** c2sp.org/signed-note and c2sp.org/tlog-cosignature, with Ed25519 alone. */
export type SignatureType = 'log' | 'cosignature';
const typeBytes = { log: 0x01, cosignature: 0x04 } as const;

export interface VerifierKey {
  readonly name: string;
  readonly type: SignatureType;
  /** 32 bytes, by RFC 8032. */
  readonly publicKey: Uint8Array;
  /** 4 bytes. */
  readonly id: Uint8Array;
}

/** Ed25519, handed in. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean | Promise<boolean>;
export type Sign = (message: Uint8Array) => Uint8Array;

export function verifierKey(sha256: Sha256, name: string, type: SignatureType, publicKey: Uint8Array): VerifierKey {
  const id = sha256(utf8(`${name}\n`), Uint8Array.of(typeBytes[type]), publicKey).slice(0, 4);
  return { name, type, publicKey, id };
}

/** `name+id+key` on one line. */
export function printVerifierKey({ name, type, publicKey, id }: VerifierKey): string {
  return `${name}+${hexOf(id)}+${base64Of(joined(Uint8Array.of(typeBytes[type]), publicKey))}`;
}

/** null where the text is no verifier key of a kind that we know. */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey | null {
  const [, name = '', id = '', key = ''] = /^([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = bytesOfBase64(key);
  const hash = bytesOfHex(id);
  if (bytes === null || hash === null || bytes.length !== 33) return null;
  const type = bytes[0] === typeBytes.log ? 'log' : bytes[0] === typeBytes.cosignature ? 'cosignature' : null;
  if (type === null) return null;
  const made = verifierKey(sha256, name, type, bytes.slice(1));
  return sameBytes(made.id, hash) ? made : null;
}

export interface SignatureLine {
  readonly name: string;
  readonly id: Uint8Array;
  /** What follows the key's id. */
  readonly signature: Uint8Array;
}

export interface Note {
  /** With its last newline. */
  readonly text: string;
  readonly signatures: readonly SignatureLine[];
}

/** Bounds what is looked at, far above the 16 signatures that every verifier takes. */
const longestNote = 1_000_000;
const mostSignatures = 100;

/** null where the text is no signed note to the letter. */
export function parseNote(text: string): Note | null {
  // oxlint-disable-next-line no-control-regex
  if (text.length > longestNote || !text.isWellFormed() || /[\u0000-\u0009\u000b-\u001f]/.test(text)) return null;
  const end = text.lastIndexOf('\n\n');
  if (end < 0 || !text.endsWith('\n')) return null;
  const lines = text.slice(end + 2, -1).split('\n');
  if (lines.length > mostSignatures) return null;
  const signatures = lines.map(parseSignatureLine);
  if (signatures.some((line) => line === null)) return null;
  return { text: text.slice(0, end + 1), signatures: signatures as readonly SignatureLine[] };
}

function parseSignatureLine(line: string): SignatureLine | null {
  const [, name = '', base64 = ''] = /^\u2014 ([^\s+]+) (\S+)$/u.exec(line) ?? [];
  const bytes = bytesOfBase64(base64);
  if (name === '' || bytes === null || bytes.length < 5) return null;
  return { name, id: bytes.slice(0, 4), signature: bytes.slice(4) };
}

/** With its newline. */
function printSignatureLine({ name, id, signature }: SignatureLine): string {
  return `\u2014 ${name} ${base64Of(joined(id, signature))}\n`;
}

export function printNote({ text, signatures }: Note): string {
  return `${text}\n${signatures.map(printSignatureLine).join('')}`;
}

export function signNote(text: string, key: VerifierKey, sign: Sign): SignatureLine {
  return { name: key.name, id: key.id, signature: sign(utf8(text)) };
}

/** `seconds` since 1970. */
export function cosignNote(text: string, key: VerifierKey, sign: Sign, seconds: number): SignatureLine {
  const time = new Uint8Array(8);
  new DataView(time.buffer).setBigUint64(0, BigInt(seconds));
  return { name: key.name, id: key.id, signature: joined(time, sign(utf8(cosigned(text, seconds)))) };
}

function cosigned(text: string, seconds: number): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

/** `of`: the line is by another key; `seconds`: when a cosignature was made. */
export type Checked = 'of-another-key' | 'forged' | { readonly seconds: number | null };

export async function checkSignature(
  verify: VerifySignature,
  key: VerifierKey,
  text: string,
  line: SignatureLine,
): Promise<Checked> {
  if (line.name !== key.name || !sameBytes(line.id, key.id)) return 'of-another-key';
  if (key.type === 'log') {
    const isGood = line.signature.length === 64 && (await verify(key.publicKey, utf8(text), line.signature));
    return isGood ? { seconds: null } : 'forged';
  }
  if (line.signature.length !== 72) return 'forged';
  const view = new DataView(line.signature.buffer, line.signature.byteOffset, 8);
  const seconds = Number(view.getBigUint64(0));
  if (!Number.isSafeInteger(seconds)) return 'forged';
  const isGood = await verify(key.publicKey, utf8(cosigned(text, seconds)), line.signature.slice(8));
  return isGood ? { seconds } : 'forged';
}
