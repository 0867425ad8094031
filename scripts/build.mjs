// Bundles the program into dist/: node scripts/build.mjs
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundling, root } from './bundling.mjs';

/** Commands become chunks of their own, so that reading a file loads no database driver. */
export async function buildProgram() {
  const { build } = await import('esbuild');
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await build({
    ...bundling,
    entryPoints: {
      guankao: 'packages/cli/src/bin.ts',
      'pool-child': 'packages/pool/src/child/program.ts',
      'reading-worker': 'packages/cli/src/batch/worker.ts',
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

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await buildProgram();
