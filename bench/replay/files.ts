import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { openDocument } from '@guankao/documents';
import { piecesOf, type Piece } from '../../tests/formats/spreads.ts';
import { writeOds, writeOdt } from '../../tests/formats/write-odf.ts';
import { writeDocx, writeXlsx } from '../../tests/formats/write-ooxml.ts';
import { plainStyle, writePdf } from '../../tests/formats/write-pdf.ts';
import { writeCsv, writeHtml } from '../../tests/formats/write-plain.ts';

const formats: Readonly<Record<string, (pieces: readonly Piece[]) => Uint8Array>> = {
  ods: writeOds,
  odt: writeOdt,
  xlsx: writeXlsx,
  docx: writeDocx,
  html: writeHtml,
  csv: (pieces) => writeCsv(pieces),
  pdf: (pieces) => writePdf(pieces),
  'without-rules.pdf': (pieces) => writePdf(pieces, { ...plainStyle, rowRules: false, columnRules: false }),
};

/**
 * What is read twice: every filing of corpus/ as it is and written in every other format, and the real ones of
 * ../shared/filings. Copies go into `folder`, under names that say where they come from.
 */
export async function filesToReplay(root: string, folder: string): Promise<readonly string[]> {
  const paths: string[] = [];
  const put = (name: string, bytes: Uint8Array): void => {
    paths.push(join(folder, name));
    writeFileSync(join(folder, name), bytes);
  };
  for (const { name, path } of filings(root)) {
    const bytes = new Uint8Array(readFileSync(path));
    put(`${name}${extname(path)}`, bytes);
    if (!/\.(txt|html)$/.test(path)) continue;
    const pieces = piecesOf(await openDocument({ name, bytes }));
    for (const [format, write] of Object.entries(formats)) put(`${name}.written.${format}`, write(pieces));
  }
  return paths;
}

function filings(root: string): readonly { readonly name: string; readonly path: string }[] {
  const corpus = join(root, 'corpus');
  const ours = readdirSync(corpus, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(corpus, name))
        .filter((file) => file.startsWith('filing.'))
        .map((file) => ({ name, path: join(corpus, name, file) })),
    );
  const real = join(root, '../shared/filings');
  if (!existsSync(real)) console.error(`${real} is not here: the corpus alone is replayed`);
  const theirs = existsSync(real)
    ? readdirSync(real).filter((file) => /\.(txt|pdf|csv|html|od[st]|xlsx|docx)$/.test(file))
    : [];
  return [
    ...ours,
    ...theirs.map((file) => ({ name: `real-${file.slice(0, -extname(file).length)}`, path: join(real, file) })),
  ].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
