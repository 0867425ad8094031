import { Refusal } from '@guankao/domain';
import type { SourceFile } from '@guankao/documents';
import { openPdf } from '@guankao/documents/node';
import { families } from '@guankao/fonts';

/** Dots an inch of a page's picture: enough to read eight-point type beside the rows. */
const resolution = 110;
/** Pixels of a picture: a larger page is drawn smaller. A sheet of A3 has two million. */
const mostPixels = 16_000_000;

export interface PageOfFile {
  readonly file: SourceFile;
  /** 1 is the first. */
  readonly page: number;
}

/** One page of a PDF as a PNG, to be looked at beside what was read of it. Throws a Refusal for a page that is not there. */
export async function pagePicture({ file, page }: PageOfFile): Promise<Uint8Array> {
  const { createCanvas } = await canvasWithFonts();
  const pdf = await openPdf(file, { pictures: true });
  try {
    if (page < 1 || page > pdf.numPages) {
      throw new Refusal('no-such-page', 404, {
        'zh-Hant': `這份檔案有 ${pdf.numPages} 頁，沒有第 ${page} 頁。`,
        en: `this file has ${pdf.numPages} pages; there is no page ${page}.`,
      });
    }
    const source = await pdf.getPage(page);
    const { width, height } = source.getViewport({ scale: 1 });
    const scale = Math.min(resolution / 72, Math.sqrt(mostPixels / (width * height)));
    const viewport = source.getViewport({ scale });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // pdf.js draws on this canvas as on a browser's: it has the same methods.
    await source.render({ canvas: canvas as unknown as HTMLCanvasElement, viewport }).promise;
    return new Uint8Array(await canvas.encode('png'));
  } finally {
    await pdf.loadingTask.destroy();
  }
}

let loaded: Promise<typeof import('@napi-rs/canvas')> | undefined;

/** Loaded when the first page is asked for: most servers draw none. */
function canvasWithFonts(): Promise<typeof import('@napi-rs/canvas')> {
  loaded ??= loadCanvas();
  return loaded;
}

/** Old PDFs name fonts that they do not carry; pdf.js then draws in whatever goes by these names. */
async function loadCanvas(): Promise<typeof import('@napi-rs/canvas')> {
  const canvas = await import('@napi-rs/canvas');
  const [first] = families();
  if (first === undefined || canvas.GlobalFonts.registerFromPath(first.regular, first.name) === null)
    throw new Error(`no font in ${first?.regular}`);
  for (const name of ['sans-serif', 'serif', 'monospace']) canvas.GlobalFonts.setAlias(first.name, name);
  return canvas;
}
