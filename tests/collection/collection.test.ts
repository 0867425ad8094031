import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
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

/** Saves files as LibreOffice does, each in a folder of its own. */
function savedBy(files: Readonly<Record<string, Uint8Array>>, to: string): Readonly<Record<string, Uint8Array>> {
  const folder = mkdtempSync(join(tmpdir(), 'collection-'));
  try {
    mkdirSync(join(folder, 'in'));
    const paths = Object.entries(files).map(([name, bytes]) => {
      const path = join(folder, 'in', name);
      writeFileSync(path, bytes);
      return path;
    });
    const words = ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', to];
    execFileSync(soffice ?? '', [...words, '--outdir', join(folder, 'out'), ...paths], {
      stdio: 'ignore',
      env: { ...process.env, FONTCONFIG_FILE: fontconfigFile() },
    });
    return Object.fromEntries(
      readdirSync(join(folder, 'out')).map((name) => [name, new Uint8Array(readFileSync(join(folder, 'out', name)))]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same file in which `from` reads `to` wherever it stands. */
function edited(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
    name,
    /(?:content|document|sheet1|sharedStrings)\.xml$/.test(name) ? strToU8(strFromU8(part).replaceAll(from, to)) : part,
  ]);
  return zipSync(Object.fromEntries(parts));
}

/** LibreOffice is a tool of this test only, and may be absent. */
describe.skipIf(soffice === undefined)('opened and saved by LibreOffice (skipped where it is not installed)', () => {
  test.each([
    ['ods', 'ods'],
    ['ods', 'xlsx'],
    ['xlsx', 'xlsx'],
    ['xlsx', 'ods'],
    ['odt', 'odt'],
    ['odt', 'docx'],
    ['docx', 'docx'],
    ['docx', 'odt'],
  ] as const)('%s saved as %s comes back as it was sent', async (from, to) => {
    const collection = sent(rowsOfYear());
    const files: Record<string, Uint8Array> = {};
    for (const { agency } of collection.receivers)
      files[`${agency}.${from}`] = await writeFillIn(sheetFor(collection, agency), from);
    const saved = savedBy(files, to);
    expect(Object.keys(saved)).toHaveLength(collection.receivers.length);
    for (const { agency } of collection.receivers)
      expect(await holdFile(collection, `${agency}.${to}`, saved[`${agency}.${to}`] ?? new Uint8Array())).toEqual({
        is: asSent,
        agency,
      });
  });

  test.each([
    ['odt', 'odt'],
    ['odt', 'docx'],
    ['docx', 'docx'],
    ['docx', 'odt'],
    ['ods', 'ods'],
    ['xlsx', 'xlsx'],
  ] as const)(
    '%s saved as %s, written into, and saved once more: what was written comes, and nothing else',
    async (from, to) => {
      // Every answer of the first agency has a word that stands nowhere else.
      const rows = rowsOfYear().map((row, at): RowRecord => {
        const answer = (field: string) => `1. 原文${field}第${at}列。\n2. 辦理<講習>2場 & 驗收。`;
        const texts = { ...row.texts, plannedWork: answer('甲'), execution: answer('乙'), goals: answer('丙') };
        return { ...row, texts };
      });
      const collection = sent(rows);
      const given = { [`a1.${from}`]: await writeFillIn(sheetFor(collection, 'a1'), from) };
      const opened = savedBy(given, to)[`a1.${to}`] ?? new Uint8Array();
      const written = edited(opened, '原文乙', '改寫');
      const back = savedBy({ [`a1.${to}`]: written }, to)[`a1.${to}`] ?? new Uint8Array();
      const { is, agency } = await holdFile(collection, `a1.${to}`, back);
      const column = collection.columns.findIndex(({ field }) => field === 'execution');
      const own = collection.rows.filter((row) => row.agency === 'a1');
      expect(agency).toBe('a1');
      expect({ ...is, cells: is.cells.map(({ row, column: at, text }) => [row, at, text]) }).toEqual({
        ...asSent,
        cells: own.map(({ row, cells }) => [row, column, (cells[column] ?? '').replace('原文乙', '改寫')]),
      });
    },
  );
});
