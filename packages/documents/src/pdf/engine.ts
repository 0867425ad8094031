import { Refusal } from '@guankao/domain';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { mostPages, mostPixels } from '../build/bounds.ts';
import { damaged, tooLarge } from '../build/refusals.ts';
import { encryptedFile } from '../refusals.ts';
import type { SourceFile } from '../reader.ts';
import { tolerateLooseRejections } from './loose-rejections.ts';
import { refuseBombs } from './packed-streams.ts';

export type Engine = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/**
 * pdf.js, and where its tables of characters and its fonts lie. Without the tables old PDFs, whose Big5 or UniCNS
 * fonts are not embedded, read as empty without a word.
 */
export interface PdfEngine {
  readonly pdfjs: Engine;
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  /** Hands out the tables where there is neither a file system nor a network. */
  readonly BinaryDataFactory?: new () => object;
}

let loaded: Promise<PdfEngine> | undefined;
let loading: () => Promise<PdfEngine> = load;

/** In a browser pdf.js comes with the program, and its tables from wherever the page keeps them. */
export function usePdfEngine(other: () => Promise<PdfEngine>): void {
  loading = other;
}

/** Loaded once, when the first PDF is opened. */
export function pdfEngine(): Promise<PdfEngine> {
  loaded ??= loading();
  return loaded;
}

async function load(): Promise<PdfEngine> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  tolerateLooseRejections();
  const folder = new URL('.', import.meta.resolve('pdfjs-dist/package.json'));
  const within = (name: string): string => pathOf(new URL(name, folder));
  return { pdfjs, cMapUrl: within('cmaps/'), standardFontDataUrl: within('standard_fonts/') };
}

/** Where the package is a folder, pdf.js wants a path and not a file: address. */
function pathOf(url: URL): string {
  if (url.protocol !== 'file:') return url.href;
  return decodeURIComponent(url.pathname).replace(/^\/([A-Za-z]:)/, '$1');
}

/**
 * Throws a Refusal for a PDF that is protected, cut off beyond repair, beyond the bounds, or none at all. Scripts in it are
 * never run. `isChecked`: what is packed in it was counted before (`refuseBombs`).
 */
export async function openPdf(
  file: SourceFile,
  { pictures = false, isChecked = false }: { readonly pictures?: boolean; readonly isChecked?: boolean } = {},
): Promise<PDFDocumentProxy> {
  if (!isChecked) refuseBombs(file);
  const { pdfjs, cMapUrl, standardFontDataUrl, BinaryDataFactory } = await pdfEngine();
  const task = pdfjs.getDocument({
    // pdf.js takes the bytes for itself; the caller's stay whole.
    data: new Uint8Array(file.bytes),
    cMapUrl,
    cMapPacked: true,
    standardFontDataUrl,
    ...(BinaryDataFactory === undefined ? {} : { BinaryDataFactory, useWorkerFetch: false, disableFontFace: true }),
    // To read, pictures are only counted, never decoded; to show a page, they are drawn.
    maxImageSize: pictures ? mostPixels : 1,
    enableXfa: false,
    useWasm: false,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > mostPages)
      throw tooLarge(file.name, `page ${mostPages + 1}`, { 'zh-Hant': `${mostPages} 頁`, en: `${mostPages} pages` });
    return pdf;
  } catch (fault) {
    await task.destroy();
    if (fault instanceof Refusal) throw fault;
    if (fault instanceof pdfjs.PasswordException) throw encryptedFile(file.name);
    throw damaged(file.name, 'PDF', fault instanceof Error ? fault.message : String(fault));
  }
}
