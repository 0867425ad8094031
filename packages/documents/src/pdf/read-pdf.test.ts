import { Refusal, type Document, type Table } from '@guankao/domain';
import { describe, expect, test } from 'vitest';
import { madePdf, ruled, say, sayBig5, type MadePage } from './made-pdf.ts';
import { readPdf } from './read-pdf.ts';

async function read(...pages: (string | MadePage)[]): Promise<Document> {
  return readPdf({
    name: 'made.pdf',
    bytes: madePdf(pages.map((page) => (typeof page === 'string' ? { content: page } : page))),
  });
}

async function refusalOf(bytes: Uint8Array): Promise<Refusal> {
  const fault = await readPdf({ name: 'made.pdf', bytes }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(fault instanceof Refusal)) throw new Error(`no refusal: ${String(fault)}`);
  return fault;
}

const grid = ruled([50, 150, 250], [700, 680, 660]);
const cells = say('Name', 55, 686) + say('Sum', 155, 686) + say('Alpha', 55, 666) + say('1,200', 200, 666);
const readCells = 'Name\tSum\nAlpha\t1,200';

describe('a ruled table', () => {
  test('its cells, with their pages and boxes', async () => {
    const document = await read(say('Heading', 50, 750) + grid + cells + say('1', 300, 30));
    expect(document.text).toBe(`Heading\n\n${readCells}\n\n1\n`);
    const table = document.blocks[1] as Table;
    expect(table.span).toMatchObject({ page: 1, box: [50, 142, 250, 182] });
    expect(table.rows[1]?.cells[1]?.span.page).toBe(1);
    expect(table.rows[1]?.span.box).toEqual([50, 162, 250, 182]);
  });

  test('rules drawn as thin boxes, in dashes, and twice', async () => {
    const bars =
      [50, 150, 250].map((x) => `${x} 660 0.6 40 re f\n`).join('') +
      [660, 680, 700].map((y) => `50 ${y} 200 0.6 re f\n`).join('');
    const dashes = [660, 680, 700]
      .flatMap((y) => Array.from({ length: 40 }, (_, i) => `${50 + i * 5} ${y} m ${53 + i * 5} ${y} l S\n`))
      .join('');
    expect((await read(bars + cells)).text).toContain(readCells);
    expect((await read(dashes + ruled([50, 150, 250], [700, 660]) + cells)).text).toContain(readCells);
    expect((await read(grid + ruled([50.5, 150.5, 250.5], [700.5, 680.5, 660.5]) + cells)).text).toContain(readCells);
  });

  test('merged cells span columns and rows', async () => {
    const rules =
      '50 700 m 250 700 l S 100 680 m 250 680 l S 50 660 m 250 660 l S 50 660 m 50 700 l S 100 660 m 100 700 l S 250 660 m 250 700 l S 175 660 m 175 680 l S\n';
    const table = (
      await read(rules + say('Name', 55, 676) + say('Sum', 105, 686) + say('1', 105, 666) + say('2', 180, 666))
    ).blocks[0] as Table;
    expect(table.rows[0]?.cells.map(({ column, columnSpan, rowSpan }) => [column, columnSpan, rowSpan])).toEqual([
      [0, 1, 2],
      [1, 2, 1],
    ]);
    expect(table.rows[1]?.cells.map(({ column }) => column)).toEqual([1, 2]);
  });

  test('outer borders that are not printed', async () => {
    const open = '50 700 m 250 700 l S 50 680 m 250 680 l S 50 660 m 250 660 l S 150 660 m 150 700 l S\n';
    expect((await read(open + cells)).text).toContain(readCells);
  });

  test('one text over a border stays with the cell that most of it is in', async () => {
    const document = await read(
      ruled([50, 150, 250], [700, 680]) + say('1,077,212,345', 92, 686) + say('2,345', 155, 686),
    );
    expect(document.text.trim()).toBe('1,077,212,345\t2,345');
  });

  test('a page turned, and one whose text is set sideways', async () => {
    expect((await read({ content: grid + cells, rotate: 90 })).text).toContain(readCells);
    const sideways = await read(`q 0 1 -1 0 750 0 cm ${grid}${cells} Q`);
    expect(sideways.text).toContain(readCells);
    const box = (sideways.blocks[0] as Table).rows[0]?.span.box ?? [0, 0, 0, 0];
    expect(box[2] - box[0]).toBeCloseTo(20, 0);
    expect(box[3] - box[1]).toBeCloseTo(200, 0);
  });

  test('two pages on one sheet are read one after the other', async () => {
    const second = `q 1 0 0 1 550 0 cm ${grid}${cells.replaceAll('Alpha', 'Omega')} Q`;
    const document = await read({ content: grid + cells + say('Left', 50, 560) + second, size: [1000, 800] });
    expect(document.text).toBe(`${readCells}\n\nLeft\n\n${readCells.replace('Alpha', 'Omega')}\n\n`);
  });

  test('a watermark and a page number are no text of a cell', async () => {
    const mark = `0.85 g q 0.7 0.7 -0.7 0.7 120 620 cm ${say('DRAFT', 0, 0, 60)} Q 0 g\n`;
    const document = await read(mark + grid + cells);
    expect(document.text).toBe(`${readCells}\n\nDRAFT\n`);
  });

  test('bold by printing twice is printed once', async () => {
    expect((await read(grid + cells + cells.replaceAll(/(\d+) (\d+) Td/g, '$1.3 $2.2 Td'))).text).toBe(
      `${readCells}\n\n`,
    );
  });
});

