// Prints a reading of one text filing with empty claims and findings, for ../shared/contract/score.mjs:
//   node scripts/run.mjs packages/filings/score.ts FILE > reading.json
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { openDocument } from '../documents/src/index.ts';
import { printReading } from '../reading/src/print.ts';
import { readFiling } from './src/index.ts';

const path = process.argv[2];
if (path === undefined) throw new Error('usage: node scripts/run.mjs packages/filings/score.ts FILE [--time]');
const document = await openDocument({ name: basename(path), bytes: readFileSync(path) });
if (process.argv.includes('--time')) {
  const times = Array.from({ length: 30 }, () => {
    const start = performance.now();
    readFiling(document);
    return performance.now() - start;
  });
  const warm = times.slice(-10).toSorted((a, b) => a - b);
  console.error(
    `first ${times[0]?.toFixed(1)} ms, last ten: median ${warm[5]?.toFixed(1)} ms, quickest ${warm[0]?.toFixed(1)} ms`,
  );
}
process.stdout.write(`${JSON.stringify(printReading(document, readFiling(document), [], [], document.notices))}\n`);
