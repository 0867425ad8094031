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
