import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { glossary, terms, type Term } from '@guankao/terms';
import { shownTexts } from './shown-texts.ts';

/** One concept has one word, in both languages; docs/glossary.md is made from the table: `UPDATE_DOCS=1` writes it anew. */

const root = join(import.meta.dirname, '../..');
const all = Object.entries<Term>(terms);

test('docs/glossary.md is what the table says', () => {
  const path = join(root, 'docs/glossary.md');
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, glossary());
  expect(existsSync(path) ? readFileSync(path, 'utf8') : '').toBe(glossary());
});

describe.each(['zh-Hant', 'en'] as const)('in %s', (language) => {
  test('no two terms are called the same, but where one is of another kind and says so', () => {
    const by = Map.groupBy(all, ([, term]) => term[language]);
    const shared = [...by].filter(([, same]) => same.filter(([, { note }]) => note === undefined).length > 1);
    expect(shared.map(([word, same]) => `${word}: ${same.map(([id]) => id).join(', ')}`)).toEqual([]);
  });

  test('no term is said in a word that another one gave up', () => {
    const wrong = all.flatMap(([id, { not }]) =>
      (not?.[language] ?? []).flatMap((variant) =>
        all.filter(([, term]) => new RegExp(variant, 'u').test(term[language])).map(([other]) => `${other} as ${id}`),
      ),
    );
    expect(wrong).toEqual([]);
  });
});

/** Rooms that show texts of their own. Those that read a filing know its words, whichever these are. */
const rooms = ['web', 'cli', 'server', 'workflow', 'desk', 'forms', 'store', 'pool', 'comparison', 'reading'] as const;

describe.each(rooms)('what %s shows', (room) => {
  const folder = join(root, 'packages', room, 'src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^fixtures\/|^bench\/|example-reading/.test(file))
    .map((file) => join(folder, file));

  test('says each thing in its one word', () => {
    const wrong = files.flatMap((file) =>
      shownTexts(readFileSync(file, 'utf8')).flatMap(({ text, line }) =>
        all.flatMap(([id, term]) =>
          [...(term.not?.['zh-Hant'] ?? []), ...(term.not?.en ?? [])]
            .filter((variant) => new RegExp(variant, 'u').test(text))
            .map(
              () =>
                `${relative(root, file)}:${line} ${text.trim().slice(0, 60)} — ${id} is ${term['zh-Hant']}, ${term.en}`,
            ),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });
});
