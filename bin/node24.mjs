// What runs on Node 20 to get to Node 24 (docs/decisions/001): plain JavaScript, nothing but built-ins.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const wanted = 24;

export const isNode24 = Number.parseInt(process.versions.node, 10) >= wanted;

/** The Node that runs this where it is new enough, else the one that npm brought; null where there is neither. */
export function findNode24() {
  if (isNode24) return process.execPath;
  const system = process.platform === 'win32' ? 'win' : process.platform;
  const name = `node-${system}-${process.arch}`;
  try {
    const folder = dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
    const path = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

export const noNode24 = {
  chinese: `guankao 需要 Node ${wanted} 以上，這裡是 ${process.version}，npm 也沒有替 ${process.platform}-${process.arch} 帶來一份。請安裝 Node ${wanted}（https://nodejs.org）。`,
  english: `guankao needs Node ${wanted} or newer; this is ${process.version}, and npm brought none for ${process.platform}-${process.arch}. Install Node ${wanted} (https://nodejs.org).`,
};

/**
 * Goes on with another Node: its output is ours, signals reach it, its exit code becomes ours.
 * The channel tells it when this process is gone, however that ended, so that no server stays behind.
 * @param {string} node @param {readonly string[]} words
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 */
export function goOnWith(node, words, options = {}) {
  const child = spawn(node, words, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  watchNpm(() => child.kill('SIGTERM'));
  child.on('error', (error) => {
    process.stderr.write(`${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? 128 + (constants.signals[signal] ?? 0);
  });
}

/**
 * npm passes signals on, but cannot when it is killed outright: then we, or the shell that it put between, live on
 * with another parent than before. Linux only: elsewhere the person stops us by hand.
 */
function watchNpm(gone) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const grandparent = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (grandparent === null || parentOf(parent) === grandparent)) return;
    clearInterval(timer);
    gone();
  }, 500);
  timer.unref();
}

/** `pid (name) state parent …`; a name may hold blanks and brackets. */
function statOf(pid) {
  try {
    return /^\d+ \((.*)\) \S (\d+)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return null;
  }
}

function isShell(pid) {
  return /^(ba|da|a|z|k)?sh$/.test(statOf(pid)?.[1] ?? '');
}

function parentOf(pid) {
  return statOf(pid)?.[2] ?? null;
}
