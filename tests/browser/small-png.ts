import { crc32, deflateSync } from 'node:zlib';
import { createCanvas, loadImage } from '@napi-rs/canvas';

/** A PNG of 256 colours at most, a third as large: what a page is drawn in are a few inks and the steps between them. */
export async function smallPng(png: Uint8Array): Promise<Buffer> {
  const image = await loadImage(Buffer.from(png));
  const { width, height } = image;
  const pen = createCanvas(width, height).getContext('2d');
  pen.drawImage(image, 0, 0);
  const { data } = pen.getImageData(0, 0, width, height);
  const colours = Array.from({ length: width * height }, (_, dot) => {
    const at = dot * 4;
    return ((data[at] ?? 0) << 16) | ((data[at + 1] ?? 0) << 8) | (data[at + 2] ?? 0);
  });
  const { palette, placeOf } = paletteOf(colours);
  const lines = Buffer.alloc((width + 1) * height);
  for (const [dot, colour] of colours.entries())
    lines[Math.floor(dot / width) * (width + 1) + 1 + (dot % width)] = placeOf.get(colour) ?? 0;
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits a dot, which name a colour of the palette.
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(lines, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

const partsOf = (colour: number): readonly [number, number, number] => [
  colour >> 16,
  (colour >> 8) & 255,
  colour & 255,
];

/** A colour and how many dots have it. */
type Counted = readonly [colour: number, dots: number];

const mostColours = 256;

/** Median cut: the box of colours that spreads widest is parted where half of its dots are on each side. */
function paletteOf(dots: readonly number[]): {
  readonly palette: readonly number[];
  readonly placeOf: ReadonlyMap<number, number>;
} {
  const counts = new Map<number, number>();
  for (const colour of dots) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  const boxes: (readonly Counted[])[] = [[...counts]];
  while (boxes.length < mostColours) {
    const widest = boxes.map((box) => spreadOf(box)[1] * Math.log2(1 + dotsIn(box)));
    const at = widest.indexOf(Math.max(...widest));
    const box = boxes[at];
    if (box === undefined || box.length < 2) break;
    boxes.splice(at, 1, ...halves(box));
  }
  const placeOf = new Map(boxes.flatMap((box, place) => box.map(([colour]) => [colour, place] as const)));
  return { palette: boxes.map(meanOf), placeOf };
}

const dotsIn = (box: readonly Counted[]): number => box.reduce((sum, [, count]) => sum + count, 0);

/** The part (red, green or blue) in which its colours differ most, and by how much. */
function spreadOf(box: readonly Counted[]): readonly [part: number, width: number] {
  const spreads = [0, 1, 2].map((part) => {
    const values = box.map(([colour]) => partsOf(colour)[part] ?? 0);
    return (
      values.reduce((most, value) => Math.max(most, value)) - values.reduce((least, value) => Math.min(least, value))
    );
  });
  const width = Math.max(...spreads);
  return [spreads.indexOf(width), width];
}

function halves(box: readonly Counted[]): readonly [readonly Counted[], readonly Counted[]] {
  const [part] = spreadOf(box);
  const sorted = box.toSorted(([a], [b]) => (partsOf(a)[part] ?? 0) - (partsOf(b)[part] ?? 0));
  const half = dotsIn(box) / 2;
  let before = 0;
  let at = 0;
  while (at < sorted.length - 1 && (at === 0 || before + (sorted[at]?.[1] ?? 0) <= half)) {
    before += sorted[at]?.[1] ?? 0;
    at += 1;
  }
  return [sorted.slice(0, at), sorted.slice(at)];
}

/** Of a box its most frequent colour, if most of its dots have it: paper stays paper. Else the mean. */
function meanOf(box: readonly Counted[]): number {
  const all = dotsIn(box);
  const [first, most] = box.reduce((best, one) => (one[1] > best[1] ? one : best));
  if (most * 2 >= all) return first;
  const [red, green, blue] = [0, 1, 2].map((part) =>
    Math.round(box.reduce((sum, [colour, count]) => sum + (partsOf(colour)[part] ?? 0) * count, 0) / all),
  );
  return ((red ?? 0) << 16) | ((green ?? 0) << 8) | (blue ?? 0);
}
