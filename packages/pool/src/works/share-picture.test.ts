import { expect, test } from 'vitest';
import { sharePicture, type SharedPlan } from './share-picture.ts';

const plan: SharedPlan = {
  title: '海岸復育計畫',
  whose: '範例部 113 年度',
  figures: [{ name: '執行率 R1', value: '35.97 %' }],
  fictional: true,
  site: '管考',
  note: null,
};
const widthAndHeight = (png: Uint8Array): number[] => [16, 20].map((at) => Buffer.from(png).readUInt32BE(at));

test('a picture of the size that previews ask for, small enough to be fetched at once', async () => {
  const png = await sharePicture(plan);
  expect(widthAndHeight(png)).toEqual([1_200, 630]);
  expect(png.length).toBeLessThan(100_000);
}, 30_000);

test('each plan has its own, also where its name has characters that the first face lacks, and the same each time', async () => {
  const [one, same, other, simplified, box] = await Promise.all(
    ['海岸復育計畫', '海岸復育計畫', '海岸復育計劃', '韧性', '\u{10fffe}性'].map((title) =>
      sharePicture({ ...plan, title }),
    ),
  );
  expect(one).toEqual(same);
  expect(one).not.toEqual(other);
  expect(simplified).not.toEqual(box);
}, 30_000);

test('a name that never ends stays on the picture', async () => {
  const png = await sharePicture({ ...plan, title: '長'.repeat(5_000) });
  expect(widthAndHeight(png)).toEqual([1_200, 630]);
}, 30_000);
