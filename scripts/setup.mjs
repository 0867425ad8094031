// Installs and builds what is missing, and nothing where nothing changed: npm run setup
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { installPackages } from './packages.mjs';
import { progress, say } from './say.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
/** Throws an Error with a message for people where it cannot. `withTests`: what tests, benches and proofs need too. */
export async function setup({ withTests = false } = {}) {
  await installPackages(root, withTests);
  await buildWhereChanged();
}

/** What is built, each with a file that holds the fingerprint of what it was built from. */
const builds = [
  { stamp: 'dist/.built-from', from: programSources, build: 'buildProgram' },
  { stamp: 'dist/fonts/.built-from', from: fontSources, build: 'buildFonts' },
];

async function buildWhereChanged() {
  const changed = builds
    .map(({ stamp, from, build }) => ({ stamp: join(root, stamp), build, now: fingerprint(from()) }))
    .filter(({ stamp, now }) => !existsSync(stamp) || readFileSync(stamp, 'utf8') !== now);
  if (changed.length === 0) return;
  const done = progress('建置程式…', 'Building …');
  const builders = await import('./build.mjs');
  await Promise.all(
    changed.map(async ({ stamp, build, now }) => {
      await builders[build]();
      writeFileSync(stamp, now);
    }),
  );
  done();
}

/** Of everything that goes into it: paths, sizes and times, so that it takes milliseconds. */
function fingerprint(files) {
  const hash = createHash('sha256');
  for (const file of files) {
    const { size, mtimeMs } = statSync(join(root, file));
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

const tools = ['scripts/bundling.mjs', 'scripts/build.mjs'];

function programSources() {
  const rooms = readdirSync(join(root, 'packages')).map((room) => join('packages', room, 'src'));
  return [...rooms.flatMap(sourcesIn).sort(), 'package.json', 'package-lock.json', ...tools];
}

/** Another version of a font's package has another style sheet. */
function fontSources() {
  const packages = ['@fontsource-variable', '@expo-google-fonts'].flatMap((scope) =>
    readdirSync(join(root, 'node_modules', scope)).map((name) => join('node_modules', scope, name, 'package.json')),
  );
  return [...sourcesIn('packages/fonts/src').sort(), ...packages.sort(), ...tools];
}

function sourcesIn(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true })
    .map((file) => join(folder, String(file)))
    .filter((file) => /\.(tsx?|css|yaml|md|typ|sql)$/.test(file) && !/\.test\.tsx?$/.test(file));
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
