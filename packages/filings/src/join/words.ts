/** What a text is about, as weighted words: rare ones weigh more. */
export interface WordVector {
  readonly weights: ReadonlyMap<number, number>;
  readonly norm: number;
}

const noWords: WordVector = { weights: new Map(), norm: 0 };

// Latin words, numbers, and runs of Han characters, which are cut into pairs: Chinese is written without blanks.
const word = /[A-Za-z]{2,}|\d[\d,.]*|\p{sc=Han}+/gu;

/** Counts in how many texts of the filing each word stands; what stands in most of them tells nothing. */
export class Vocabulary {
  /** Pairs of Han characters by their two codes in one number; other words as they are. */
  readonly #ids = new Map<string | number, number>();
  readonly #documents: number[] = [];
  #texts = 0;

  /** Words of one text, each as often as it stands there; the text counts towards the words' rarity. */
  learn(text: string): readonly number[] {
    this.#texts++;
    const ids = this.read(text);
    for (const id of new Set(ids)) this.#documents[id] = (this.#documents[id] ?? 0) + 1;
    return ids;
  }

  vector(ids: readonly number[]): WordVector {
    if (ids.length === 0) return noWords;
    const counts = new Map<number, number>();
    for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
    let squares = 0;
    for (const [id, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.log((this.#texts + 1) / (this.#documents[id] ?? 1));
      counts.set(id, weight);
      squares += weight * weight;
    }
    return { weights: counts, norm: Math.sqrt(squares) };
  }

  /** The words of a text that was learned as a part of another. */
  read(text: string): readonly number[] {
    const ids: number[] = [];
    for (const [match] of text.matchAll(word)) {
      const first = match.charCodeAt(0);
      if (first < 0x3a) {
        const digits = match.replace(/[,.]/g, '');
        if (digits.length > 1) ids.push(this.#id(`#${digits}`));
      } else if (first < 0x80) ids.push(this.#id(match.toLowerCase()));
      else
        for (let i = 0; i + 1 < match.length; i++)
          ids.push(this.#id(match.charCodeAt(i) * 0x10000 + match.charCodeAt(i + 1)));
    }
    return ids;
  }

  #id(word: string | number): number {
    const known = this.#ids.get(word);
    if (known !== undefined) return known;
    this.#ids.set(word, this.#ids.size);
    return this.#ids.size - 1;
  }
}

export function dot(a: WordVector, b: WordVector): number {
  const [few, many] = a.weights.size <= b.weights.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [id, weight] of few.weights) sum += weight * (many.weights.get(id) ?? 0);
  return sum;
}

/** 0 for nothing in common, 1 for the same words. */
export function likeness(a: WordVector, b: WordVector): number {
  return a.norm === 0 || b.norm === 0 ? 0 : dot(a, b) / (a.norm * b.norm);
}
