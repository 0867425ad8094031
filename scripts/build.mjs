// Bundles the program into dist/: node scripts/build.mjs
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, rmSync } from 'node:fs';
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
      'date-field': 'packages/web/src/office/date-field.tsx',
    },
    outdir: 'dist/browser',
    logLevel: 'error',
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await Promise.all([buildProgram(), buildFonts()]);
