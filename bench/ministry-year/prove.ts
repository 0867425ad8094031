/**
 * A ministry's year by a script that knows of the program what /openapi.json says.
 *
 * node scripts/run.mjs bench/ministry-year/prove.ts [AGENCIES] [PLANS] [MONTHS]
 */
import { openEmptyHouse } from '../../tests/ministry-year/empty-house.ts';
import { playYear } from '../../tests/ministry-year/play.ts';

const [agencies = 6, plans = 49, months = 12] = process.argv.slice(2).map(Number);
const house = await openEmptyHouse();
const began = performance.now();
try {
  const played = await playYear(house, { agencies, plans, months });
  const { requests, reports, late, returned, byDeputy, carriedOver, cells, typedTwice, differences } = played;
  console.log(`${agencies} agencies, ${plans} plans, ${months} months: ${requests} requests`);
  console.log(`${reports} reports, ${late} of them late, ${returned} returned, ${byDeputy} events by a deputy`);
  console.log(`${carriedOver} carry-overs asked for, decided, drawn into the next year and settled`);
  console.log(`${cells} cells typed, ${typedTwice.length} of them twice`, ...typedTwice.slice(0, 20));
  console.log(`the form read back in three formats: ${differences.length} differences`, ...differences.slice(0, 20));
  console.log(`in ${Math.round((performance.now() - began) / 1000)} s`);
  // A year in which nobody was late shows nothing of it.
  const missing = Object.entries({ late, returned, byDeputy, carriedOver }).flatMap(([what, n]) =>
    n === 0 ? [what] : [],
  );
  if (missing.length > 0) console.log(`it did not happen: ${missing.join(', ')}`);
  const failed = typedTwice.length + differences.length + missing.length;
  console.log(JSON.stringify({ summary: { passed: rowsHeld(plans, differences.length), failed, ...played } }));
  process.exitCode = failed === 0 ? 0 : 1;
} finally {
  await house.close();
}

/** Rows that came back as they are held; none of them where anything differed. */
function rowsHeld(rows: number, wrong: number): number {
  return wrong === 0 ? rows : 0;
}
