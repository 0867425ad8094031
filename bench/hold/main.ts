/**
 * Proof: no paste, no file and no crowd holds the site. A server with the example is given 60 texts (40 hostile, 20
 * honest; 1,000 to 100,000 characters) and 60 files by four askers at once, to the checks, import, settling, money,
 * budget and evidence, while a process of its own asks for /plans every 50 ms. Measured: how long /plans takes, what
 * became of everything that was sent, and how much memory the server and its children hold.
 *
 * node scripts/run.mjs bench/hold/main.ts [--checkout FOLDER] [--minutes N] [--share N]
 *
 * `--checkout` names another, built checkout, whose server is measured instead of this one's; `--minutes` ends it where
 * it does not end itself; `--share 4` sends every fourth text and file only.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Site, type Outcome } from './site.ts';
import { hostileFiles, honestFiles, type File } from './files.ts';
import { honestTexts, hostileTexts, type Text } from './texts.ts';

const root = join(import.meta.dirname, '../..');
const { values } = parseArgs({
  options: {
    checkout: { type: 'string', default: root },
    minutes: { type: 'string', default: '40' },
    share: { type: 'string', default: '1' },
  },
});
const until = performance.now() + Number(values.minutes) * 60_000;

/** What is promised: milliseconds and megabytes. */
const promised = { p99: 150, worst: 1_500, parent: 500 };

interface Sent {
  readonly asker: string;
  readonly what: string;
  readonly hostile: boolean;
  readonly outcome: Outcome;
}

interface Plans {
  readonly asked: number;
  readonly answered: number;
  readonly failed: number;
  readonly open: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly worst: number;
  readonly kinds: Readonly<Record<string, number>>;
}

/** Every n-th of a list, with hostile and honest ones alternating as they stand in it. */
function shared<T>(all: readonly T[]): T[] {
  return all.filter((_, at) => at % Number(values.share) === 0);
}

/** Hostile ones with honest ones between them, two to one. */
function mixed<T>(hostile: readonly T[], honest: readonly T[]): T[] {
  return hostile.flatMap((one, at) => (at % 2 === 0 && at / 2 < honest.length ? [one, honest[at / 2] as T] : [one]));
}

interface Memory {
  /** Megabytes, at most. */
  parent: number;
  child: number;
  childrenAtOnce: number;
  /** Of children: bytes of data that the system counts, at most, and what it allows. */
  data: number;
  limit: number | null;
}

/** Looks at the server and its children ten times a second. */
function watchMemory(pid: number): { readonly seen: Memory; readonly stop: () => void } {
  const seen: Memory = { parent: 0, child: 0, childrenAtOnce: 0, data: 0, limit: null };
  const timer = setInterval(() => {
    seen.parent = Math.max(seen.parent, statusOf(pid, 'VmHWM') ?? 0);
    const children = childrenOf(pid);
    seen.childrenAtOnce = Math.max(seen.childrenAtOnce, children.length);
    for (const child of children) {
      seen.child = Math.max(seen.child, statusOf(child, 'VmHWM') ?? 0);
      seen.data = Math.max(seen.data, statusOf(child, 'VmData') ?? 0);
      seen.limit ??= dataLimitOf(child);
    }
  }, 100);
  return { seen, stop: () => clearInterval(timer) };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // A process that has just ended.
    return '';
  }
}

/** Megabytes. */
function statusOf(pid: number, name: string): number | null {
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Math.round(Number(kilobytes) / 1024);
}

function dataLimitOf(pid: number): number | null {
  const bytes = /^Max data size\s+(\d+)/m.exec(read(`/proc/${pid}/limits`))?.[1];
  return bytes === undefined ? null : Math.round(Number(bytes) / 2 ** 20);
}

/** Those that work on what comes from outside; the database's are none of them. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => new RegExp(`^PPid:\\s+${pid}$`, 'm').test(read(`/proc/${one}/status`)))
    .filter((one) => read(`/proc/${one}/cmdline`).includes('pool-child'));
}

/** The work of one asker, one after the other, as a person sends it. */
async function askAll(
  asker: string,
  tasks: readonly { readonly what: string; readonly hostile: boolean; readonly send: () => Promise<Outcome> }[],
  sent: Sent[],
): Promise<void> {
  for (const { what, hostile, send } of tasks) {
    if (performance.now() > until) return;
    const outcome = await send();
    sent.push({ asker, what, hostile, outcome });
    process.stderr.write(
      `${asker.padEnd(10)} ${what.padEnd(42)} ${outcome.became} ${outcome.status} ${Math.round(outcome.milliseconds)} ms\n`,
    );
  }
}

function startPlans(origin: string): { readonly process: ChildProcess; readonly said: Promise<string> } {
  const words = [join(root, 'scripts/run.mjs'), join(root, 'bench/hold/ask-plans.ts'), origin];
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  let text = '';
  child.stdout.on('data', (part: Buffer) => (text += part.toString('utf8')));
  return { process: child, said: new Promise((resolve) => child.once('close', () => resolve(text))) };
}

async function stopPlans({ process: child, said }: ReturnType<typeof startPlans>): Promise<Plans> {
  child.kill('SIGTERM');
  return JSON.parse(await said) as Plans;
}

