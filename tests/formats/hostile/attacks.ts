import { strFromU8, strToU8, zlibSync } from 'fflate';
import { ods } from './growing.ts';
import { font, manyKids, onePage, pageOf, pdf, stream } from './pdf.ts';

/** A small file that is made to take the reader's time or memory. */
export interface Attack {
  readonly name: string;
  /** What it is read with; else it is refused as too large. */
  readonly notice?: string;
  bytes(): Uint8Array;
}

/** Each level draws the next ten times. */
function formDoubling(levels: number): Uint8Array {
  const { objects } = pageOf('/XObject << /X 6 0 R >>', '/X Do');
  const forms = Array.from({ length: levels }, (_, level) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> /XObject << /X ${level + 7} 0 R >> >>`,
      level === levels - 1 ? 'BT /F1 10 Tf 50 700 Td (text) Tj ET' : '/X Do '.repeat(10),
    ),
  );
  return pdf({ objects: [...objects, ...forms] });
}

/** Each level draws the next once: as deep as `levels`. */
function formChain(levels: number): Uint8Array {
  const { objects } = pageOf('/XObject << /X 6 0 R >>', '/X Do');
  const forms = Array.from({ length: levels }, (_, level) =>
    stream(
      `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X ${level + 7} 0 R >> >>`,
      level === levels - 1 ? 'q Q' : '/X Do',
    ),
  );
  return pdf({ objects: [...objects, ...forms] });
}

/** Content that is packed twice: some hundred bytes are many megabytes of blanks. */
function packedTwice(): Uint8Array {
  const once = zlibSync(new Uint8Array(64 * megabyte).fill(32), { level: 6 });
  const twice = strFromU8(zlibSync(once, { level: 9 }), true);
  const { objects } = pageOf('/Font << /F1 5 0 R >>', '');
  const content = `<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n${twice}\nendstream`;
  return pdf({ objects: objects.map((object, at) => (at === 3 ? content : object)) });
}

/** A page between two honest ones draws a form again and again. */
function oneOfThree(): Uint8Array {
  const page = (content: number): string =>
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 8 0 R >> /XObject << /X 9 0 R >> >> /Contents ${content} 0 R >>`;
  return pdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 3 /Kids [3 0 R 4 0 R 5 0 R] >>',
      page(6),
      page(7),
      page(6),
      stream('', 'BT /F1 10 Tf 50 700 Td (text) Tj ET'),
      stream('', '/X Do '.repeat(20_000)),
      font,
      stream('/Type /XObject /Subtype /Form /BBox [0 0 595 842]', 'q Q'),
    ],
  });
}

/** One stream of blanks, named by the page again and again. */
function sameContent(times: number): Uint8Array {
  return pdf({
    objects: [
      '<< /Type /Catalog /Pages 2 0 R >>',
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents [${'4 0 R '.repeat(times)}] >>`,
      stream('', ' '.repeat(900_000)),
    ],
  });
}

/** A table of characters that a font brings along. */
function characterMap(megabytes: number): Uint8Array {
  const { objects } = pageOf('/Font << /F1 6 0 R >>', 'BT /F1 10 Tf 50 700 Td (text) Tj ET');
  return pdf({
    objects: [...objects, font.replace('>>', '/ToUnicode 7 0 R >>'), stream('', ' '.repeat(megabyte), megabytes)],
  });
}

const megabyte = 1024 * 1024;
const repeated = (length: number, piece: string): string => piece.repeat(Math.ceil(length / piece.length));
const text = (name: string, make: () => string): Attack => ({ name, bytes: () => strToU8(make()) });

export const attacks: readonly Attack[] = [
  { name: 'form-doubling.pdf', bytes: () => formDoubling(10) },
  { name: 'form-chain.pdf', bytes: () => formChain(500) },
  { name: 'flate-ops.pdf', bytes: () => onePage(repeated(megabyte, '0 0 m 1 1 l S '), 200) },
  { name: 'flate-ops-small.pdf', bytes: () => onePage(repeated(megabyte, '1 0 0 RG 0 0 m 1 1 l S '), 20) },
  { name: 'many-operators.pdf', bytes: () => onePage(lines(150_000)) },
  { name: 'many-words.pdf', bytes: () => onePage(words(60_000)) },
  { name: 'many-boxes.pdf', bytes: () => onePage(boxes(150_000)) },
  { name: 'flate-blanks.pdf', bytes: () => onePage(' '.repeat(megabyte), 100) },
  { name: 'flate-twice.pdf', bytes: packedTwice },
  { name: 'same-content.pdf', bytes: () => sameContent(3_000) },
  { name: 'character-map.pdf', bytes: () => characterMap(80) },
  { name: 'one-of-three.pdf', notice: 'page-draws-too-much', bytes: oneOfThree },
  { name: 'count.pdf', bytes: () => manyPages(200_000) },
  text('wide.csv', () => repeated(6_000_000, '1,')),
  text('tall.csv', () => repeated(6_000_000, '甲,1\n')),
  text('tall-one-field.csv', () => repeated(6_000_000, '甲\n')),
  text('quotes.csv', () => `甲,乙\n${'"'.repeat(2_000_000)}`),
  text('quotes-apart.csv', () => `甲,乙\n${repeated(2_000_000, '",')}`),
  text('one-field.csv', () => `甲,乙\n丙,${'丁'.repeat(2_000_000)}\n`),
  text('deep.html', () => `<table><tr><td>甲<td>乙</table>${'<div>'.repeat(280_000)}丙`),
  text('deep-spans.html', () => `<table><tr><td>甲<td>乙</table>${'<span>'.repeat(230_000)}丙`),
  text(
    'spans.html',
    () => `<table>${'<tr><td rowspan="60000" colspan="1000">甲<td rowspan="60000">乙'.repeat(200)}</table>`,
  ),
  text(
    'spans2.html',
    () => `<table>${'<tr>' + '<td rowspan=999 colspan=999>甲'.repeat(10)}${'<tr><td>乙'.repeat(900)}</table>`,
  ),
  { name: 'repeats.ods', bytes: () => ods(repeatedRows(1_000_000)) },
  { name: 'repeats-both-ways.ods', bytes: () => ods(repeatedCells(1_000_000, 16_000)) },
];

/** Digits that follow no order, the same each time: what they are part of packs no better than a real page. */
function* digits(): Generator<number, never> {
  for (let seed = 1; ;) yield (seed = (seed * 48_271) % 2_147_483_647) % 800;
}

function said(count: number, one: (next: () => number) => string): string {
  const from = digits();
  return Array.from({ length: count }, () => one(() => from.next().value)).join('');
}

const lines = (count: number): string => said(count, (next) => `${next()} ${next()} m ${next()} ${next()} l S `);
const words = (count: number): string => said(count, (next) => `BT /F1 8 Tf ${next()} ${next()} Td (${next()}) Tj ET `);
const boxes = (count: number): string =>
  said(count, (next) => `${next()} ${next()} ${next() / 40} ${next() / 40} re S `);

function manyPages(count: number): Uint8Array {
  return manyKids(count, () => '6 0 R', [
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources 3 0 R /Contents 5 0 R >>',
  ]);
}

const cell = '<text:p>甲</text:p></table:table-cell>';

function repeatedRows(rows: number): string {
  return `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell office:value-type="string">${cell}</table:table-row>`;
}

function repeatedCells(rows: number, columns: number): string {
  return `<table:table-row table:number-rows-repeated="${rows}"><table:table-cell table:number-columns-repeated="${columns}" office:value-type="string">${cell}</table:table-row>`;
}
