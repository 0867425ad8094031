import {
  createPrivateKey,
  createPublicKey,
  hash,
  createHash,
  randomBytes,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto';
import { base64Of, bytesOfBase64, bytesOfHex, hexOf, joined, sameBytes } from '../bytes.ts';
import { verifierKey, type Sign, type SignatureType, type VerifierKey, type VerifySignature } from '../note.ts';
import type { Sha256 } from '../tree.ts';

/** A few short parts are put together here: hashing them at once costs half of hashing them one by one. */
const together = new Uint8Array(4_096);

export const sha256: Sha256 = (...parts) => {
  let length = 0;
  for (const part of parts) length += part.length;
  return bytesOfBinary(
    length > together.length ? digestOf(parts) : hash('sha256', joinedShort(parts, length), 'binary'),
  );
};

/** A digest as a text, a byte a character, costs a third of one as a Buffer, for which memory is asked of the system. */
function bytesOfBinary(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

function joinedShort(parts: readonly Uint8Array[], length: number): Uint8Array {
  let at = 0;
  for (const part of parts) {
    together.set(part, at);
    at += part.length;
  }
  return together.subarray(0, length);
}

function digestOf(parts: readonly Uint8Array[]): string {
  const hashing = createHash('sha256');
  for (const part of parts) hashing.update(part);
  return hashing.digest('binary');
}

// The fixed beginnings of a 32-byte Ed25519 key in the forms that Node takes (RFC 8410).
const publicForm = Buffer.from('302a300506032b6570032100', 'hex');
const privateForm = Buffer.from('302e020100300506032b657004220420', 'hex');

export const verifyEd25519: VerifySignature = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([publicForm, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};

/** A key that signs, with the key that verifies what it signed. */
export interface SigningKey {
  readonly verifier: VerifierKey;
  readonly sign: Sign;
  /** As it is kept in a file: the form of golang.org/x/mod/sumdb/note. Never shown. */
  readonly secret: string;
}

export function newSigningKey(name: string, type: SignatureType): SigningKey {
  return signingKey(name, type, randomBytes(32));
}

const typeBytes = { log: 0x01, cosignature: 0x04 } as const;

function signingKey(name: string, type: SignatureType, seed: Uint8Array): SigningKey {
  const key = createPrivateKey({ key: Buffer.concat([privateForm, seed]), format: 'der', type: 'pkcs8' });
  const verifier = verifierKey(sha256, name, type, publicBytes(key));
  const secret = `PRIVATE+KEY+${name}+${hexOf(verifier.id)}+${base64Of(joined(Uint8Array.of(typeBytes[type]), seed))}`;
  return { verifier, sign: (message) => sign(null, message, key), secret };
}

function publicBytes(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(publicForm.length);
}

/** null where the text is no signing key of a kind that we know, or its parts are not of one key. */
export function parseSigningKey(text: string): SigningKey | null {
  const [, name = '', id = '', base64 = ''] =
    /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)$/.exec(text.trim()) ?? [];
  const bytes = bytesOfBase64(base64);
  const hashed = bytesOfHex(id);
  if (bytes === null || hashed === null || bytes.length !== 33) return null;
  const type = bytes[0] === typeBytes.log ? 'log' : bytes[0] === typeBytes.cosignature ? 'cosignature' : null;
  if (type === null) return null;
  const key = signingKey(name, type, bytes.subarray(1));
  return sameBytes(key.verifier.id, hashed) ? key : null;
}
