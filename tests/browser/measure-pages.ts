import { Pool } from '@guankao/pool';
import { createServer } from '@guankao/server';
import { memoryCatalogue } from '../../packages/server/src/fixtures/memory-catalogue.ts';
import { smallFiling } from '../../packages/server/src/fixtures/small-filing.ts';

// Says how long the server takes for each kind of page of a filing of 50 plans, each with a missed target and three findings:
// NODE_ENV=production node scripts/run.mjs tests/browser/measure-pages.ts
// One line of JSON: milliseconds of processor time by path, the quickest of nine runs, since other work on the machine can only slow one down.

const filing = encodeURIComponent('範例部-113');
const paths = [
  '/',
  '/plans',
  `/plans/${filing}-r1`,
  '/filings',
  `/filings/${filing}`,
  `/filings/${filing}/source`,
  '/rules',
  '/api/plans',
];

function largeFiling(): ReturnType<typeof smallFiling> {
  const { reading, bytes } = smallFiling();
  const [plan] = reading.plans;
  if (plan === undefined) throw new Error('the fixture has no plan');
  const plans = Array.from({ length: 50 }, (_, index) => ({ ...plan, id: `r${index + 1}` }));
  return {
    reading: {
      ...reading,
      plans,
      findings: plans.flatMap(({ id }) => reading.findings.map((finding) => ({ ...finding, plan: id }))),
    },
    bytes,
  };
}

const server = await createServer({ catalogue: memoryCatalogue([largeFiling()]), pool: new Pool() });
const took: Record<string, number> = {};
for (const path of paths) {
  const times: number[] = [];
  for (let run = 0; run < 9; run += 1) {
    const start = process.cpuUsage();
    const { statusCode } = await server.inject(path);
    if (statusCode !== 200) throw new Error(`${path}: ${statusCode}`);
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1000);
  }
  took[decodeURIComponent(path)] = Number(Math.min(...times).toFixed(1));
}
await server.close();
console.log(JSON.stringify(took));
