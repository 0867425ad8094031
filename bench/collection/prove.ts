/**
 * Nine agencies' files of a 49-row year, filled in, spoilt and dropped in together, again and again.
 *
 * node scripts/run.mjs bench/collection/prove.ts [YEARS] [SEED]
 */
import { comeIn } from '../../tests/collection/come-in.ts';

const years = Number(process.argv[2] ?? 500);
const first = Number(process.argv[3] ?? 1);

let [written, placed, shown, inUnread, failed] = [0, 0, 0, 0, 0];
const came = new Map<string, number>();
const [lost, misplaced, spoilt]: string[][] = [[], [], []];
for (let seed = first; seed < first + years; seed += 1) {
  const one = await comeIn(seed);
  for (const [end, count] of Object.entries(one.files)) came.set(end, (came.get(end) ?? 0) + count);
  written += one.written;
  placed += one.placed;
  shown += one.shown;
  inUnread += one.inUnread;
  lost?.push(...one.lost.map(({ file, text }) => `${seed}: ${file}: ${text}`));
  misplaced?.push(...one.misplaced.map((what) => `${seed}: ${what}`));
  spoilt?.push(...one.spoilt.map((what) => `${seed}: ${what}`));
  failed += one.lost.length + one.misplaced.length + one.spoilt.length > 0 ? 1 : 0;
}
for (const what of [...(lost ?? []), ...(misplaced ?? []), ...(spoilt ?? [])].slice(0, 20)) console.log(what);
console.log(`${years} years from seed ${first}: ${written} texts written`);
console.log(
  `files that came: ${[...came]
    .toSorted(([, a], [, b]) => b - a)
    .map(([end, count]) => `${count} .${end}`)
    .join(', ')}`,
);
console.log(
  `${placed} stand where they were written for, ${shown} are shown to a person, ${inUnread} are in files that say why they cannot be read`,
);
console.log(`lost: ${lost?.length}; misplaced: ${misplaced?.length}; spoilt: ${spoilt?.length}`);
console.log(`${(lost?.length ?? 0) + (misplaced?.length ?? 0)} cells silently lost or misplaced`);
console.log(JSON.stringify({ summary: { passed: years - failed, failed, written, placed, shown, inUnread } }));
process.exitCode = failed === 0 ? 0 : 1;
