import { sql } from 'kysely';
import type { PlanReading } from '@guankao/reading';
import type { PlanPage, PlanQuery, PlanRecord, Snippet } from '../catalogue.ts';
import type { Database } from '../database/connect.ts';
import { normalise, passagesOf, type Passage } from '../projections/words.ts';
import { wordsIn } from './words.ts';

/** Places are shown of so many rows of a page: each is looked through. */
const mostRows = 100;
/** Places shown of one row: words that stand in more are many words. */
const mostPlaces = 3;
/** Places looked at of each word in a passage: a character may stand in every line of it. */
const mostHits = 20;
/** Characters shown, and how many of them stand before the first word. */
const length = 64;
const lead = 20;

/** Rows that a page shows, as long as they stay what they are. */
interface ShownRows {
  /** The number (`partsOfPlace`) of a row. */
  placeOf(row: PlanRecord): number;
  readonly lines: KeptLines;
}

/** The page with the places in which its words stand. */
export async function withSnippets(
  db: Database,
  page: PlanPage,
  { q = '', snippets = false }: PlanQuery,
  shown: ShownRows,
): Promise<PlanPage> {
  const words = wordsIn(q);
  if (!snippets || words.length === 0) return page;
  const rows = page.rows.slice(0, mostRows).map((row) => ({ id: row.id, place: shown.placeOf(row) }));
  const lines = await linesAt(db, rows, shown.lines);
  // One that was changed meanwhile has none: whoever asks next is shown other rows.
  const found = rows.map(({ id, place }) => [id, snippetsAmong(lines.get(place) ?? [], words)] as const);
  return { ...page, snippets: new Map(found) };
}

/** By place: what is kept of them, and the rest from the database. */
async function linesAt(
  db: Database,
  rows: readonly { readonly id: string; readonly place: number }[],
  kept: KeptLines,
): Promise<ReadonlyMap<number, readonly Line[]>> {
  const lines = new Map(rows.map(({ place }) => [place, kept.of(place)]));
  const passages = await passagesAt(
    db,
    rows.filter(({ place }) => lines.get(place) === undefined),
  );
  for (const [place, held] of passages) lines.set(place, kept.keep(place, linesOf(held)));
  return new Map([...lines].flatMap(([place, held]) => (held === undefined ? [] : [[place, held]])));
}

/** Characters of lines that are kept: of some thousand rows, four bytes each. */
const mostCharacters = 6_000_000;

/**
 * The lines of rows that searches showed, by place. To fetch and normalise those of a page takes a quarter of the time of
 * showing it, and other words are looked for in the same rows.
 */
export class KeptLines {
  readonly #lines = new Map<number, readonly Line[]>();
  #characters = 0;

  of(place: number): readonly Line[] | undefined {
    return this.#lines.get(place);
  }

  /** Keeps and gives them; those that were kept first make room. */
  keep(place: number, lines: readonly Line[]): readonly Line[] {
    this.#forget(place);
    this.#lines.set(place, lines);
    this.#characters += charactersIn(lines);
    for (const oldest of this.#lines.keys()) {
      if (this.#characters <= mostCharacters) break;
      this.#forget(oldest);
    }
    return lines;
  }

  #forget(place: number): void {
    this.#characters -= charactersIn(this.#lines.get(place) ?? []);
    this.#lines.delete(place);
  }
}

function charactersIn(lines: readonly Line[]): number {
  return lines.reduce((sum, { line }) => sum + line.length, 0);
}

/** By place, of rows that lists show now or showed once; a row that was changed meanwhile has none. */
async function passagesAt(
  db: Database,
  rows: readonly { readonly id: string; readonly place: number }[],
): Promise<ReadonlyMap<number, readonly Passage[]>> {
  if (rows.length === 0) return new Map();
  const [ids, places] = [rows.map(({ id }) => id), rows.map(({ place }) => place)];
  const found = await sql<{ place: number; passages: readonly Passage[] }>`
    select place, passages from guankao.plan_texts where id = any(${ids}::text[])
    union all select place, passages from guankao.past_plan_texts where place = any(${places}::bigint[])`.execute(db);
  return new Map(found.rows.map(({ place, passages }) => [place, passages]));
}

/** Where the words of `q` stand in one plan. */
export function snippetsIn(plan: PlanReading, q: string): Snippet[] {
  return snippetsOf(passagesOf(plan), wordsIn(q));
}

