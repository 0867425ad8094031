// npm start -- FILES…: sets up, then serves the site with Node 24.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode24, goOnWith } from '../bin/node24.mjs';
import { asScript, setup } from './setup.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

await asScript(async () => {
  await setup();
  goOnWith(findNode24(), [join(root, 'dist', 'guankao.mjs'), 'serve', ...process.argv.slice(2)], {
    // Files are named from where the person stands; npm itself goes to the checkout first.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    env: { ...process.env, GUANKAO_DATA: process.env.GUANKAO_DATA || join(root, '.guankao') },
  });
});
