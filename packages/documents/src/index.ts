export type { SourceFile } from './reader.ts';
export { openDocument } from './open.ts';
export { formFile } from './form/form-file.ts';
export { typedDocument } from './form/typed-document.ts';
export { attachmentKind } from './attachment/kind.ts';
export { sniff } from './sniff.ts';
export { decodeText } from './decode.ts';
export { usePdfEngine } from './pdf/engine.ts';
export { sha256Of } from './fingerprint.ts';
