// Bundles the program into dist/: node scripts/build.mjs
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { findNode24 } from '../bin/node24.mjs';
import { bundling, root } from './bundling.mjs';

const dist = join(root, 'dist');
const fontBuilder = 'packages/fonts/src/build/build.ts';

/** The fonts of the pages, into dist/fonts/: a few seconds, so only where their packages or their cutting changed. */
export async function buildFonts() {
  await promisify(execFile)(findNode24(), ['scripts/run.mjs', fontBuilder, join(dist, 'fonts')], { cwd: root });
}

/** Commands become chunks of their own, so that reading a file loads no database driver. */
export async function buildProgram() {
  const { build } = await import('esbuild');
  for (const name of existsSync(dist) ? readdirSync(dist) : [])
    if (name !== 'fonts') rmSync(join(dist, name), { recursive: true, force: true });
  await build({
    ...bundling,
    entryPoints: {
      guankao: 'packages/cli/src/bin.ts',
      'pool-child': 'packages/pool/src/child/program.ts',
    },
    outdir: 'dist',
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[name]-[hash]',
    splitting: true,
    logLevel: 'error',
  });
  // For the browser everything goes into one file a page: the rules run there as one types; the calendar is only where a date is asked for.
  await build({
    ...bundling,
    platform: 'browser',
    target: 'es2023',
    plugins: [],
    minify: true,
    sourcemap: false,
    entryPoints: {
      workbench: 'packages/web/src/office/workbench.ts',
      grid: 'packages/web/src/office/grid-keys.ts',
      'grid-check': 'packages/web/src/office/grid-check.ts',
      'date-field': 'packages/web/src/office/date-field.tsx',
      verify: 'packages/web/src/verify/verify-page.ts',
    },
    outdir: 'dist/browser',
    logLevel: 'error',
  });
  writeFileSync(join(dist, 'browser/compare.js'), await selfContained(build, 'packages/desk/src/compare/worker.ts'));
  await buildDesk(build);
}

/** A script with all that it needs inside, the readers of all formats too. */
async function selfContained(build, entry) {
  const { outputFiles } = await build({
    ...bundling,
    platform: 'browser',
    target: 'es2023',
    format: 'iife',
    plugins: [],
    minify: true,
    sourcemap: false,
    // In one file there is nothing to resolve; what asks for it runs on Node only.
    define: { 'import.meta.resolve': 'undefined' },
    entryPoints: [entry],
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}

/** One file that checks a filing in a browser, without a network: its program, its worker's and the tables for old PDFs inside. */
async function buildDesk(build) {
  const scriptOf = async (entry) => (await selfContained(build, entry)).replaceAll('</script', '<\\/script');
  const [page, worker] = await Promise.all([
    scriptOf('packages/desk/src/page/one-file.ts'),
    scriptOf('packages/desk/src/work/worker.ts'),
  ]);
  writeFileSync(join(dist, 'guankao-check.html'), await deskPage(page, worker));
}

async function deskPage(page, worker) {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const style = readFileSync(join(root, 'packages/desk/src/page/desk.css'), 'utf8');
  const hashOf = (text, form) => createHash('sha256').update(text).digest(form);
  // What a file talks a reader into cannot leave: no address may be asked for anything.
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hashOf(page, 'base64')}'`,
    `style-src 'sha256-${hashOf(style, 'base64')}'`,
    'worker-src blob:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return [
    '<!doctype html>',
    '<html lang="zh-Hant">',
    '<meta charset="utf-8">',
    `<meta http-equiv="content-security-policy" content="${policy}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<title>在您的電腦上檢核情形表</title>',
    `<style>${style}</style>`,
    `<div id="desk" data-version="${version}" data-hash="${hashOf(page + worker, 'hex')}">`,
    '<noscript><p>這一頁要用 JavaScript 才能在您的電腦上檢核。This page needs JavaScript to check on your computer.</p></noscript>',
    '</div>',
    `<script type="text/plain" id="worker">${worker}</script>`,
    `<script type="text/plain" id="tables">${await tablesForPdf()}</script>`,
    `<script>${page}</script>`,
    '',
  ].join('\n');
}

/** The tables of characters of pdf.js, one archive in base64. */
async function tablesForPdf() {
  const { zipSync } = await import('fflate');
  const folder = join(root, 'node_modules/pdfjs-dist/cmaps');
  const names = readdirSync(folder).filter((name) => name.endsWith('.bcmap'));
  const files = Object.fromEntries(
    names.sort().map((name) => [name, new Uint8Array(readFileSync(join(folder, name)))]),
  );
  // The same bytes from the same packages, whenever it is built.
  return Buffer.from(zipSync(files, { level: 9, mtime: '1980-01-01' })).toString('base64');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await Promise.all([buildProgram(), buildFonts()]);
