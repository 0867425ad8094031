import { sql } from 'kysely';
import type { Database } from '../database/connect.ts';
import { normalise, queryFor } from '../projections/words.ts';

/** A query asks for at most so many words of so many characters: more would be an attack, not a search. */
const mostWords = 10;
const longestWord = 100;

/** Places (`partsOfPlace`) of the plans in which every one of these words stands: of those that lists show now. */
export async function plansWithWords(db: Database, words: readonly string[]): Promise<readonly number[]> {
  return withWords(db, 'plans_with_words', words);
}

/** Places of the findings in which every one of these words stands: now. */
export async function findingsWithWords(db: Database, words: readonly string[]): Promise<readonly number[]> {
  return withWords(db, 'findings_with_words', words);
}

/** The same of those that were found once, in what was shown then. */
export async function pastFindingsWithWords(db: Database, words: readonly string[]): Promise<readonly number[]> {
  return withWords(db, 'past_findings_with_words', words);
}

/** The same of those that they showed once. */
export async function pastPlansWithWords(db: Database, words: readonly string[]): Promise<readonly number[]> {
  return withWords(db, 'past_plans_with_words', words);
}

async function withWords(
  db: Database,
  name: `${'' | 'past_'}${'plans' | 'findings'}_with_words`,
  words: readonly string[],
): Promise<readonly number[]> {
  const pairs = words.map(queryFor).join(' & ');
  // One pair is the word itself: nothing is left to decide.
  const exact = words.filter((word) => [...word].length > 2).map((word) => word.toWellFormed());
  // As one value: a row for each of thousands takes the driver several times as long.
  const { rows } = await sql<{
    places: readonly number[] | null;
  }>`select ${sql.id('guankao', name)}(${pairs}::tsquery, ${exact}::text[]) as places`.execute(db);
  return rows[0]?.places ?? [];
}

/** The words that a query asks for, as texts are searched for them. */
export function wordsIn(q: string): string[] {
  const words = q
    .trim()
    .split(/\s+/u)
    .map(normalise)
    .filter((word) => word !== '');
  return words.slice(0, mostWords).map((word) => [...word].slice(0, longestWord).join(''));
}
