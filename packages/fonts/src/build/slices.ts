import type { Coverage } from '../characters.ts';

/** Some characters of one family, small enough to be fetched for a single one of them. */
export interface Slice {
  readonly family: string;
  /** Code points, ascending. */
  readonly characters: readonly number[];
}

/**
 * Everything that the families hold and the typefaces of the pages do not, cut into slices of at most `size`
 * characters. A character goes to the first family that holds it.
 */
export function supplement(families: readonly Coverage[], served: ReadonlySet<number>, size: number): readonly Slice[] {
  const taken = new Set(served);
  return families.flatMap(({ family, characters }) => {
    const rest = [...characters].filter((code) => !taken.has(code)).sort((a, b) => a - b);
    for (const code of rest) taken.add(code);
    return chunks(rest, size).map((part) => ({ family, characters: part }));
  });
}

export function chunks<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}

/** As CSS writes it: `U+4e00-4e03,U+4e07`. `characters` ascend. */
export function unicodeRange(characters: readonly number[]): string {
  const runs: [first: number, last: number][] = [];
  for (const code of characters) {
    const run = runs.at(-1);
    if (run !== undefined && code === run[1] + 1) run[1] = code;
    else runs.push([code, code]);
  }
  const hex = (code: number): string => code.toString(16);
  return runs.map(([first, last]) => `U+${hex(first)}${last > first ? `-${hex(last)}` : ''}`).join(',');
}

/** The code points of a CSS `unicode-range` without wild cards. */
export function charactersOfRange(range: string): readonly number[] {
  return range.split(',').flatMap((part) => {
    const [first = 0, last = first] = part
      .trim()
      .replace(/^U\+/i, '')
      .split('-')
      .map((code) => Number.parseInt(code, 16));
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
