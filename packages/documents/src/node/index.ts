export { openPdf } from '../pdf/engine.ts';
export { readPdfOnCores } from './pdf-on-cores.ts';