describe('cells that run over to the next page', () => {
  const columns = [50, 250, 450];
  const page = (rows: string[][], heads = true) => {
    const lines = heads ? [['Work', 'Goal'], ...rows] : rows;
    const ys = Array.from({ length: lines.length + 1 }, (_, i) => 700 - i * 20);
    return (
      ruled(columns, ys) +
      lines
        .map((cells, i) => cells.map((text, j) => say(text, (columns[j] ?? 0) + 3, 686 - i * 20, 7)).join(''))
        .join('')
    );
  };
  const long = 'The works were tendered twice and the contract was let';

  test('are joined where a sentence goes on', async () => {
    const document = await read(
      page([
        ['Begun.', 'One.'],
        [long, 'Two.'],
      ]),
      page([
        ['in the ninth month of the year.', ''],
        ['Ended.', 'Three.'],
      ]),
    );
    const rows = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    expect(rows).toHaveLength(4);
    expect(document.text).toContain(`${long} in the ninth month of the year.\tTwo.`);
  });

  test('a table that goes on at the top of the next page is one table, its heads printed again are lines; under a heading it is another', async () => {
    const on = await read(
      page([['Begun.', 'One.']]),
      page(
        [
          ['Ended.', 'Two.'],
          ['Paid.', 'Three.'],
        ],
        false,
      ),
      page([['Closed.', 'Four.']], false),
    );
    expect(on.blocks.map((block) => (block.kind === 'table' ? block.rows.map(({ span }) => span.page) : []))).toEqual([
      [1, 1, 2, 2, 3],
    ]);
    const again = await read(page([['Begun.', 'One.']]), page([['Ended.', 'Two.']]));
    expect(again.text).toBe('Work\tGoal\nBegun.\tOne.\nEnded.\tTwo.\n\nWork Goal\n');
    const anew = await read(page([['Begun.', 'One.']]), say('Heading', 50, 750) + page([['Ended.', 'Two.']]));
    expect(anew.blocks.map(({ kind }) => kind)).toEqual(['table', 'paragraph', 'table']);
  });

  test('are joined where the items go on counting; rows of their own are not', async () => {
    const counted = await read(page([['1.Begun.', 'One.']]), page([['2.Ended.', 'Two.']]));
    expect(counted.text).toContain('1.Begun.\u20292.Ended.');
    const own = await read(page([['1.Begun.', 'One.']]), page([['1.Ended.', 'Two.']]));
    expect(own.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []))).toHaveLength(3);
  });
});

