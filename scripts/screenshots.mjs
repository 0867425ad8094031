// Takes the pictures in docs/screenshots from the example filing: node scripts/screenshots.mjs
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { root } from './bundling.mjs';

for (const program of ['take-screenshots.ts', 'take-office-pictures.ts', 'take-form-pictures.ts']) {
  const { status } = spawnSync(
    process.execPath,
    [join(root, 'scripts/run.mjs'), join(root, 'tests/browser', program)],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exitCode = status ?? 1;
}
