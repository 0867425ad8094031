import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join, parse } from 'node:path';

/** What a child may use. */
export interface ChildLimits {
  /** Megabytes that it may hold, files and native memory included. */
  readonly memory: number;
  /** Added to the priority of the program: 0 to 19, where 19 gives way to everything. */
  readonly nice: number;
}

/**
 * V8 sets address space aside for compiled code when it starts, and the system counts it as data although it is not
 * used: 536 MB on Linux x64 with Node 24.21, with one helper thread (VmData in /proc/self/status of an idle process).
 */
const setAside = 560;
/** Of a child's memory, what V8's heap may have: the rest is for files, and for what is not JavaScript. */
const heapShare = 0.7;
/** Seconds of processor time after which the system ends a child: it then works on although nobody waits for it any more. */
const longestLife = 1_200;

/**
 * Sets the limits, then becomes the program: $1 kB of data, $2 seconds, $3 niceness. `sh` is POSIX's; its `ulimit -d` is
 * not, but dash, bash and busybox have it. Where a limit cannot be set, V8's own is left, and the child says so.
 */
const withLimits = `
if ulimit -d "$1" 2>/dev/null; then GUANKAO_LIMITED=yes; export GUANKAO_LIMITED; fi
ulimit -t "$2" 2>/dev/null
ulimit -c 0 2>/dev/null
nice=$3
shift 3
if command -v nice >/dev/null 2>&1; then exec nice -n "$nice" "$@"; fi
exec "$@"`;

/** Starts the program of a child. It gets no environment of ours, no folder of ours, and one pipe. */
export function startChild(program: string, { memory, nice }: ChildLimits): ChildProcess {
  const words = [
    `--max-old-space-size=${Math.round(memory * heapShare)}`,
    '--v8-pool-size=1',
    '--no-warnings',
    '--permission',
    '--allow-addons',
    ...readableFolders(program).map((folder) => `--allow-fs-read=${folder}`),
    program,
  ];
  const options = {
    cwd: parse(process.execPath).root,
    env: environment(),
    // Its standard output is nobody's: libraries write there what they like.
    stdio: ['ignore' as const, 'ignore' as const, 'pipe' as const, 'pipe' as const],
    windowsHide: true,
  };
  if (!hasShell()) return withPriority(spawn(process.execPath, words, options), nice);
  const limits = [String((setAside + memory) * 1024), String(longestLife), String(nice)];
  return spawn('/bin/sh', ['-c', withLimits, 'sh', ...limits, process.execPath, ...words], options);
}

/** On other systems `ulimit -d` is taken and does nothing, or does not exist. */
function hasShell(): boolean {
  return process.platform === 'linux' && existsSync('/bin/sh');
}

function withPriority(child: ChildProcess, nice: number): ChildProcess {
  if (child.pid !== undefined) setPriority(child.pid, nice);
  return child;
}

/** The program's own folder, and the packages that it could load from there. Not the folders above: the record may lie in them. */
function readableFolders(program: string): string[] {
  const folders = [dirname(program)];
  for (let folder = dirname(program); ; folder = dirname(folder)) {
    const packages = join(folder, 'node_modules');
    if (existsSync(packages)) folders.push(packages);
    if (folder === dirname(folder)) return folders;
  }
}

/** No secret, no address of a database. */
function environment(): NodeJS.ProcessEnv {
  const { SystemRoot } = process.env;
  return {
    PATH: '/usr/bin:/bin',
    NODE_ENV: 'production',
    UV_THREADPOOL_SIZE: '2',
    // The canvas package takes a gigabyte of address space at once where it is not told to take it as it needs it.
    MIMALLOC_ARENA_EAGER_COMMIT: '0',
    // Windows does not start a program without it.
    ...(SystemRoot === undefined ? {} : { SystemRoot }),
  };
}
