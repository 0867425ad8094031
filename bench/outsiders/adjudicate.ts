import { join } from 'node:path';
import { adjudicatedByOutsiders } from '../../packages/cli/src/bench/adjudicated.ts';
import { outsidersSet } from '../../packages/cli/src/bench/outsiders.ts';

/** Errors of each rule on a set, right and wrong by its labels, as JSON: node scripts/run.mjs bench/outsiders/adjudicate.ts SET */

const [name] = process.argv.slice(2);
if (name === undefined) throw new Error('name a set, such as 2026-11-28');
console.log(JSON.stringify(await adjudicatedByOutsiders(outsidersSet(join('bench/outsiders', name), name)), null, 1));
