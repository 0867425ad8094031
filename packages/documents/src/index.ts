export type { Format, Reader, SourceFile } from './reader.ts';
export { openDocument } from './open.ts';
export { readers } from './readers.ts';
export { sniff } from './sniff.ts';
export { decodeText, type Decoded } from './decode.ts';
export { sha256Of } from './fingerprint.ts';
