import { deliveryVerbs, genericWords } from '../words/generic.ts';

/** The content of a phrase: pairs of neighbouring characters and whole Latin words, generic words left out. */
export type Words = ReadonlySet<string>;

const generic = new RegExp(genericWords.toSorted((a, b) => b.length - a.length).join('|'), 'g');
const latin = /[a-z][a-z0-9.+-]*/g;

export function wordsOf(normalised: string): Words {
  const words = new Set<string>();
  for (const word of normalised.match(latin) ?? []) words.add(word);
  const rest = normalised.replace(latin, ' ').replace(/[#計共]*#/g, ' ').replace(generic, ' ');
  for (const run of rest.match(/[\p{Script=Han}0-9]+/gu) ?? []) addPairs(words, run);
  return words;
}

function addPairs(words: Set<string>, run: string): void {
  for (let at = 0; at + 1 < run.length; at++) words.add(run.slice(at, at + 2));
}

export function shared(a: Words, b: Words): Words {
  return new Set([...a].filter((word) => b.has(word)));
}

export function joined(sets: Iterable<Words>): Words {
  const all = new Set<string>();
  for (const words of sets) for (const word of words) all.add(word);
  return all;
}

export function meet(a: Words, b: Words): boolean {
  for (const word of a) if (b.has(word)) return true;
  return false;
}

/**
 * How much each word tells targets of one row apart: a word that all of them share tells little.
 * Words that no target has weigh one.
 */
export class Weights {
  readonly #count = new Map<string, number>();

  constructor(phrases: readonly Words[]) {
    for (const phrase of phrases) for (const word of phrase) this.#count.set(word, (this.#count.get(word) ?? 0) + 1);
  }

  of(words: Iterable<string>): number {
    let sum = 0;
    for (const word of words) sum += (deliveryVerbs.has(word) ? 0.3 : 1) / (this.#count.get(word) ?? 1);
    return sum;
  }

  /** Some target has this word. */
  knows(word: string): boolean {
    return this.#count.has(word);
  }

  /** The share of `part` that `whole` has, by weight: 0 to 1. Nothing covers nothing. */
  cover(part: Words, whole: Words): number {
    const size = this.of(part);
    return size === 0 ? 0 : this.of(shared(part, whole)) / size;
  }

  /** Likeness of two phrases, 0 to 1. */
  likeness(a: Words, b: Words): number {
    const size = this.of(a) + this.of(b);
    return size === 0 ? 0 : (2 * this.of(shared(a, b))) / size;
  }
}

/** 第2階段, 第一期: what names a different stage is about different work. */
export function stagesOf(normalised: string): ReadonlySet<string> {
  const stages = new Set<string>();
  for (const [, number = '', noun = ''] of normalised.matchAll(/第([0-9一二三四五六七八九十]+)(階段|期|標|批|區|梯次|季)/g)) {
    stages.add(`${'一二三四五六七八九十'.indexOf(number) + 1 || number}${noun}`);
  }
  return stages;
}

/** Both name stages, and no stage in common. */
export function otherStage(a: string, b: string): boolean {
  const [stagesA, stagesB] = [stagesOf(a), stagesOf(b)];
  return stagesA.size > 0 && stagesB.size > 0 && !meet(stagesA, stagesB);
}
