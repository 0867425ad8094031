// Takes the pictures in docs/screenshots from the example filing: node scripts/screenshots.mjs
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bundling.mjs';

const { status } = spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), join(root, 'tests/browser/take-screenshots.ts')], { stdio: 'inherit' });
process.exitCode = status ?? 1;
