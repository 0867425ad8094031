// How fast PDFs are read, beside pdf.js's own text, pdftotext and pdfminer, on the same files:
//   node scripts/run.mjs bench/documents/speed.ts
// Each measurement runs in a process of its own, so that none warms another up; the one of three that took the least CPU counts.
import { execFileSync, fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isMainThread } from 'node:worker_threads';
import { openDocument } from '@guankao/documents';
import { openPdf, readPdfOnCores } from '@guankao/documents/node';
import type { Piece } from '../../tests/formats/spreads.ts';
import { writePdf } from '../../tests/formats/write-pdf.ts';
import { examplePieces } from './sample-files.ts';

interface Measured {
  readonly milliseconds: number;
  /** Time of all its cores together: what other work on the machine disturbs least. */
  readonly cpu: number;
  readonly pages: number;
  readonly memory: number;
}

const readers: Record<string, (path: string) => Promise<number>> = {
  'guankao, one core': async (path) => (await openDocument(fileAt(path))).pages ?? 0,
  'guankao, two cores': async (path) => (await readPdfOnCores(fileAt(path), 2)).pages ?? 0,
  'pdf.js bare text': bareText,
};

if (isMainThread) {
  if (process.send === undefined) await compare();
  else await measureHere(process.argv[2] ?? '', process.argv[3] ?? '');
}

async function compare(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'));
  try {
    const files = await madeFiles(folder);
    console.log(
      `${availableParallelism()} cores, Node ${process.version}; pages of the example filing, ruled tables, landscape and upright`,
    );
    for (const { path, pages } of files) await compareOn(path, pages);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function compareOn(path: string, pages: number): Promise<void> {
  console.log(`\n${pages} pages`);
  const floor = await best('pdf.js bare text', path);
  for (const name of Object.keys(readers)) {
    const measured = name === 'pdf.js bare text' ? floor : await best(name, path);
    console.log(
      line(
        name,
        measured.milliseconds,
        pages,
        `${(measured.cpu / 1000).toFixed(2)} s of CPU, ${(measured.cpu / floor.cpu).toFixed(2)}× bare text's; at most ${Math.round(measured.memory / 1e6)} MB`,
      ),
    );
  }
  yardstick('pdftotext -layout', pages, ['pdftotext', '-layout', path, '-']);
  yardstick('pdfminer, layout text', pages, [
    '/usr/bin/python3',
    '-c',
    'import sys; from pdfminer.high_level import extract_text; extract_text(sys.argv[1])',
    path,
  ]);
}

function line(name: string, milliseconds: number, pages: number, more: string): string {
  return `  ${name.padEnd(24)}${(milliseconds / 1000).toFixed(2).padStart(8)} s ${((pages / milliseconds) * 1000).toFixed(0).padStart(6)} pages/s   ${more}`;
}

function yardstick(name: string, pages: number, [program = '', ...words]: string[]): void {
  try {
    const times = [1, 2].map(() => {
      const began = performance.now();
      execFileSync(program, words, { stdio: ['ignore', 'ignore', 'ignore'], maxBuffer: 1 << 30 });
      return performance.now() - began;
    });
    console.log(line(name, Math.min(...times), pages, 'text only, no tables; with the start of its program'));
  } catch {
    console.log(`  ${name.padEnd(24)} not here: skipped`);
  }
}

async function best(name: string, path: string): Promise<Measured> {
  const runs: Measured[] = [];
  for (let i = 0; i < 3; i += 1) runs.push(await inOwnProcess(name, path));
  return runs.sort((a, b) => a.cpu - b.cpu)[0] as Measured;
}

function inOwnProcess(name: string, path: string): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(import.meta.url), [name, path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.on('message', (measured: Measured) => resolve(measured));
    child.on('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}

async function measureHere(name: string, path: string): Promise<void> {
  let memory = 0;
  const watch = setInterval(() => {
    memory = Math.max(memory, process.memoryUsage().rss);
  }, 50);
  const [began, used] = [performance.now(), process.cpuUsage()];
  const pages = (await readers[name]?.(path)) ?? 0;
  const milliseconds = performance.now() - began;
  const { user, system } = process.cpuUsage(used);
  clearInterval(watch);
  const measured: Measured = {
    milliseconds,
    cpu: (user + system) / 1000,
    pages,
    memory: Math.max(memory, process.memoryUsage().rss),
  };
  process.send?.(measured, () => process.exit(0));
}

/** The floor of our own stack: pdf.js asked for nothing but text. */
async function bareText(path: string): Promise<number> {
  const pdf = await openPdf(fileAt(path));
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    await page.getTextContent();
    page.cleanup();
  }
  return pdf.numPages;
}

function fileAt(path: string): { name: string; bytes: Uint8Array } {
  return { name: 'filing.pdf', bytes: new Uint8Array(readFileSync(path)) };
}

async function madeFiles(folder: string): Promise<{ path: string; pages: number }[]> {
  const pieces = await examplePieces();
  const made: { path: string; pages: number }[] = [];
  for (const times of [1, 10, 40, 100]) {
    const path = join(folder, `${times}.pdf`);
    writeFileSync(path, writePdf(repeated(pieces, times)));
    made.push({ path, pages: (await openDocument(fileAt(path))).pages ?? 0 });
  }
  return made;
}

function repeated(pieces: readonly Piece[], times: number): Piece[] {
  return Array.from({ length: times }, () => pieces).flat();
}
