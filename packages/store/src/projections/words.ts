import { textColumns, type TextColumn } from '@guankao/domain';
import type { PlanReading } from '@guankao/reading';

/**
 * Search for words of any length in Chinese text, which has no blanks between words: every pair of neighbouring
 * characters is indexed, so that a word of two characters is one look-up and a longer one an intersection.
 * (Trigrams, PostgreSQL's own way, find nothing shorter than three.)
 */
export function normalise(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('台', '臺')
    .replace(/[\s\u0000-\u001f\u007f]+/gu, '');
}

/** A text that can be searched, as the filing has it. */
export type Passage = readonly [column: PassageColumn, text: string];
type PassageColumn = 'name' | 'code' | TextColumn;

/** What can be searched of a plan: its name, its code, each passage of its texts. */
export function passagesOf(plan: PlanReading): Passage[] {
  const texts = textColumns.flatMap((column) => plan[column].map(({ text }): Passage => [column, text]));
  const all: readonly Passage[] = [['name', plan.name], ['code', plan.code ?? ''], ...texts];
  return all.filter(([, text]) => normalise(text) !== '');
}

/** The same, as it is searched. */
export function linesOf(passages: readonly Passage[]): string[] {
  return passages.map(([, text]) => normalise(text));
}

/** Pairs, and the last character of each line alone, so that a single character is the beginning of some entry. */
export function pairsOf(lines: readonly string[]): string[] {
  const pairs = new Set<string>();
  for (const line of lines) {
    const characters = [...line.toWellFormed()];
    for (const [at, character] of characters.entries()) pairs.add(character + (characters[at + 1] ?? ''));
  }
  return [...pairs];
}

/** As a tsquery: all pairs of the word; a single character stands for all entries that begin with it. */
export function queryFor(word: string): string {
  const characters = [...word.toWellFormed()];
  const [only] = characters;
  if (characters.length === 1 && only !== undefined) return `${quoted(only)}:*`;
  return characters
    .slice(0, -1)
    .map((character, at) => quoted(character + (characters[at + 1] ?? '')))
    .join(' & ');
}

function quoted(entry: string): string {
  return `'${entry.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
