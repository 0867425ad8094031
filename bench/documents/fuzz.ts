// Damaged files for every reader: none may crash, hang, or use up the memory.
//   node scripts/run.mjs bench/documents/fuzz.ts [FILES-PER-FORMAT] [FORMAT …]
// A reader may give a Document or throw a Refusal. Each format runs in a process of its own, watched from outside.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { openDocument } from '@guankao/documents';
import { Refusal } from '@guankao/domain';
import { mutated, randomFrom } from './mutations.ts';
import { sampleFiles } from './sample-files.ts';

/** Milliseconds of CPU for one file. On the clock a busy machine may take several times as long: past `patience` it hangs. */
const slowest = 10_000;
const patience = 60_000;
const largest = 1_000_000_000;

interface Progress {
  readonly index: number;
  readonly outcome: 'read' | 'refused' | 'crashed';
  readonly detail: string;
  /** Of CPU. */
  readonly milliseconds: number;
  /** Resident, in bytes. */
  readonly memory: number;
}

interface Tally {
  read: number;
  refused: number;
  slowest: number;
  memory: number;
  readonly faults: string[];
}

if (process.send === undefined) await parent(process.argv.slice(2));
else await child(process.argv.slice(2));

async function parent([count = '2000', ...formats]: string[]): Promise<void> {
  const chosen = formats.length > 0 ? formats : Object.keys(await sampleFiles());
  let failed = 0;
  for (const format of chosen) {
    const tally: Tally = { read: 0, refused: 0, slowest: 0, memory: 0, faults: [] };
    for (let next = 0; next < Number(count);) next = await runFrom(format, next, Number(count), tally);
    if (tally.memory > largest) tally.faults.push(`memory ${megabytes(tally.memory)}`);
    if (tally.faults.length > 0) failed += 1;
    console.log(
      `${format.padEnd(5)} ${count} files: ${tally.read} read, ${tally.refused} refused, ${tally.faults.length} faults; slowest ${tally.slowest} ms of CPU, at most ${megabytes(tally.memory)}`,
    );
    for (const fault of tally.faults.slice(0, 10)) console.log(`      ${fault}`);
  }
  console.log(JSON.stringify({ summary: { passed: chosen.length - failed, failed } }));
  process.exitCode = failed === 0 ? 0 : 1;
}

/** Runs a child from a file on until it is done, crashes or hangs; gives the file to go on with. */
function runFrom(format: string, from: number, count: number, tally: Tally): Promise<number> {
  return new Promise((resolve) => {
    const worker = fork(fileURLToPath(import.meta.url), [format, `${from}`, `${count}`], {
      execArgv: ['--max-old-space-size=1024'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let at = from;
    let errors = '';
    let hung = false;
    const watch = (): NodeJS.Timeout =>
      setTimeout(() => {
        hung = true;
        worker.kill('SIGKILL');
      }, patience);
    let timer = watch();
    worker.stderr?.on('data', (part) => {
      errors = `${errors}${part}`.slice(-400);
    });
    worker.on('message', (message: Progress) => {
      clearTimeout(timer);
      timer = watch();
      at = message.index + 1;
      note(tally, message);
    });
    worker.on('exit', (code) => {
      clearTimeout(timer);
      if (at < count) {
        tally.faults.push(`file ${at}: ${hung ? 'hung' : `died (${code}) ${errors.trim().split('\n').at(-1) ?? ''}`}`);
        resolve(at + 1);
      } else resolve(count);
    });
  });
}

function note(tally: Tally, { index, outcome, detail, milliseconds, memory }: Progress): void {
  if (outcome === 'read') tally.read += 1;
  else if (outcome === 'refused') tally.refused += 1;
  else tally.faults.push(`file ${index}: ${detail}`);
  if (milliseconds > slowest) tally.faults.push(`file ${index}: ${milliseconds} ms`);
  tally.slowest = Math.max(tally.slowest, milliseconds);
  tally.memory = Math.max(tally.memory, memory);
}

async function child([format = '', from = '0', count = '0']: string[]): Promise<void> {
  const samples = (await sampleFiles())[format] ?? [];
  for (let index = Number(from); index < Number(count); index += 1) {
    const random = randomFrom(index * 7919 + format.length * 104_729 + 1);
    const sample = samples[index % samples.length] ?? new Uint8Array();
    const bytes = mutated(sample, ['ods', 'odt', 'xlsx', 'docx'].includes(format), random);
    const used = process.cpuUsage();
    const { outcome, detail } = await outcomeOf(format, bytes);
    const { user, system } = process.cpuUsage(used);
    const progress: Progress = {
      index,
      outcome,
      detail,
      milliseconds: Math.round((user + system) / 1000),
      memory: process.memoryUsage().rss,
    };
    await new Promise((resolve) => process.send?.(progress, resolve));
  }
  process.exit(0);
}

async function outcomeOf(format: string, bytes: Uint8Array): Promise<{ outcome: Progress['outcome']; detail: string }> {
  try {
    await openDocument({ name: `damaged.${format}`, bytes });
    return { outcome: 'read', detail: '' };
  } catch (fault) {
    if (fault instanceof Refusal) return { outcome: 'refused', detail: fault.id };
    return {
      outcome: 'crashed',
      detail: fault instanceof Error ? (fault.stack ?? fault.message).split('\n').slice(0, 4).join(' ') : String(fault),
    };
  }
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
