import { describe, expect, test } from 'vitest';
import type { FilingEdition } from '@guankao/store';
import { memoryCatalogue } from '../fixtures/memory-catalogue.ts';
import { smallFiling } from '../fixtures/small-filing.ts';
import { linesPerPage, parseSpans, presentFilingName, presentSource } from './presenter.ts';

describe('spans of an address', () => {
  test.each([
    ['3-8', [{ start: 3, end: 8 }]],
    [
      '3-8,10-11',
      [
        { start: 3, end: 8 },
        { start: 10, end: 11 },
      ],
    ],
    [undefined, []],
  ])('%s', (text, spans) => expect(parseSpans(text)).toEqual(spans));
  test.each(['8-3', '3-3', '', 'a-b', '1-2,', '-1-2', '1-99999999999'])('%j is none', (text) =>
    expect(parseSpans(text)).toBeNull(),
  );
});

describe('a long text', () => {
  const lines = Array.from({ length: 2.5 * linesPerPage }, (_, index) => `line ${index + 1}`);
  const back = { path: '/', name: '' };

  async function long(): Promise<FilingEdition> {
    const { reading, bytes } = smallFiling();
    const document = { ...reading.document, text: `${lines.join('\n')}\n` };
    const held = await memoryCatalogue([
      { reading: { ...reading, document, plans: [], findings: [], unread: [], furniture: [] }, bytes },
    ]).filing('範例部-113');
    if (held === null) throw new Error('not held');
    return held;
  }

  test('is shown from the page on which the passage stands, with the way to both sides', async () => {
    const held = await long();
    const start = held.reading.document.text.indexOf('line 500');
    const view = presentSource(held, { spans: [{ start, end: start + 8 }], back });
    expect([view.lines[0]?.number, view.lines.at(-1)?.number, view.lineCount]).toEqual([
      linesPerPage + 1,
      2 * linesPerPage,
      2.5 * linesPerPage,
    ]);
    expect([view.earlier, view.later]).toEqual([
      expect.stringContaining('from-line=1'),
      expect.stringContaining(`from-line=${2 * linesPerPage + 1}`),
    ]);
  });

  test('loses no line between its pages', async () => {
    const held = await long();
    const shown = [1, linesPerPage + 1, 2 * linesPerPage + 1].flatMap((from) =>
      presentSource(held, { spans: [], from, back }).lines.map((line) =>
        line.pieces.map((piece) => piece.text).join(''),
      ),
    );
    expect(shown).toEqual(lines);
  });

  test('begins at its last page where the address asks for more', async () => {
    const view = presentSource(await long(), { spans: [], from: 99_999, back });
    expect([view.lines.at(-1)?.number, view.later]).toEqual([2.5 * linesPerPage, null]);
  });
});

test.each([
  ['範例部', true],
  ['虛擬市政府', true],
  ['某部', false],
  [null, false],
])('%s is made up: %s', (agency, fictional) =>
  expect(presentFilingName({ id: 'x', agency, fiscalYear: null, moneyUnit: null }).fictional).toBe(fictional),
);
