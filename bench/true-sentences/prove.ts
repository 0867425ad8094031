/**
 * True sentences by a grammar: any that is accused, and how many of them are caught once one figure is moved.
 *
 * node scripts/run.mjs bench/true-sentences/prove.ts [SENTENCES] [SEED] [FIRST] [--details]
 */
import { caseOf } from '../../tests/true-sentences/grammar.ts';
import { toldOf } from '../../tests/true-sentences/told.ts';

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const [sentences = 1_000_000, seed = 20_261_129, first = 0] = words.map(Number);
const details = process.argv.includes('--details');

interface Tally {
  held: number;
  accused: number;
  moved: number;
  caught: number;
  movedAlone: number;
  caughtAlone: number;
}

const byKind = new Map<string, Tally>();
const all: Tally = { held: 0, accused: 0, moved: 0, caught: 0, movedAlone: 0, caughtAlone: 0 };
const shown = new Map<string, number>();
const most = details ? 6 : 2;

function show(what: string, kind: string, line: string): void {
  const key = `${what} ${kind}`;
  const already = shown.get(key) ?? 0;
  shown.set(key, already + 1);
  if (already < most) console.log(`  ${what} (${kind}) ${line}`);
}

const began = performance.now();
for (let number = first; number < first + sentences; number++) {
  const { kind, text, moved, alone } = caseOf(seed, number);
  const tally = byKind.get(kind) ?? { held: 0, accused: 0, moved: 0, caught: 0, movedAlone: 0, caughtAlone: 0 };
  byKind.set(kind, tally);
  const add = (key: keyof Tally): void => {
    tally[key] += 1;
    all[key] += 1;
  };
  const findings = toldOf(text);
  add(findings.length === 0 ? 'held' : 'accused');
  if (findings.length > 0)
    show(
      'accused',
      kind,
      `${number} ${findings.map(({ rule, severity }) => `${severity} ${rule}`).join(', ')}: ${text}`,
    );
  if (moved !== null && findings.length === 0) {
    const caught = toldOf(moved).length > 0;
    add('moved');
    if (alone) add('movedAlone');
    if (caught) add('caught');
    if (caught && alone) add('caughtAlone');
    if (!caught && details) show('not seen', kind, `${number}: ${moved}`);
  }
  if ((number - first + 1) % 100_000 === 0) console.log(`${number - first + 1} sentences, ${all.accused} accused`);
}

const share = (part: number, whole: number): string => (whole === 0 ? '—' : (part / whole).toFixed(3));
for (const [kind, { held, accused, moved, caught, movedAlone, caughtAlone }] of [...byKind].toSorted(([a], [b]) =>
  a.localeCompare(b),
))
  console.log(
    `  ${kind.padEnd(32)} true ${held + accused}, accused ${accused}; moved ${moved}, caught ${share(caught, moved)}, alone ${share(caughtAlone, movedAlone)}`,
  );
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${sentences} true sentences (seed ${seed}, from ${first}), ${all.accused} accused; of ${all.moved} with one figure moved ${share(all.caught, all.moved)} caught, alone ${share(all.caughtAlone, all.movedAlone)}; in ${seconds} s`,
);
console.log(
  JSON.stringify({
    summary: { passed: all.held, failed: all.accused, moved: all.moved, caught: all.caught, seed, first },
  }),
);
process.exitCode = all.accused === 0 ? 0 : 1;