/**
 * Of each word (normalised) one place at least, several of them in one where they stand together; in the texts sooner
 * than in the name, which is in sight anyway.
 */
export function snippetsOf(passages: readonly Passage[], words: readonly string[]): Snippet[] {
  return snippetsAmong(linesOf(passages), words);
}

function snippetsAmong(lines: readonly Line[], words: readonly string[]): Snippet[] {
  const snippets: Snippet[] = [];
  let left = words;
  while (left.length > 0 && snippets.length < mostPlaces) {
    const best = bestOf(lines, left);
    if (best === null) break;
    snippets.push(cut(best.line, best.place, words));
    left = left.filter((word) => !best.place.words.has(word));
  }
  return snippets;
}

interface Line {
  readonly column: Passage[0];
  readonly text: string;
  /** The text, normalised. */
  readonly line: string;
}

/** A stretch of a line, in which some words stand. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlySet<string>;
}

/** The texts first. */
function linesOf(passages: readonly Passage[]): readonly Line[] {
  return passages.map(([column, text]) => ({ column, text, line: normalise(text) })).toSorted(textsFirst);
}

const isText = ({ column }: Line): boolean => column !== 'name' && column !== 'code';
const textsFirst = (a: Line, b: Line): number => Number(isText(b)) - Number(isText(a));

function bestOf(lines: readonly Line[], words: readonly string[]) {
  let best: { readonly line: Line; readonly place: Stretch } | null = null;
  for (const line of lines)
    for (const place of stretchesOf(line.line, words)) {
      if (place.words.size > (best?.place.words.size ?? 0)) best = { line, place };
      if (best?.place.words.size === words.length) return best;
    }
  return best;
}

/** From each word, those that stand behind it and still fit. */
function* stretchesOf(line: string, words: readonly string[]): Generator<Stretch> {
  const hits = words.flatMap((word) => hitsOf(line, word)).toSorted((a, b) => a.start - b.start);
  for (const [at, { start, end, word }] of hits.entries()) {
    const stretch = { start, end, words: new Set([word]) };
    for (const next of hits.slice(at + 1)) {
      if (next.end > start + length - lead) break;
      stretch.words.add(next.word);
      stretch.end = Math.max(stretch.end, next.end);
    }
    yield stretch;
  }
}

interface Hit {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function hitsOf(line: string, word: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = line.indexOf(word); at >= 0 && hits.length < mostHits; at = line.indexOf(word, at + word.length))
    hits.push({ word, start: at, end: at + word.length });
  return hits;
}

/** The stretch with what stands around it; every word in it is marked. */
function cut({ column, text, line }: Line, stretch: Stretch, words: readonly string[]): Snippet {
  const start = line.length <= length ? 0 : Math.max(0, Math.min(stretch.start - lead, line.length - length));
  const end = line.length <= length ? line.length : Math.max(start + length, stretch.end);
  const { starts, ends } = characters(text, end);
  const [from, to] = [starts[start] ?? 0, end >= line.length ? text.length : (ends[end - 1] ?? text.length)];
  const hits = words.flatMap((word) => hitsOf(line.slice(start, end), word));
  return {
    column,
    text: text.slice(from, to),
    before: start > 0,
    after: end < line.length,
    marks: merged(
      hits.map((hit) => ({
        start: (starts[start + hit.start] ?? to) - from,
        end: (ends[start + hit.end - 1] ?? to) - from,
      })),
    ),
  };
}

/** What becomes one when it is normalised: a character with the marks that follow it. */
const character = /\P{M}[\p{M}\uff9e\uff9f]*|\p{M}+/gu;

/** Where in the text each character of its normalised form begins and ends, of the first `most` of these at least. */
function characters(text: string, most: number): { readonly starts: number[]; readonly ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: one, index } of text.matchAll(character)) {
    if (starts.length >= most) break;
    const width = isPlain(one) ? 1 : normalise(one).length;
    for (let n = 0; n < width; n++) {
      starts.push(index);
      ends.push(index + one.length);
    }
  }
  return { starts, ends };
}

/** Most characters are: they stay what they are, and asking takes a tenth of normalising. */
function isPlain(one: string): boolean {
  return one.length === 1 && /[0-9a-z\u4e00-\u9fff]/.test(one);
}

function merged(marks: readonly { readonly start: number; readonly end: number }[]): Snippet['marks'] {
  const all: { start: number; end: number }[] = [];
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else if (end > start) all.push({ start, end });
  }
  return all;
}
