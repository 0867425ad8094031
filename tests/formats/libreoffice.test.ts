import { execFileSync } from 'node:child_process';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { unzipSync, zipSync } from 'fflate';
import { openDocument } from '@guankao/documents';
import { exportForm } from '@guankao/forms';
import { Pool } from '@guankao/pool';
import { read, type PlanReading, type Reading } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { memoryCatalogue } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { fontconfigFile } from '../fontconfig.ts';
import { bareRows, writtenRows } from './rows.ts';
import { bare, padded, piecesOf, type Piece } from './spreads.ts';
import { writeOds, writeOdt } from './write-odf.ts';
import { writeDocx, writeXlsx } from './write-ooxml.ts';
import { writeHtml } from './write-plain.ts';

const root = join(import.meta.dirname, '../..');
const example = join(root, 'corpus/example/filing.txt');
const published = join(root, '../shared/filings/moi-113.txt');
const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(canRun);

interface Way {
  readonly name: string;
  /** The ending of the file that we write. */
  readonly from: string;
  readonly write: (pieces: readonly Piece[]) => Uint8Array;
  /** The format that LibreOffice saves it as. */
  readonly to: string;
}

/** Page ends fall elsewhere at each height, and so does what they break. */
const heights = [150, 165, 180, 210, 240];

const ways: readonly Way[] = [
  { name: 'ods saved as ods', from: 'ods', write: writeOds, to: 'ods' },
  { name: 'ods saved as xlsx', from: 'ods', write: writeOds, to: 'xlsx' },
  { name: 'xlsx saved as xlsx', from: 'xlsx', write: writeXlsx, to: 'xlsx' },
  { name: 'xlsx saved as ods', from: 'xlsx', write: writeXlsx, to: 'ods' },
  { name: 'odt saved as odt', from: 'odt', write: (pieces) => writeOdt(pieces), to: 'odt' },
  { name: 'odt saved as docx', from: 'odt', write: (pieces) => writeOdt(pieces), to: 'docx' },
  { name: 'docx saved as docx', from: 'docx', write: writeDocx, to: 'docx' },
  { name: 'html saved as odt', from: 'html', write: writeHtml, to: 'odt' },
  { name: 'odt saved as pdf', from: 'odt', write: (pieces) => writeOdt(pieces), to: 'pdf' },
  { name: 'docx saved as pdf', from: 'docx', write: writeDocx, to: 'pdf' },
  ...heights.map((height): Way => ({
    name: `odt on pages of ${height} mm saved as pdf`,
    from: 'odt',
    write: (pieces) => writeOdt(pieces, height),
    to: 'pdf',
  })),
];
const dataTableNames = ['editions', 'rows', 'money', 'targets', 'promises', 'findings'] as const;
const formFormats = ['ods', 'odt', 'xlsx'] as const;
/** What it saves in formats that are not read: each is refused by its name, with what to save it as. */
const refused = [
  { from: 'xlsx', write: writeXlsx, to: 'xls', called: '.xls', as: 'ODS' },
  { from: 'xlsx', write: writeXlsx, to: 'fods', called: '.fods', as: 'ODS' },
  { from: 'docx', write: writeDocx, to: 'doc', called: '.doc', as: 'ODT' },
  { from: 'docx', write: writeDocx, to: 'rtf', called: '.rtf', as: 'ODT' },
  { from: 'docx', write: writeDocx, to: 'fodt', called: '.fodt', as: 'ODT' },
] as const;
const locked = `pdf:writer_pdf_Export:{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"a"}}`;

