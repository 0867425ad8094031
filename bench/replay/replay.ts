// What two checkouts read in the same files, line by line: gained, lost, or nothing.
//   node scripts/run.mjs bench/replay/replay.ts BEFORE [AFTER]        what changed from one checkout to another (this one)
//   node scripts/run.mjs bench/replay/replay.ts --listing CHECKOUT    everything that a checkout reads
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { filesToReplay } from './files.ts';

/** The root of the checkout: programs of this folder are run from it. */
const root = process.cwd();

const [first, second = root] = process.argv.slice(2);
if (first === undefined) {
  console.error('usage: replay.ts BEFORE [AFTER] | --listing CHECKOUT');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'replay-'));
try {
  const paths = await filesToReplay(root, folder);
  if (first === '--listing') for (const line of await listingOf(resolve(second), paths)) console.log(line);
  else report(await listingOf(resolve(first), paths), await listingOf(resolve(second), paths));
} finally {
  rmSync(folder, { recursive: true });
}

/** Bundled from the checkout's own sources and run with its own packages. */
async function listingOf(checkout: string, paths: readonly string[]): Promise<readonly string[]> {
  const place = mkdtempSync(join(checkout, 'node_modules', '.run-'));
  try {
    const outfile = join(place, 'listing.mjs');
    await build({
      entryPoints: [join(root, 'bench/replay/listing.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'esm',
      conditions: ['guankao-source'],
      absWorkingDir: checkout,
      logLevel: 'error',
      loader: { '.yaml': 'text', '.md': 'text', '.css': 'text', '.typ': 'text', '.sql': 'text' },
      plugins: [
        {
          name: 'rooms-of-the-checkout',
          setup({ onResolve }) {
            onResolve({ filter: /^[^./]/ }, ({ path, kind }) => {
              if (kind === 'entry-point') return undefined;
              const room = /^@guankao\/([^/]+)$/.exec(path)?.[1];
              if (room !== undefined) return { path: join(checkout, 'packages', room, 'src/index.ts') };
              return path.startsWith('@guankao/') ? undefined : { path, external: true };
            });
          },
        },
      ],
    });
    const options = { encoding: 'utf8', maxBuffer: 2 ** 30 } as const;
    return execFileSync(process.execPath, [outfile, ...paths], options)
      .trimEnd()
      .split('\n');
  } finally {
    rmSync(place, { recursive: true });
  }
}

function report(before: readonly string[], after: readonly string[]): void {
  const lost = without(before, after);
  const gained = without(after, before);
  for (const line of lost) console.log(`- ${line}`);
  for (const line of gained) console.log(`+ ${line}`);
  const findings = (lines: readonly string[]): number => lines.filter((line) => line.includes('\tfinding\t')).length;
  console.log(
    `${before.length} lines before, ${after.length} after: ${lost.length} lost (${findings(lost)} findings), ${gained.length} gained (${findings(gained)} findings)`,
  );
  for (const told of byRule(before, after)) console.log(told);
  process.exitCode = lost.length + gained.length === 0 ? 0 : 1;
}

/**
 * The same of findings in filings as they were read, whatever words a message has and wherever its evidence begins: for
 * each rule the rows of a file that it accuses on one side only, and those where it calls it otherwise.
 */
function byRule(before: readonly string[], after: readonly string[]): readonly string[] {
  const [was, is] = [accused(before), accused(after)];
  const counts = new Map<string, Map<string, number>>();
  for (const row of new Set([...was.keys(), ...is.keys()])) {
    const [old, now] = [was.get(row), is.get(row)];
    if (old === now) continue;
    const rule = row.split('\t')[2] ?? '';
    const ofRule = counts.get(rule) ?? new Map<string, number>();
    const what = `${old ?? 'nothing'} → ${now ?? 'nothing'}`;
    counts.set(rule, ofRule.set(what, (ofRule.get(what) ?? 0) + 1));
  }
  return [...counts].flatMap(([rule, whats]) => [...whats].map(([what, rows]) => `${rule}: ${what}, rows: ${rows}`));
}

/** File, row and rule, and how it is called: `error`, or `error, question` where both are said of one row. */
function accused(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const line of lines) {
    const [file, kind, row, severity, rule] = line.split('\t');
    if (kind !== 'finding' || severity === undefined) continue;
    const key = [file, row, rule].join('\t');
    found.set(key, (found.get(key) ?? new Set()).add(severity));
  }
  return new Map([...found].map(([key, called]) => [key, [...called].toSorted().join(', ')]));
}

/** Those of `lines` that `others` has not, each as often as it is missing. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const left = new Map<string, number>();
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1);
  return lines.filter((line) => {
    const count = left.get(line) ?? 0;
    if (count > 0) left.set(line, count - 1);
    return count === 0;
  });
}
