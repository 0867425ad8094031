/* oxlint-disable no-underscore-dangle -- pdf.js calls its own so */
import { expect, test } from 'vitest';
import { mostDrawn } from '../build/bounds.ts';
import { openPdf, pdfEngine } from './engine.ts';
import { madePdf, say } from './made-pdf.ts';
import { operatorsOf, TooMuchDrawn } from './operator-list.ts';

async function pageOf(content: string) {
  const pdf = await openPdf({ name: 'made.pdf', bytes: madePdf([{ content }]) });
  return pdf.getPage(1);
}

test('a page’s operators come whole', async () => {
  const { pdfjs } = await pdfEngine();
  const list = await operatorsOf(await pageOf(say('Text', 50, 700)), pdfjs.OPS);
  expect(list.fnArray).toContain(pdfjs.OPS.showText);
});

test('pdf.js makes no more of them once they are too many', async () => {
  const { pdfjs } = await pdfEngine();
  const page = await pageOf('q Q '.repeat(2 * mostDrawn.operators));
  await expect(operatorsOf(page, pdfjs.OPS)).rejects.toBeInstanceOf(TooMuchDrawn);
  expect((page as unknown as { readonly _intentStates: Map<string, unknown> })._intentStates.size).toBe(0);
});
