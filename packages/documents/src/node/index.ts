export { openPdf } from '../pdf/engine.ts';
export { readPdfOnCores } from './pdf-on-cores.ts';
export { TakingApart, type Part } from '../mail/take-apart.ts';
