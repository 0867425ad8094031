import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { openDocument } from '@guankao/documents';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bareRows, writtenRows } from './rows.ts';
import { inTheFont, padded, piecesOf, type Piece } from './spreads.ts';
import { writeOds, writeOdt } from './write-odf.ts';
import { writeDocx, writeXlsx } from './write-ooxml.ts';
import { writeHtml } from './write-plain.ts';

const example = join(import.meta.dirname, '../../corpus/example/filing.txt');
const soffice = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find(existsSync);

const written: Record<string, (pieces: readonly Piece[]) => Uint8Array> = {
  ods: writeOds,
  odt: writeOdt,
  xlsx: writeXlsx,
  docx: writeDocx,
  html: writeHtml,
};
/** From what we write to what LibreOffice saves it as. */
const ways = [
  ['ods', 'ods'],
  ['ods', 'xlsx'],
  ['xlsx', 'xlsx'],
  ['xlsx', 'ods'],
  ['odt', 'odt'],
  ['odt', 'docx'],
  ['docx', 'docx'],
  ['html', 'odt'],
  ['odt', 'pdf'],
  ['docx', 'pdf'],
] as const;

/** LibreOffice is a tool of this test only, and may be absent. */
describe.skipIf(soffice === undefined)('once through LibreOffice (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  let pieces: Piece[] = [];
  beforeAll(async () => {
    pieces = inTheFont(
      piecesOf(await openDocument({ name: 'filing.txt', bytes: new Uint8Array(readFileSync(example)) })),
    );
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(ways)(
    '%s saved as %s reads the same, metadata and attachments stripped',
    { timeout: 120_000 },
    async (from, to) => {
      const bytes = stripped(converted(folder, from, to, written[from]?.(pieces) ?? new Uint8Array()));
      const rows = bareRows(await openDocument({ name: `filing.${to}`, bytes }));
      expect(rows.length).toBeGreaterThan(30);
      expect(rows).toEqual(padded(writtenRows(pieces), rows));
    },
  );
});

function converted(folder: string, from: string, to: string, bytes: Uint8Array): Uint8Array {
  const out = join(folder, `${from}-${to}`);
  mkdirSync(out, { recursive: true });
  const source = join(folder, `filing.${from}`);
  writeFileSync(source, bytes);
  execFileSync(
    soffice ?? '',
    ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', to, '--outdir', out, source],
    { stdio: 'ignore' },
  );
  return new Uint8Array(readFileSync(join(out, `filing.${to}`)));
}

/** Nothing that only a careful writer leaves may be needed: properties, settings, previews, custom parts. */
function stripped(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x50) return bytes;
  const parts = unzipSync(bytes);
  const kept = Object.entries(parts).filter(
    ([name]) =>
      !/^(meta\.xml|settings\.xml|manifest\.rdf|Thumbnails\/|Configurations2\/|docProps\/|customXml\/|Object )/.test(
        name,
      ),
  );
  return zipSync(Object.fromEntries(kept));
}
