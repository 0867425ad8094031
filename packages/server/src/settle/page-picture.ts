import { Refusal } from '@guankao/domain';
import { openPdf } from '@guankao/documents/node';
import { families } from '@guankao/fonts';

/** Dots an inch of a page's picture: enough to read eight-point type beside the rows. */
const resolution = 110;

/** One page of a PDF as a PNG, to be looked at beside what was read of it. Throws a Refusal for a page that is not there. */
export async function pagePicture(name: string, bytes: Uint8Array, page: number): Promise<Uint8Array> {
  const { createCanvas } = await canvasWithFonts();
  const pdf = await openPdf({ name, bytes }, { pictures: true });
  try {
    if (page < 1 || page > pdf.numPages) {
      throw new Refusal('no-such-page', 404, {
        'zh-Hant': `這份檔案有 ${pdf.numPages} 頁，沒有第 ${page} 頁。`,
        en: `this file has ${pdf.numPages} pages; there is no page ${page}.`,
      });
    }
    const source = await pdf.getPage(page);
    const viewport = source.getViewport({ scale: resolution / 72 });
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
