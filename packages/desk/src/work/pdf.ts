import { unzipSync } from 'fflate';
import { usePdfEngine } from '@guankao/documents';

/**
 * pdf.js without a network, without a second worker and without a file system: it works in the thread that it is in,
 * and its tables of characters come out of one archive, fetched when the first old PDF asks for one.
 */
export function preparePdf(tables: () => Promise<Uint8Array>): void {
  usePdfEngine(async () => {
    const [pdfjs] = await Promise.all([
      import('pdfjs-dist/legacy/build/pdf.mjs'),
      // It leaves itself where pdf.js looks for the half that reads.
      import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
    ]);
    return { pdfjs, cMapUrl: 'cmaps/', standardFontDataUrl: 'fonts/', BinaryDataFactory: fromArchive(tables) };
  });
}

/** Hands out the files of the archive by their names; fonts are not in it: text is read without drawing it. */
function fromArchive(tables: () => Promise<Uint8Array>): new () => object {
  let files: Promise<Readonly<Record<string, Uint8Array>>> | undefined;
  return class Tables {
    async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
      files ??= tables().then((archive) => unzipSync(archive));
      const file = (await files)[filename];
      if (file === undefined) throw new Error(`no ${filename} among the tables`);
      return file;
    }
  };
}
