import { expect, test } from 'vitest';
import { madePdf, ruled, say } from '../pdf/made-pdf.ts';
import { readPdf } from '../pdf/read-pdf.ts';
import { readPdfOnCores } from './pdf-on-cores.ts';

test('a short file is read in this thread, and the same', async () => {
  const bytes = madePdf([{ content: ruled([50, 150, 250], [700, 680]) + say('Name', 55, 686) + say('Sum', 155, 686) }]);
  const file = { name: 'made.pdf', bytes };
  expect(await readPdfOnCores(file, 2)).toEqual(await readPdf(file));
});