describe('a row of short lines, broken by the end of a page', () => {
  /** Two columns of about twenty letters; each cell a list of lines. */
  const page = (rows: string[][][]) => {
    const heights = rows.map((cells) => Math.max(...cells.map((lines) => lines.length)) * 14 + 6);
    const ys = heights.reduce((all, height) => [...all, (all.at(-1) ?? 0) - height], [700]);
    const lines = rows.flatMap((cells, i) =>
      cells.flatMap((text, j) => text.map((line, k) => say(line, 53 + j * 110, (ys[i] ?? 0) - 13 - k * 14, 10))),
    );
    return ruled([50, 160, 270], ys) + lines.join('');
  };
  const head = [['Work'], ['Goal']];
  const full = ['Goods were tendered to'];
  const rowsOf = async (above: string[][], below: string[][]) => {
    const before = [['All the works are done.'], ['All goals are reached.']];
    const after = [['Nothing was left over.'], ['Nothing was missed.']];
    const document = await read(page([head, before, above]), page([head, below, after]));
    return document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])).length;
  };

  test('is joined where the next word had no room, though another text ended there', async () => {
    expect(await rowsOf([full, ['Three were let.']], [['foreigners, in spring.'], ['One is left.']])).toBe(4);
    expect(await rowsOf([full, ['2. Of these:']], [['foreigners, in spring.'], ['(1) one is left.']])).toBe(4);
  });

  test.each([
    [
      'the next word had room',
      [['Goods were given'], ['Three let.']],
      [['to all the towns, in spring.'], ['One left.']],
    ],
    ['the next row counts from 1', [full, ['1. Three let.']], [['foreigners, in spring.'], ['1. One is left.']]],
    ['the sentence had ended', [['Goods were tendered.'], ['Three.']], [['foreigners, in spring.'], ['One.']]],
    ['both are labels', [['Harbour of the north'], ['North']], [['Harbour of the southern'], ['South']]],
  ])('is a row of its own where %s', async (_, above, below) => {
    expect(await rowsOf(above, below)).toBe(5);
  });
});

describe('columns ruled, rows not', () => {
  test('each row begins with its figures', async () => {
    const rules =
      '50 700 m 450 700 l S 50 680 m 450 680 l S 50 560 m 450 560 l S 50 560 m 50 700 l S 150 560 m 150 700 l S 250 560 m 250 700 l S 350 560 m 350 700 l S 450 560 m 450 700 l S\n';
    const rows = [
      ['Alpha plan', 'first', '10', '20'],
      ['Beta plan', '', '30', '40'],
      ['Gamma', '', '50', '60'],
    ];
    const content =
      rules +
      ['Name', 'Work', 'Sum', 'Done'].map((text, i) => say(text, 55 + i * 100, 686)).join('') +
      rows
        .map((row, i) => row.map((text, j) => (text === '' ? '' : say(text, 55 + j * 100, 668 - i * 36))).join(''))
        .join('') +
      say('goes on', 55, 656);
    expect((await read(content)).text).toBe(
      'Name\tWork\tSum\tDone\nAlpha plan goes on\tfirst\t10\t20\nBeta plan\t\t30\t40\nGamma\t\t50\t60\n\n',
    );
  });
});

test('no rules at all: columns by alignment', async () => {
  const rows = [
    ['Name', 'Sum', 'Done'],
    ['Alpha', '10', '20'],
    ['Beta', '30', '40'],
    ['Gamma', '50', '60'],
  ];
  const content =
    say('A heading above the table', 50, 740) +
    rows.map((row, i) => row.map((text, j) => say(text, 50 + j * 120, 700 - i * 20)).join('')).join('');
  const document = await read(content);
  expect(document.text).toBe(
    'A heading above the table\n\nName\tSum\tDone\nAlpha\t10\t20\nBeta\t30\t40\nGamma\t50\t60\n\n',
  );
});

