import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '@guankao/documents';
import { beforeAll, describe, expect, test } from 'vitest';
import { bareRows, writtenRows } from './rows.ts';
import { bare, padded, piecesOf, type Piece } from './spreads.ts';
import { writeOds, writeOdt } from './write-odf.ts';
import { writeDocx, writeXlsx } from './write-ooxml.ts';
import { plainStyle, writePdf } from './write-pdf.ts';
import { writeCsv, writeHtml } from './write-plain.ts';

const root = join(import.meta.dirname, '../..');
const filings = {
  'the example': join(root, 'corpus/example/filing.txt'),
  'the published filing': join(root, '../shared/filings/moi-113.txt'),
};

const formats: Record<string, (pieces: readonly Piece[]) => Uint8Array> = {
  ods: writeOds,
  odt: writeOdt,
  xlsx: writeXlsx,
  docx: writeDocx,
  html: writeHtml,
  csv: (pieces) => writeCsv(pieces),
  'csv with semicolons': (pieces) => writeCsv(pieces, ';'),
  'csv with tabs': (pieces) => writeCsv(pieces, '\t'),
  pdf: (pieces) => writePdf(pieces),
  'pdf, landscape': (pieces) => writePdf(pieces, { ...plainStyle, landscape: true }),
  'pdf, rows running over, watermark': (pieces) => writePdf(pieces, { ...plainStyle, height: 180, watermark: '草案' }),
  'pdf without any rules, by its tags': (pieces) =>
    writePdf(pieces, { ...plainStyle, rowRules: false, columnRules: false }),
  'pdf without rules between rows': (pieces) => writePdf(pieces, { ...plainStyle, rowRules: false }),
};

for (const [name, path] of Object.entries(filings)) {
  if (existsSync(path)) describe(name, () => roundTrips(path));
  else describe.skip(`${name}: ${path} is not here`, () => roundTrips(path));
}

function roundTrips(path: string): void {
  let pieces: Piece[] = [];
  beforeAll(async () => {
    pieces = piecesOf(await openDocument({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(path)) }));
  });

  test.each(Object.entries(formats))('reads back the same from %s', { timeout: 60_000 }, async (name, write) => {
    const document = await openDocument({ name: `filing.${name.slice(0, 4).trim()}`, bytes: write(pieces) });
    expect(bareRows(document)).toEqual(padded(writtenRows(pieces), bareRows(document)));
    expect(bareRows(document).length).toBeGreaterThan(30);
    const paragraphs = document.blocks
      .filter(({ kind }) => kind === 'paragraph')
      .map(({ span }) => bare(document.text.slice(span.start, span.end)));
    expect(paragraphs).toEqual(
      expect.arrayContaining(pieces.flatMap((piece) => ('paragraph' in piece ? [bare(piece.paragraph)] : []))),
    );
  });
}
