// Runs a TypeScript file of this project: node scripts/run.mjs FILE.ts [ARGS]
// It is bundled first, the way the product is, so that what is measured is what is shipped.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { findNode24, isNode24 } from '../bin/node24.mjs';
import { bundling, root } from './bundling.mjs';

const [entry, ...rest] = process.argv.slice(2);
if (entry === undefined) {
  console.error('usage: node scripts/run.mjs FILE.ts [ARGS]');
  process.exit(2);
}
if (!isNode24) process.exit(spawnSync(findNode24() ?? 'node', process.argv.slice(1), { stdio: 'inherit' }).status ?? 1);
// React takes its quick form where this is set before it is loaded, as the product does.
process.env.NODE_ENV ??= 'production';
const folder = mkdtempSync(join(root, 'node_modules', '.run-'));
const outfile = join(folder, 'main.mjs');
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
await build({ ...bundling, entryPoints: [resolve(entry)], outfile, logLevel: 'error' });
process.argv = [process.argv[0], resolve(entry), ...rest];
await import(pathToFileURL(outfile).href);
