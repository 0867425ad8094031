import { deliveryVerbs, genericWords } from '../words/generic.ts';
import { likenessOfWords } from '../weights.ts';

/** The content of a phrase: pairs of neighbouring characters and whole Latin words, each as a number; generic words are left out. */
export type Words = ReadonlySet<number>;

/** The words of a text in the order in which they begin: `words[i]` stands from `starts[i]` to `ends[i]`. */
export interface Tokens {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly words: readonly number[];
}

/** Generic words by their first character, longest first: looked up at every place of every text. */
const generic: ReadonlyMap<string, readonly string[]> = Map.groupBy(
  genericWords.toSorted((a, b) => b.length - a.length),
  (word) => word.charAt(0),
);
const latin = /[a-z][a-z0-9.+-]*/y;

/** The words of a normalised text in which figures and dates are written `#`. */
export function tokensOf(normalised: string): Tokens {
  const tokens = { starts: [] as number[], ends: [] as number[], words: [] as number[] };
  let before = 0;
  for (let at = 0; at < normalised.length; at++) {
    const silent = genericLengthAt(normalised, at);
    if (silent > 0) {
      at += silent - 1;
      before = 0;
      continue;
    }
    const code = normalised.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) {
      const word = latinAt(normalised, at);
      add(tokens, at, at + word.length, latinWord(word));
      at += word.length - 1;
      before = 0;
      continue;
    }
    const current = isWordly(code) ? code : 0;
    if (before !== 0 && current !== 0) add(tokens, at - 1, at + 1, pair(before, current));
    before = current;
  }
  return tokens;
}

function add(
  tokens: { starts: number[]; ends: number[]; words: number[] },
  start: number,
  end: number,
  word: number,
): void {
  tokens.starts.push(start);
  tokens.ends.push(end);
  tokens.words.push(word);
}

function latinAt(text: string, at: number): string {
  latin.lastIndex = at;
  return latin.exec(text)?.[0] ?? text.charAt(at);
}

export function wordsOf(normalised: string): Words {
  return normalised.trim() === '' ? none : new Set(tokensOf(normalised).words);
}

const none: Words = new Set();

const beforeFigures = new Set('計共約');

/** The length of the generic word that begins here; 0 where none does. 計, 共 and 約 say nothing before a figure only: 簽約. */
function genericLengthAt(text: string, at: number): number {
  const character = text.charAt(at);
  if (beforeFigures.has(character) && /^[計共約]*#/.test(text.slice(at + 1, at + 4))) return 1;
  // 11月30日前發布: the 前 is of the date.
  const ofDate =
    text.charAt(at - 1) === '#' ? (/^(?:底前|以前|之前|前)/.exec(text.slice(at, at + 2))?.[0].length ?? 0) : 0;
  if (ofDate > 0) return ofDate;
  return generic.get(character)?.find((word) => text.startsWith(word, at))?.length ?? 0;
}

function isWordly(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf) || (code >= 0x30 && code <= 0x39);
}

function pair(first: number, second: number): number {
  return first * 0x10000 + second;
}

/** Latin words get negative numbers, so that they are no pair (FNV-1a; two words of a row never meet by chance in practice). */
function latinWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return -1 - (hash >>> 0);
}

const verbs: Words = new Set(deliveryVerbs.map((verb) => pair(verb.charCodeAt(0), verb.charCodeAt(1))));

/** 建置, 輔導: it tells what is done, and hardly of what. */
export function isDeliveryVerb(word: number): boolean {
  return verbs.has(word);
}

export function joined(sets: Iterable<Words>): Words {
  const all = new Set<number>();
  for (const words of sets) for (const word of words) all.add(word);
  return all;
}

export function meet<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}

/**
 * How much each word tells targets of one row apart: a word that all of them share tells little, and a verb of delivery hardly anything.
 * Other words that no target has weigh one.
 */
export class Weights {
  readonly #count = new Map<number, number>();
  /** Each phrase is weighed against many others. */
  readonly #sizes = new WeakMap<Words, number>();

  constructor(phrases: readonly Words[]) {
    for (const phrase of phrases) for (const word of phrase) this.#count.set(word, (this.#count.get(word) ?? 0) + 1);
  }

  of(words: Words): number {
    let size = this.#sizes.get(words);
    if (size === undefined) {
      size = 0;
      for (const word of words) size += this.#weight(word);
      this.#sizes.set(words, size);
    }
    return size;
  }

  /** Of the words that both have. */
  ofShared(a: Words, b: Words): number {
    let sum = 0;
    for (const word of a) if (b.has(word)) sum += this.#weight(word);
    return sum;
  }

  /** Some target has this word. */
  knows(word: number): boolean {
    return this.#count.has(word);
  }

  /** The share of `part` that `whole` has, by weight: 0 to 1. Nothing covers nothing. */
  cover(part: Words, whole: Words): number {
    const size = this.of(part);
    return size === 0 ? 0 : this.ofShared(part, whole) / size;
  }

  /** Likeness of two phrases, 0 to 1. */
  likeness(a: Words, b: Words): number {
    const size = this.of(a) + this.of(b);
    return size === 0 ? 0 : (2 * this.ofShared(a, b)) / size;
  }

  #weight(word: number): number {
    return (verbs.has(word) ? likenessOfWords.deliveryVerb : 1) / (this.#count.get(word) ?? 1);
  }
}
