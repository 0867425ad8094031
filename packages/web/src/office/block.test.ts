import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellsOfBlock } from './block.ts';

test.each([
  ['甲', [['甲']]],
  [
    '甲\t乙\r\n丙\t丁\r\n',
    [
      ['甲', '乙'],
      ['丙', '丁'],
    ],
  ],
  ['"1. 甲\n2. 乙"\t丙\n', [['1. 甲\n2. 乙', '丙']]],
  ['"說「""好""」"\t', [['說「"好"」', '']]],
  ['"不是引號的開頭\t乙', [['"不是引號的開頭', '乙']]],
  ['"甲"乙\t丙', [['"甲"乙', '丙']]],
  ['甲\n\n丙', [['甲'], [''], ['丙']]],
])('%j', (text, cells) => expect(cellsOfBlock(text)).toEqual(cells));

test('whatever cells hold, a block of them comes back', () => {
  const cell = fc.string({ unit: fc.constantFrom('甲', '"', '\t', '\n', ' ', 'a'), maxLength: 6 });
  const block = fc
    .integer({ min: 1, max: 4 })
    .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));
  fc.assert(
    fc.property(block, (rows) => {
      const copied = rows.map((cells) => cells.map(quoted).join('\t')).join('\r\n');
      expect(cellsOfBlock(`${copied}\r\n`)).toEqual(rows);
    }),
  );
});

/** As Calc and Excel do. */
function quoted(text: string): string {
  return /["\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
