// Installs and builds what is missing, and nothing where nothing changed: npm run setup
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from './packages.mjs';
import { progress, say } from './say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'dist', '.built-from');

/** Throws an Error with a message for people where it cannot. */
export async function setup() {
  await installPackages(root);
  await buildWhereChanged();
}

async function buildWhereChanged() {
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  const done = progress('建置程式…', 'Building …');
  const { buildProgram } = await import('./build.mjs');
  await buildProgram();
  writeFileSync(stamp, now);
  done();
}

/** Of everything that goes into dist/: paths, sizes and times, so that it takes milliseconds. */
function fingerprint() {
  const hash = createHash('sha256');
  for (const file of builtFrom()) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function builtFrom() {
  const rooms = readdirSync(join(root, 'packages')).map((room) => join('packages', room, 'src'));
  const sources = rooms
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => /\.(tsx?|css|yaml|md|typ|sql)$/.test(file) && !/\.test\.tsx?$/.test(file));
  return [...sources.sort(), 'package.json', 'package-lock.json', 'scripts/bundling.mjs', 'scripts/build.mjs'];
}

/** Runs `work` as a script: a message instead of a stack trace where it fails. */
export async function asScript(work) {
  try {
    await work();
  } catch (error) {
    process.exitCode = 1;
    say(`失敗：${error.message}`, `Failed: ${error.message}`);
    if (process.env.GUANKAO_DEBUG) throw error;
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await asScript(async () => {
    await setup();
    say('就緒。', 'Ready.');
  });
}
