import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDocument } from '@guankao/documents';
import { fillInFormats, writeFillIn } from '@guankao/forms';
import { holdAgainst, sheetFor, type CollectionRecord, type RowRecord } from '@guankao/workflow';
import { fontconfigFile } from '../fontconfig.ts';
import { anyText } from '../typed-years/random-year.ts';
import { rowsOfYear, sent } from './collected-year.ts';
import { comeIn } from './come-in.ts';

const asSent = { cells: [], unread: [], missingRows: [], missingColumns: [], problem: null };

async function holdFile(collection: CollectionRecord, name: string, bytes: Uint8Array) {
  const { cells, unread, missingRows, missingColumns, problem, agency } = holdAgainst(
    collection,
    await openDocument({ name, bytes }),
  );
  return { is: { cells, unread, missingRows, missingColumns, problem }, agency };
}

/** Nine offices' files, filled in and spoilt, come back together. `npm run prove -- collection` does it 500 times. */
test.each([1, 2, 3, 4, 5, 6])('year %i: no text is lost or stands where it was not written for', async (seed) => {
  const { lost, misplaced, spoilt, placed, written } = await comeIn(seed);
  expect({ lost, misplaced, spoilt }).toEqual({ lost: [], misplaced: [], spoilt: [] });
  expect(placed).toBeGreaterThan(written / 4);
});

test.each(fillInFormats)('whatever a text holds, %s comes back as it was sent', async (format) => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyText, { minLength: 12, maxLength: 12 }), async (texts) => {
      const rows = rowsOfYear().map((row, at): RowRecord => {
        const [a = '', b = '', c = ''] = [texts[at % 12], texts[(at + 5) % 12], texts[(at + 7) % 12]];
        return { ...row, texts: { ...row.texts, plannedWork: a, execution: b, goals: c } };
      });
      const collection = sent(rows);
      const bytes = await writeFillIn(sheetFor(collection, 'a1'), format);
      expect(await holdFile(collection, `a1.${format}`, bytes)).toEqual({ is: asSent, agency: 'a1' });
    }),
    { numRuns: 60, seed: 21 },
  );
});

const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find((path) => existsSync(path));

/** LibreOffice is a tool of this test only, and may be absent. */
describe.skipIf(soffice === undefined)('opened and saved by LibreOffice (skipped where it is not installed)', () => {
  test.each([
    ['ods', 'ods'],
    ['ods', 'xlsx'],
    ['xlsx', 'xlsx'],
    ['xlsx', 'ods'],
  ] as const)('%s saved as %s comes back as it was sent', async (from, to) => {
    const folder = mkdtempSync(join(tmpdir(), 'collection-'));
    const collection = sent(rowsOfYear());
    mkdirSync(join(folder, 'in'));
    const paths: string[] = [];
    for (const { agency } of collection.receivers) {
      const path = join(folder, 'in', `${agency}.${from}`);
      writeFileSync(path, await writeFillIn(sheetFor(collection, agency), from));
      paths.push(path);
    }
    const words = ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', to];
    execFileSync(soffice ?? '', [...words, '--outdir', join(folder, 'out'), ...paths], {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: fontconfigFile() },
    });
    for (const { agency } of collection.receivers) {
      const bytes = new Uint8Array(readFileSync(join(folder, 'out', `${agency}.${to}`)));
      expect(await holdFile(collection, `${agency}.${to}`, bytes)).toEqual({ is: asSent, agency });
    }
    rmSync(folder, { recursive: true });
  });
});
