import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openDocument } from '@guankao/documents';
import { piecesOf, type Piece } from '../../tests/formats/spreads.ts';
import { writeOds, writeOdt } from '../../tests/formats/write-odf.ts';
import { writeDocx, writeXlsx } from '../../tests/formats/write-ooxml.ts';
import { plainStyle, writePdf } from '../../tests/formats/write-pdf.ts';
import { writeCsv, writeHtml } from '../../tests/formats/write-plain.ts';

/** The root of the checkout: programs of this folder are run from it. */
const root = process.cwd();
const example = join(root, 'corpus/example/filing.txt');
const published = join(root, '../shared/filings/moi-114-budget-p046-058.pdf');

export async function examplePieces(): Promise<Piece[]> {
  return piecesOf(await openDocument({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(example)) }));
}

/** Sound files of each format, made from the example; a published PDF beside them where it is at hand. */
export async function sampleFiles(): Promise<Record<string, Uint8Array[]>> {
  const pieces = await examplePieces();
  const files: Record<string, Uint8Array[]> = {
    ods: [writeOds(pieces)],
    odt: [writeOdt(pieces)],
    xlsx: [writeXlsx(pieces)],
    docx: [writeDocx(pieces)],
    html: [writeHtml(pieces)],
    csv: [writeCsv(pieces), writeCsv(pieces, ';')],
    pdf: [writePdf(pieces), writePdf(pieces, { ...plainStyle, rowRules: false, watermark: '草案' })],
    text: [new Uint8Array(readFileSync(example))],
  };
  if (existsSync(published)) files['pdf']?.push(new Uint8Array(readFileSync(published)));
  return files;
}