/** By asker: how many became what, and how long it took. */
function table(sent: readonly Sent[]): string[] {
  const lines = [
    '| asker | | sent | answered | refused | told to come back | failed | median | longest |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  for (const asker of new Set(sent.map((one) => one.asker))) {
    for (const hostile of [false, true]) {
      const own = sent.filter((one) => one.asker === asker && one.hostile === hostile);
      if (own.length === 0) continue;
      const count = (became: Outcome['became']) => own.filter(({ outcome }) => outcome.became === became).length;
      const times = own.map(({ outcome }) => outcome.milliseconds).toSorted((a, b) => a - b);
      const seconds = (value: number | undefined) => `${((value ?? 0) / 1_000).toFixed(1)} s`;
      lines.push(
        `| ${asker} | ${hostile ? 'hostile' : 'honest'} | ${own.length} | ${count('answered')} | ${count('refused')} | ${count('told to come back')} | ${count('failed')} | ${seconds(times[Math.floor(times.length / 2)])} | ${seconds(times.at(-1))} |`,
      );
    }
  }
  return lines;
}

async function prove(): Promise<void> {
  const data = mkdtempSync(join(tmpdir(), 'guankao-hold-'));
  const site = await Site.start(values.checkout, data);
  const sent: Sent[] = [];
  try {
    await site.openYear();
    const texts = shared(mixed<Text>(hostileTexts(), honestTexts()));
    const example = new Uint8Array(readFileSync(join(root, 'corpus/example/filing.txt')));
    const files = shared(mixed<File>(hostileFiles(), await honestFiles(example)));
    const memory = watchMemory(site.pid);
    const plans = startPlans(site.origin);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    const began = performance.now();
    const half = <T>(all: readonly T[], which: number) => all.filter((_, at) => at % 2 === which);
    const over = askAllFour(site, half(texts, 0), half(texts, 1), half(files, 0), half(files, 1), sent);
    await Promise.race([over, site.ended, new Promise((resolve) => setTimeout(resolve, until - performance.now()))]);
    const seconds = Math.round((performance.now() - began) / 1_000);
    const waited = await stopPlans(plans);
    memory.stop();
    report(sent, texts.length + files.length, seconds, waited, memory.seen, site.hasEnded);
  } finally {
    await site.stop();
    rmSync(data, { recursive: true, force: true });
  }
}

async function askAllFour(
  site: Site,
  ofReader: readonly Text[],
  ofScript: readonly Text[],
  ofCompiler: readonly File[],
  ofOfficer: readonly File[],
  sent: Sent[],
): Promise<void> {
  const targets = ['money', 'budget', 'evidence'] as const;
  await Promise.all([
    askAll(
      'reader',
      ofReader.map(({ name, hostile, text }) => ({ what: name, hostile, send: () => site.checkOnPage(text) })),
      sent,
    ),
    askAll(
      'script',
      ofScript.map(({ name, hostile, text }) => ({ what: name, hostile, send: () => site.checkByApi(text) })),
      sent,
    ),
    askAll(
      'compiler',
      ofCompiler.map((file) => ({
        what: `import ${file.name}`,
        hostile: file.hostile,
        send: () => site.importAndSettle(file),
      })),
      sent,
    ),
    askAll(
      'officer',
      ofOfficer.map((file, at) => {
        const target = targets[at % targets.length] ?? 'money';
        return { what: `${target} ${file.name}`, hostile: file.hostile, send: () => site.office(target, file) };
      }),
      sent,
    ),
  ]);
}

function report(
  sent: readonly Sent[],
  wanted: number,
  seconds: number,
  plans: Plans,
  memory: Memory,
  died: boolean,
): void {
  const ms = (value: number) => `${Math.round(value)} ms`;
  const failed = sent.filter(({ outcome }) => outcome.became === 'failed');
  const held = {
    [`p99 of /plans under ${promised.p99} ms`]: plans.p99 < promised.p99,
    [`worst of /plans under ${promised.worst} ms`]: plans.worst < promised.worst,
    'no /plans failed': plans.failed + plans.open === 0,
    'every asker answered, refused in words, or told when to come back': failed.length === 0 && sent.length === wanted,
    [`server under ${promised.parent} MB`]: memory.parent < promised.parent && !died,
    'each child within its limit': memory.limit !== null && memory.data <= memory.limit,
  };
  const lines = [
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, Node ${process.version}; the askers are on the same machine.`,
    `${sent.length} of ${wanted} sent in ${seconds} s by four askers at once${died ? '; THE SERVER DIED' : ''}.`,
    '',
    `/plans every 50 ms: ${plans.asked} asked, ${plans.answered} answered, ${plans.failed} failed, ${plans.open} still open; p50 ${ms(plans.p50)}, p95 ${ms(plans.p95)}, p99 ${ms(plans.p99)}, worst ${ms(plans.worst)}.`,
    ...Object.entries(plans.kinds).map(([kind, count]) => `  failed: ${count} × ${kind}`),
    `Server: ${memory.parent} MB resident at most. Children: ${memory.childrenAtOnce} at once at most, ${memory.child} MB resident at most; ${memory.data} MB of data at most, ${memory.limit ?? 'no'} MB allowed by the system (of which V8 sets 560 aside).`,
    '',
    ...table(sent),
    '',
    ...failed.map(({ asker, what, outcome }) => `failed: ${asker}, ${what}: ${outcome.status} ${outcome.said}`),
    ...Object.entries(held).map(([promise, kept]) => `${kept ? 'held' : 'NOT HELD'}: ${promise}`),
  ];
  const passed = Object.values(held).filter(Boolean).length;
  const summary = { passed, failed: Object.keys(held).length - passed, plans, memory, sent: sent.length };
  process.stdout.write(`${[...lines, JSON.stringify({ summary })].join('\n')}\n`);
  process.exitCode = summary.failed === 0 ? 0 : 1;
}

await prove();
