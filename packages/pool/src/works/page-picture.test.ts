import { Refusal } from '@guankao/domain';
import { expect, test } from 'vitest';
import { madePdf, sayBig5 } from '../../../documents/src/pdf/made-pdf.ts';
import { pagePicture } from './page-picture.ts';

/** Four characters in Big5, by their bytes, in a font that the PDF names and does not carry. */
const pictureOf = (hex: string) =>
  pagePicture({ file: { name: 'old.pdf', bytes: madePdf([{ content: sayBig5(hex, 50, 700, 40) }]) }, page: 1 });

test('an old PDF without its fonts is drawn in ours: different texts look different, so they are no boxes', async () => {
  const [one, other, same] = await Promise.all([
    pictureOf('adabb4c1ad70b5e5'),
    pictureOf('a4a4a4e5a4a4a4e5'),
    pictureOf('a4a4a4e5a4a4a4e5'),
  ]);
  expect(Buffer.from(other).equals(same)).toBe(true);
  expect(Buffer.from(one).equals(other)).toBe(false);
});

test('a page that is not there is refused', async () => {
  await expect(pagePicture({ file: { name: 'old.pdf', bytes: madePdf([{ content: '' }]) }, page: 2 })).rejects.toThrow(
    Refusal,
  );
});
