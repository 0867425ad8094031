import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fontverter from 'fontverter';
import { charactersOf } from '../characters.ts';
import { charactersOfRange } from '../unicode-range.ts';

/** One file of a typeface of the pages, with the characters for which a page may fetch it. */
export interface PageFace {
  readonly family: string;
  /** Absolute path of a WOFF2 file. */
  readonly file: string;
  /** Code points that its package claims for it and that it has a glyph for, ascending. */
  readonly characters: readonly number[];
}

/**
 * The files of a typeface as its package cuts it. The package's style sheet claims thousands of characters that the
 * files lack; a page would fetch them in vain.
 */
export async function pageFaces(name: 'noto-sans-tc' | 'noto-serif-tc'): Promise<readonly PageFace[]> {
  const folder = dirname(createRequire(import.meta.url).resolve(`@fontsource-variable/${name}/package.json`));
  const style = readFileSync(join(folder, 'index.css'), 'utf8');
  const faces = [
    ...style.matchAll(/font-family: '([^']+)';[^}]*?url\(\.\/([^)]+\.woff2)\)[^}]*?unicode-range: ([^;]+);/g),
  ];
  const result: PageFace[] = [];
  // One after the other: the converter keeps its work in one place.
  for (const [, family = '', path = '', range = ''] of faces) {
    const file = join(folder, path);
    const held = charactersOf(await fontverter.convert(readFileSync(file), 'truetype'));
    const characters = charactersOfRange(range).filter((code) => held.has(code));
    result.push({ family, file, characters: characters.toSorted((a, b) => a - b) });
  }
  return result;
}
