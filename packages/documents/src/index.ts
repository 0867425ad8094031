export type { SourceFile } from './reader.ts';
export { openDocument } from './open.ts';
export { sniff } from './sniff.ts';
export { decodeText } from './decode.ts';