/** LibreOffice is a tool of this test only, and may be absent. */
describe.skipIf(soffice === undefined)('once through LibreOffice (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'formats-'));
  const filings = [example, ...(existsSync(published) ? [published] : [])];
  let pieces: Piece[] = [];
  let readings: Reading[] = [];

  /** Each start of LibreOffice takes seconds: everything that is saved in one format goes through one. */
  beforeAll(async () => {
    pieces = piecesOf(await openDocument({ name: 'filing.txt', bytes: bytesOf(example) }));
    readings = await Promise.all(
      filings.map(async (path) => (await read({ name: 'filing.txt', bytes: bytesOf(path) })).reading),
    );
    mkdirSync(join(folder, 'in'));
    const toSave = new Map<string, string[]>();
    const add = (name: string, bytes: Uint8Array, to: string): void => {
      writeFileSync(join(folder, 'in', name), bytes);
      toSave.set(to, [...(toSave.get(to) ?? []), join(folder, 'in', name)]);
    };
    for (const [at, { from, write, to }] of ways.entries()) add(`way-${at}.${from}`, write(pieces), to);
    for (const [at, reading] of readings.entries())
      for (const format of formFormats) add(`form-${at}.${format}`, await exportForm(reading, format), format);
    for (const { id, csv } of await dataTables(readings)) add(`${id}.csv`, new TextEncoder().encode(csv), csvAgain);
    for (const { from, write, to } of refused) add(`refused-${to}.${from}`, write(pieces), to);
    add('locked.docx', writeDocx(pieces), locked);
    for (const [to, paths] of toSave) saveAs(to, paths, folder);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each(ways.map((way, at) => ({ ...way, at })))(
    '$name reads the same, metadata and attachments stripped',
    async ({ to, at }) => {
      const bytes = stripped(bytesOf(join(folder, 'out', `way-${at}.${to}`)));
      const rows = bareRows(await openDocument({ name: `filing.${to}`, bytes }));
      expect(rows.length).toBeGreaterThan(30);
      expect(rows).toEqual(padded(writtenRows(pieces), rows));
    },
  );

  test.each(refused)('$to is refused by its name', async ({ to, called, as }) => {
    const bytes = bytesOf(join(folder, 'out', `refused-${to}.${to}`));
    await expect(openDocument({ name: 'filing.dat', bytes })).rejects.toMatchObject({
      id: 'old-office-format',
      inBothLanguages: { 'zh-Hant': expect.stringMatching(`\\${called}.*請另存為 ${as}`) as string },
    });
  });

  test('a PDF that asks for a password says so', async () => {
    const bytes = bytesOf(join(folder, 'out', 'locked.pdf'));
    await expect(openDocument({ name: 'filing.pdf', bytes })).rejects.toMatchObject({ id: 'encrypted-file' });
  });

  test.each(formFormats)('the form that we give back as %s, saved by it, reads the same', async (format) => {
    for (const [at, reading] of readings.entries()) {
      const back = await read({ name: `form.${format}`, bytes: bytesOf(join(folder, 'out', `form-${at}.${format}`)) });
      expect(records(back.reading)).toEqual(records(reading));
    }
  });

  test.each(dataTableNames)(
    'the table %s, opened in Calc: no broken character, no zero lost, equal sums',
    async (id) => {
      const [written, opened] = ['in', 'out'].map((at) => linesOf(bytesOf(join(folder, at, `${id}.csv`))));
      expect(written?.length).toBeGreaterThan(1);
      expect(opened).toEqual(written);
    },
  );
});

/** Saved in UTF-8, each cell as Calc shows it. */
const csvAgain = 'csv:Text - txt - csv (StarCalc):44,34,76';

/** Calc writes quotation marks where it likes, and ends lines within a cell its own way. */
function linesOf(bytes: Uint8Array): readonly (readonly string[])[] {
  const lines: string[][] = parse(new TextDecoder().decode(bytes), { bom: true });
  return lines.map((line) => line.map((text) => text.replaceAll('\r\n', '\n')));
}

/** The tables that the site gives away, of the readings as they would be published. */
async function dataTables(readings: readonly Reading[]): Promise<readonly { id: string; csv: string }[]> {
  const pool = new Pool();
  const catalogue = memoryCatalogue(readings.map((reading) => ({ reading, bytes: new Uint8Array() })));
  const server = await createServer({ catalogue, pool });
  const files = dataTableNames.map(async (id) => ({ id, csv: (await server.inject({ url: `/data/${id}.csv` })).body }));
  return Promise.all(files).finally(() => server.close());
}

/** What Calc’s window proposes for a CSV with a byte-order mark: commas, UTF-8; in Traditional Chinese (1028). */
const asProposed = '--infilter=Text - txt - csv (StarCalc):44,34,76,1,,1028';

function saveAs(format: string, paths: readonly string[], folder: string): void {
  const words = ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', format];
  if (format === csvAgain) words.push(asProposed);
  execFileSync(soffice ?? '', [...words, '--outdir', join(folder, 'out'), ...paths], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fontconfigFile() },
  });
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

/** What a form says, apart from how it is set. */
function records({ filing, plans }: Reading) {
  return {
    agency: filing.agency,
    fiscalYear: filing.fiscalYear,
    moneyUnit: filing.moneyUnit,
    plans: plans.map((plan) => ({
      name: plan.name,
      parent: plans.findIndex(({ id }) => id === plan.parent),
      type: plan.type,
      period: plan.period && [plan.period.start, plan.period.end],
      money: [plan.approvedTotal, plan.budgetedToDate, plan.executedToDate],
      texts: textsOf(plan),
    })),
  };
}

function textsOf(plan: PlanReading): string[] {
  return [plan.plannedWork, plan.execution, plan.goals, plan.explanation].map((parts) =>
    bare(parts.map(({ marker, text }) => `${marker ?? ''}${text}`).join('')),
  );
}

function bytesOf(path: string): Uint8Array {
  return new Uint8Array(readFileSync(path));
}

/** A link whose program is not there cannot be run. */
function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
