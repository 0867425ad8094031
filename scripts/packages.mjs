// Installs what package-lock.json names, where node_modules does not hold it already.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findNode24, noNode24 } from '../bin/node24.mjs';
import { inEnglish } from '../bin/language.mjs';
import { progress } from './say.mjs';

/** @param {string} root the checkout */
export async function installPackages(root) {
  if (missingPackages(root).length === 0 && findNode24() !== null) return;
  const done = progress('安裝套件（npm ci）…', 'Installing packages (npm ci) …');
  const { code, said } = await npmCi(root);
  done();
  if (code !== 0) throw new Error(inEnglish() ? `npm ci failed:\n${said}` : `npm ci 失敗：\n${said}`);
  if (findNode24() === null) throw new Error(inEnglish() ? noNode24.english : noNode24.chinese);
}

/**
 * Packages of the lock file that npm's own account of node_modules lacks or has in another version.
 * Those that npm leaves out on this system do not count.
 */
function missingPackages(root) {
  const account = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(account)) return ['node_modules'];
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const found = packagesOf(account);
  return Object.keys(wanted).filter((path) => {
    if (path === '' || !path.startsWith('node_modules/')) return false;
    const here = found[path];
    return here === undefined ? wanted[path].optional !== true : here.version !== wanted[path].version;
  });
}

function packagesOf(path) {
  return JSON.parse(readFileSync(path, 'utf8')).packages;
}

/** Under Node 20 npm warns of engines for packages that only ever run on the Node 24 it is about to fetch. */
function npmCi(root) {
  // What builds the program is a development package, wanted on a production machine too.
  const words = [
    'ci',
    '--include=dev',
    '--include=optional',
    '--loglevel=error',
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
  ];
  return new Promise((resolve) => {
    const npm = spawn('npm', words, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let said = '';
    npm.stdout.on('data', (text) => (said += text));
    npm.stderr.on('data', (text) => (said += text));
    npm.on('error', (error) => resolve({ code: 1, said: error.message }));
    npm.on('close', (code) => resolve({ code, said }));
  });
}