test('horizontal rules only: columns are the strips that stay empty', async () => {
  const rules = [700, 680, 660, 640].map((y) => `50 ${y} m 400 ${y} l S\n`).join('');
  const rows = [
    ['Name', 'Work', 'Sum'],
    ['Alpha', 'begun and going on', '1,200'],
    ['Beta', '', '30'],
  ];
  const content =
    rules + rows.map((row, i) => row.map((text, j) => say(text, 55 + j * 120, 686 - i * 20)).join('')).join('');
  expect((await read(content)).text).toBe('Name\tWork\tSum\nAlpha\tbegun and going on\t1,200\nBeta\t\t30\n\n');
});

test('old fonts that are not embedded: the characters are known by their code', async () => {
  expect((await read(sayBig5('bd64a8d2b3a1', 50, 700))).text).toBe('範例部\n');
});

describe('what cannot be read is said', () => {
  const image = 'q 595 0 0 842 0 0 cm /Im Do Q\n';

  test('a page that is only an image, by its number; the others are read', async () => {
    const document = await read(say('Text enough to be a page of text', 50, 700), image);
    expect(document.notices).toMatchObject([{ id: 'image-only-page', place: 'page=2' }]);
    expect(document.pages).toBe(2);
  });

  test('what OCR made of a scan is read, and said to be that', async () => {
    const document = await read(`${image}3 Tr ${say('Thirty characters or more of text under it', 50, 700)}`);
    expect(document.text).toContain('under it');
    expect(document.notices).toMatchObject([{ id: 'ocr-text', place: 'page=1' }]);
  });

  test('only images', async () => {
    const refusal = await refusalOf(madePdf([{ content: image }, { content: image }]));
    expect(refusal.id).toBe('image-only-pdf');
    expect(refusal.message).toContain('pages 1, 2');
  });

  test('no pages, blank pages', async () => {
    expect((await refusalOf(madePdf([]))).inBothLanguages['zh-Hant']).toContain('made.pdf');
    expect((await refusalOf(madePdf([{ content: '' }]))).id).toBe('nothing-to-read');
  });

  test('cut off', async () => {
    const whole = madePdf([{ content: grid + cells }]);
    for (const kept of [whole.length - 300, 400, 20])
      expect((await refusalOf(whole.subarray(0, kept))).id).toBe('damaged-file');
  });

  test('a renamed ZIP, and rubbish', async () => {
    expect((await refusalOf(Uint8Array.from('PK\u0003\u0004 not a PDF', (c) => c.charCodeAt(0)))).id).toBe(
      'damaged-file',
    );
  });

  test('protected by a password', async () => {
    const text = new TextDecoder('latin1').decode(madePdf([{ content: cells }]));
    const locked = text.replace(
      '/Root 1 0 R',
      `/Root 1 0 R /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >> /ID [<41> <41>]`,
    );
    expect((await refusalOf(Uint8Array.from(locked, (c) => c.charCodeAt(0)))).id).toBe('encrypted-file');
  });
});

test('a drawing of thousands of lines and frames costs no more than a page', { timeout: 30_000 }, async () => {
  const lines = Array.from(
    { length: 4_000 },
    (_, i) =>
      `${(i * 7) % 590} ${(i * 13) % 840} m ${(i * 7) % 590} ${((i * 13) % 840) + 40} l S\n${(i * 11) % 500} ${(i * 3) % 840} m ${((i * 11) % 500) + 60} ${(i * 3) % 840} l S\n`,
  ).join('');
  const frames = Array.from({ length: 900 }, (_, i) => `${(i % 30) * 19} ${Math.floor(i / 30) * 27} 12 20 re S\n`).join(
    '',
  );
  const document = await read(lines + frames + say('Text in a drawing', 50, 700));
  expect(document.text).toContain('drawing');
});
