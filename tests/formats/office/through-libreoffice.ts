import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fontconfigFile } from '../../fontconfig.ts';
import { generated, type GeneratedFile } from './generate.ts';
import type { Format } from './model.ts';

/** LibreOffice is a tool of tests and benches only, and may be absent. */
export const soffice = ['/usr/bin/soffice', '/usr/lib/libreoffice/program/soffice'].find(canRun);

interface OfficeWay {
  readonly from: Format;
  readonly to: Format;
  /** Quirks that LibreOffice does not save this way: what was struck out stands there like any other text, and no reader can tell. */
  readonly loses?: RegExp;
}

const looks = /struck|a note mark/;

/** What offices do: a sheet saved for Excel or put on a page, a text printed, a page of the web taken into Writer. */
export const officeWays: readonly OfficeWay[] = [
  { from: 'xlsx', to: 'ods' },
  { from: 'xlsx', to: 'html', loses: looks },
  { from: 'xlsx', to: 'pdf' },
  { from: 'ods', to: 'xlsx' },
  { from: 'ods', to: 'html', loses: looks },
  { from: 'docx', to: 'odt' },
  { from: 'docx', to: 'pdf' },
  { from: 'docx', to: 'html', loses: /a deletion|an insertion|hidden text/ },
  { from: 'odt', to: 'docx' },
  { from: 'odt', to: 'pdf' },
  { from: 'html', to: 'odt', loses: /struck|a note mark|hidden text|charset|Big5/ },
];

export interface SavedFile extends GeneratedFile {
  readonly way: string;
}

/** The files of the seeds, each saved by LibreOffice in another format, but for those that would lose a quirk. `folder` is the caller's to remove. */
export function savedByLibreOffice(seeds: readonly number[], folder: string): SavedFile[] {
  mkdirSync(join(folder, 'in'), { recursive: true });
  const files = seeds.flatMap((seed) => {
    const way = officeWays[seed % officeWays.length] as OfficeWay;
    const made = generated(seed, way.from);
    if (made.quirks.some((quirk) => way.loses?.test(quirk) ?? false)) return [];
    const path = join(folder, 'in', `${seed}.${way.from}`);
    writeFileSync(path, made.bytes);
    return [{ made, way, path }];
  });
  for (const [way, of] of Map.groupBy(files, (file) => file.way))
    saveAs(
      way.to,
      of.map(({ path }) => path),
      folderOf(folder, way),
      folder,
    );
  return files.map(({ made, way, path }) => {
    const saved = join(folderOf(folder, way), `${made.seed}.${way.to}`);
    if (!existsSync(saved)) throw new Error(`LibreOffice saved no ${way.to} of ${path}`);
    const bytes = new Uint8Array(readFileSync(saved));
    return { ...made, format: way.to, name: `form.${way.to}`, bytes, way: `${way.from} to ${way.to}` };
  });
}

function folderOf(folder: string, { from, to }: OfficeWay): string {
  return join(folder, `${from}-${to}`);
}

/** Each start of LibreOffice takes seconds: everything that goes one way goes through one. */
function saveAs(filter: string, paths: readonly string[], out: string, folder: string): void {
  const words = ['--headless', `-env:UserInstallation=file://${join(folder, 'home')}`, '--convert-to', filter];
  execFileSync(soffice ?? '', [...words, '--outdir', out, ...paths], {
    stdio: 'ignore',
    env: { ...process.env, FONTCONFIG_FILE: fontconfigFile() },
  });
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
