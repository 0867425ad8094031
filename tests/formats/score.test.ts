import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDocument } from '@guankao/documents';
import { read } from '@guankao/reading';
import { beforeAll, describe, expect, test } from 'vitest';
import { piecesOf, type Piece } from './spreads.ts';
import { writeOds, writeOdt } from './write-odf.ts';
import { writeDocx, writeXlsx } from './write-ooxml.ts';
import { plainStyle, writePdf } from './write-pdf.ts';
import { writeCsv, writeHtml } from './write-plain.ts';

const shared = join(import.meta.dirname, '../../../shared');
const filing = join(shared, 'filings/moi-113.txt');
const scorer = join(shared, 'contract/score.mjs');

const formats: Record<string, (pieces: readonly Piece[]) => Uint8Array> = {
  ods: writeOds,
  odt: writeOdt,
  xlsx: writeXlsx,
  docx: writeDocx,
  html: writeHtml,
  csv: (pieces) => writeCsv(pieces),
  pdf: (pieces) => writePdf(pieces),
  'pdf, rows running over': (pieces) => writePdf(pieces, { ...plainStyle, height: 180 }),
  'pdf without rules between rows': (pieces) => writePdf(pieces, { ...plainStyle, rowRules: false }),
};

const compared = ['rowsFound', 'fields', 'text', 'verdict', 'indicatorRecall', 'missedRecall'] as const;

describe.skipIf(!existsSync(filing) || !existsSync(scorer))(
  'the published filing scores as high as from text (skipped where it is not at hand)',
  () => {
    let fromText: Record<string, number> = {};
    let pieces: Piece[] = [];
    beforeAll(async () => {
      const bytes = new Uint8Array(readFileSync(filing));
      fromText = await scoresOf('filing.txt', bytes);
      pieces = piecesOf(await openDocument({ name: 'filing.txt', bytes }));
    });

    test.each(Object.entries(formats))('%s', { timeout: 60_000 }, async (name, write) => {
      const scores = await scoresOf(`filing.${name.slice(0, 4).replace(/\W/g, '')}`, write(pieces));
      if (name.startsWith('pdf')) {
        expect(scores['fields']).toBeGreaterThanOrEqual(0.99);
        expect(scores['text']).toBeGreaterThanOrEqual(0.96);
      } else for (const measure of compared) expect([measure, scores[measure]]).toEqual([measure, fromText[measure]]);
    });
  },
);

async function scoresOf(name: string, bytes: Uint8Array): Promise<Record<string, number>> {
  const { reading } = await read({ name, bytes });
  const folder = mkdtempSync(join(tmpdir(), 'score-'));
  const file = join(folder, 'reading.json');
  writeFileSync(file, JSON.stringify(reading));
  const printed = execFileSync(process.execPath, [scorer, file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return Object.fromEntries(
    [...printed.matchAll(/^(\w+)\s+([\d.]+)$/gm)].map(([, measure = '', value]) => [measure, Number(value)]),
  );
}
