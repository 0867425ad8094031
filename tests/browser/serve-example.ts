import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pool } from '@guankao/pool';
import { read } from '@guankao/reading';
import { createServer } from '@guankao/server';
import { memoryCatalogue } from '../../packages/server/src/fixtures/memory-catalogue.ts';

// Serves the example filings from memory on a free port until it is told to stop: node scripts/run.mjs tests/browser/serve-example.ts [PORT]
// Its first line of output is JSON: where it listens, and the paths of the filing and of its plans.

/** The example first; the others so that what is drawn of several ministries and years has some to draw. */
const folders = [
  'example',
  'example-last-year',
  'invented-ministry',
  'sample-commission',
  'mock-agency',
  'surmised-agency',
];

const held = await Promise.all(
  folders.map(async (folder) => {
    const bytes = new Uint8Array(readFileSync(join(process.cwd(), 'corpus', folder, 'filing.txt')));
    return { reading: (await read({ name: 'filing.txt', bytes })).reading, bytes };
  }),
);
const catalogue = memoryCatalogue(held);
const builtFolder = join(process.cwd(), 'dist');
const pool = new Pool({ program: join(builtFolder, 'pool-child.mjs') });
const server = await createServer({ catalogue, builtFolder, pool });
const origin = await server.listen({ host: '127.0.0.1', port: Number(process.argv[2] ?? 0) });
const [filing] = await catalogue.filings();
const { rows } = await catalogue.plans({ filing: filing?.id ?? '' });
const path = encodeURIComponent;
console.log(
  JSON.stringify({
    origin,
    filing: `/filings/${path(filing?.id ?? '')}`,
    plans: rows.map(({ id }) => `/plans/${path(id)}`),
  }),
);

process.once('SIGTERM', () => process.exit(0));
