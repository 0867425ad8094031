// How the time of a reading grows with the file: node scripts/run.mjs bench/growth/files.ts [NAME …]
// Fails where twice the file takes more than 2.5 times as long, or a file longer than its limit. A Refusal is an answer.
import { Refusal } from '@guankao/domain';
import { read } from '@guankao/reading';
import { runCases, tell } from './children.ts';
import { hostileFiles } from '../../tests/formats/hostile/growing.ts';
import { measured } from './measure.ts';

const halvings = 6;
/** Milliseconds of CPU for the largest. */
const limit = 10_000;

if (process.send === undefined) await parent(process.argv.slice(2));
else await child(process.argv[2] ?? '');

async function parent(names: readonly string[]): Promise<void> {
  const chosen = hostileFiles.filter(
    ({ name, format }) => names.length === 0 || names.includes(name) || names.includes(format),
  );
  const cases = chosen.map(({ name }) => ({ name, words: [name] }));
  process.exitCode = (await runCases(import.meta.url, cases, () => limit)) ? 0 : 1;
}

async function child(name: string): Promise<void> {
  const hostile = hostileFiles.find((one) => one.name === name);
  if (hostile === undefined) throw new Error(`no file ${name}`);
  const sizes = Array.from({ length: halvings + 1 }, (_, at) => Math.ceil(hostile.most / 2 ** (halvings - at)));
  const file = { name: `hostile.${hostile.format}` };
  let outcome = '';
  const open = async (bytes: Uint8Array): Promise<void> => {
    outcome = await outcomeOf({ ...file, bytes });
  };
  for (let warm = 0; warm < 3; warm += 1) await open(hostile.bytes(sizes[0] ?? 1));
  await measured(
    sizes,
    async (size) => hostile.bytes(size),
    open,
    (row) => tell({ of: outcome, row }),
  );
  process.exit(0);
}

async function outcomeOf(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<string> {
  try {
    await read(file);
    return 'read';
  } catch (fault) {
    if (fault instanceof Refusal) return fault.id;
    throw fault;
  }
}
