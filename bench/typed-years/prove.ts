/**
 * Random years, typed, published and exported: what comes out otherwise than it was typed.
 *
 * node scripts/run.mjs bench/typed-years/prove.ts [YEARS] [SEED] [PATH]
 */
import fc from 'fast-check';
import { comeOut } from '../../tests/typed-years/come-out.ts';
import { randomYear } from '../../tests/typed-years/random-year.ts';

const years = Number(process.argv[2] ?? 2000);
const seed = Number(process.argv[3] ?? 20_261_129);
/** Of one case alone, as a failure tells it. */
const path = process.argv[4];

let [rows, characters, run] = [0, 0, 0];
const began = performance.now();
const result = await fc.check(
  fc.asyncProperty(randomYear, async (random) => {
    const wrong = await comeOut(random);
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong, null, 1));
    run += 1;
    rows += random.form.rows.length;
    characters += JSON.stringify(random.form.rows).length;
    if (run % (years < 500 ? 10 : 100) === 0)
      console.log(`${run} years, ${rows} rows, ${characters} characters: as typed`);
  }),
  // Making a case smaller takes longer than finding it; its seed and path are told, and its words are short.
  { seed, numRuns: years, endOnFailure: true, ...(path === undefined ? {} : { path }) },
);

if (result.failed) console.log(fc.defaultReportMessage(result), result.errorInstance);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${run} of ${years} random years (seed ${seed}) came out as they were typed, ${rows} rows, in ${seconds} s`,
);
console.log(JSON.stringify({ summary: { passed: run, failed: result.failed ? 1 : 0, years, rows, characters, seed } }));
process.exitCode = result.failed ? 1 : 0;
