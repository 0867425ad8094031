import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Counts which characters official texts use most, and writes them, the most frequent first, to core.ts:
 * node scripts/run.mjs packages/fonts/src/build/list-core.ts FOLDER_OR_FILE …
 * The list is fixed per release, so that its files keep their hash; it is made anew when texts of another kind come.
 */

/** Beyond these a file of its own costs more than it saves. */
const most = 1_500;

const counts = new Map<string, number>();
for (const place of process.argv.slice(2))
  for (const file of filesOf(place))
    for (const character of readFileSync(file, 'utf8'))
      if (/\p{Script=Han}/u.test(character)) counts.set(character, (counts.get(character) ?? 0) + 1);

const sorted = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, most);
const lines =
  sorted
    .map(([character]) => character)
    .join('')
    .match(/.{1,50}/gu) ?? [];
writeFileSync(
  'packages/fonts/src/build/core.ts',
  `/** The characters that official texts use most, the most frequent first; made by list-core.ts. */
export const core = [
${lines.map((line) => `  '${line}',`).join('\n')}
].join('');
`,
);

function filesOf(place: string): readonly string[] {
  if (/\.(?:txt|ts|tsx|md)$/.test(place)) return [place];
  return readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?:filing\.txt|\.tsx?|\.md)$/.test(name))
    .map((name) => join(place, name));
}
