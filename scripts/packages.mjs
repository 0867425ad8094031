// Installs what package-lock.json names, where node_modules does not hold it already.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24, noNode24 } from '../bin/node24.mjs';
import { inEnglish } from '../bin/language.mjs';
import { progress } from './say.mjs';

/**
 * Running and building need the `dependencies` of package.json; tests, benches and proofs its `devDependencies` too.
 * Where these are there already they are kept: whoever develops here starts the site as well.
 *
 * @param {string} root the checkout
 * @param {boolean} withTests whether tests, benches or proofs are to be run
 */
export async function installPackages(root, withTests) {
  const tests = withTests || hasTestPackages(root);
  const missing = missingPackages(root, tests);
  if (missing.length === 0 && findNode24() !== null) return;
  const done = progress('安裝套件…', 'Installing packages …');
  const { code, said } = await npm(root, [...wordsFor(missing), ...(tests ? ['--include=dev'] : ['--omit=dev'])]);
  done();
  if (code !== 0) throw new Error(inEnglish() ? `npm failed:\n${said}` : `npm 失敗：\n${said}`);
  if (findNode24() === null) throw new Error(inEnglish() ? noNode24.english : noNode24.chinese);
}

/** Where all that is missing is for tests, it is put beside what is there; else everything is laid out anew. */
function wordsFor(missing) {
  return missing.length > 0 && missing.every(({ dev }) => dev) ? ['install', '--no-save'] : ['ci'];
}

/**
 * Packages of the lock file that npm's own account of node_modules lacks or has in another version.
 * Those that npm leaves out on this system do not count.
 */
function missingPackages(root, withTests) {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return [{ dev: false }];
  const found = packagesOf(account);
  return Object.entries(packagesOf(join(root, 'package-lock.json')))
    .filter(([path, wanted]) => {
      if (!path.startsWith('node_modules/') || (wanted.dev === true && !withTests)) return false;
      const here = found[path];
      return here === undefined ? wanted.optional !== true : here.version !== wanted.version;
    })
    .map(([, { dev }]) => ({ dev: dev === true }));
}

function hasTestPackages(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  return existsSync(account) && Object.values(packagesOf(account)).some(({ dev }) => dev === true);
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Under Node 20 npm warns of engines for packages that only ever run on the Node 24 it is about to fetch. */
function npm(root, wanted) {
  const words = [...wanted, '--include=optional', '--loglevel=error', '--no-audit', '--no-fund', '--prefer-offline'];
  return new Promise((resolve) => {
    const child = spawn('npm', words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    child.stdout.on('data', (text) => (said += text));
    child.stderr.on('data', (text) => (said += text));
    child.on('error', (error) => resolve({ code: 1, said: error.message }));
    child.on('close', (code) => resolve({ code, said }));
  });
}
