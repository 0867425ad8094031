import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { read } from '@guankao/reading';
import { afterAll, describe, expect, test } from 'vitest';
import { judge } from './judge.ts';
import { officeWays, savedByLibreOffice, soffice } from './through-libreoffice.ts';

/** A few for each way. More of them: node scripts/run.mjs bench/documents/office.ts 1 330 --libreoffice */
const seeds = Array.from({ length: officeWays.length * 5 }, (_, i) => i + 1);

describe.skipIf(soffice === undefined)('saved once more by LibreOffice (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'office-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test('what was put in comes out, or is unread or doubted', async () => {
    const files = savedByLibreOffice(seeds, folder);
    expect(new Set(files.map(({ way }) => way)).size).toBe(officeWays.length);
    for (const { seed, way, quirks, name, bytes, expected, unit } of files) {
      const { reading } = await read({ name, bytes });
      const { wrong, invented, missed } = judge(reading, expected, unit);
      expect({ wrong, invented, missed }, `${seed}, ${way}: ${quirks.join(', ')}`).toEqual({
        wrong: [],
        invented: [],
        missed: [],
      });
    }
  }, 300_000);
});
