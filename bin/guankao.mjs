#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inEnglish } from './language.mjs';
import { findNode24, goOnWith, isNode24, noNode24 } from './node24.mjs';

const program = join(dirname(dirname(fileURLToPath(import.meta.url))), 'dist', 'guankao.mjs');

const notBuilt = {
  chinese: `guankao 尚未建置：沒有 ${program}。請先執行 npm run setup。`,
  english: `guankao is not built: there is no ${program}. Run npm run setup first.`,
};

function fail({ chinese, english }) {
  process.stderr.write(`${inEnglish() ? english : chinese}\n`);
  process.exitCode = 2;
}

const node = findNode24();
if (!existsSync(program)) fail(notBuilt);
else if (isNode24) await import(pathToFileURL(program).href);
else if (node !== null) goOnWith(node, [program, ...process.argv.slice(2)]);
else fail(noNode24);
